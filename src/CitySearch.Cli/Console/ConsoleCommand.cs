using System.CommandLine;

namespace CitySearch.Cli.QueryConsole;

/// <summary><c>citysearch console</c>: query after query, a line each, until <c>quit</c> or the end of the input.</summary>
internal static class ConsoleCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Settings settings)
    {
        var terminal = settings.Terminal;
        var command = new Command("console", terminal.Language.Say("the interactive query console", "交互式检索控制台"));
        command.SetAction(async (arguments, cancellationToken) =>
        {
            using var engine = new Engine(settings.Read(arguments));
            var session = new ConsoleSession(engine.Search, engine.Index, terminal);
            do
            {
                if (terminal.ShowsPrompt)
                {
                    await terminal.Output.WriteAsync(session.Prompt);
                    await terminal.Output.FlushAsync(cancellationToken);
                }

                // Reading a terminal cannot be cancelled: who stops the command does not wait for the line to end.
                if (await Task.Run(terminal.Input.ReadLine, CancellationToken.None).WaitAsync(cancellationToken) is not { } line
                    || !await terminal.Interruption.RunAsync(token => session.TakeAsync(line, token), cancellationToken))
                {
                    break;
                }
            }
            while (true);
            return CommandLine.Done;
        });
        return command;
    }
}
