using System.CommandLine;

namespace CitySearch.Cli;

/// <summary><c>citysearch watch</c>: keeps the index up to date until it is stopped.</summary>
internal static class WatchCommand
{
    /// <summary>The command. What it runs on is loaded when it runs, not by the commands beside it.</summary>
    public static Command Create(Settings settings)
    {
        var include = settings.Include();
        var exclude = settings.Exclude();
        var command = new Command("watch", settings.Terminal.Language.Say("keep the index up to date until stopped", "持续更新索引，直到停止")) { include, exclude };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var options = settings.Read(arguments);
            Settings.Replace(options.Include, arguments.GetValue(include));
            Settings.Replace(options.Exclude, arguments.GetValue(exclude));
            await Watching.RunAsync(options, settings.Terminal, cancellationToken);
            return CommandLine.Done;
        });
        return command;
    }
}
