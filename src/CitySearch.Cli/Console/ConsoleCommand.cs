using System.CommandLine;
using CitySearch.Cli.QueryConsole.Editing;

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
            using var engine = new Engine(settings.Read(arguments), terminal);
            var session = new ConsoleSession(engine.Search, engine.Index, terminal, engine.Options.CorpusPath);
            var read = Reading(session, engine, terminal);
            while (await read(cancellationToken) is { } line
                && await terminal.Interruption.RunAsync(token => session.TakeAsync(line, token), cancellationToken))
            {
            }

            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>How lines are read: edited where there is a keyboard, else as they come.</summary>
    private static Func<CancellationToken, Task<string?>> Reading(ConsoleSession session, Engine engine, Terminal terminal)
    {
        if (terminal.Keyboard is { } keyboard)
        {
            var completion = new ConsoleCompletion(engine.Suggestions, session.ValuesAsync, terminal.Language);
            var reader = new LineReader(keyboard, terminal, new LineHistory(LineHistory.FileOf(terminal.Variable)), completion.CompleteAsync);
            return token => reader.ReadAsync(session.Prompt, token);
        }

        return async token =>
        {
            if (terminal.ShowsPrompt)
            {
                await terminal.Output.WriteAsync(session.Prompt);
                await terminal.Output.FlushAsync(token);
            }

            // Reading cannot be cancelled: who stops the command does not wait for the line to end.
            return await Task.Run(terminal.Input.ReadLine, CancellationToken.None).WaitAsync(token);
        };
    }
}
