using System.CommandLine;
using System.CommandLine.Help;
using CitySearch.Analysis;
using CitySearch.Cli.QueryConsole;
using CitySearch.Evaluation;
using CitySearch.Hosting;
using CitySearch.Searching;

namespace CitySearch.Cli;

/// <summary>Runs the command: results on standard output, a failure as one line on standard error.</summary>
internal static class CommandLine
{
    /// <summary>The exit status of a command that did what was asked; no hits included.</summary>
    public const int Done = 0;

    /// <summary>The exit status of a command that failed or was stopped.</summary>
    public const int Failed = 1;

    /// <summary>The exit status of a command that was misused.</summary>
    public const int Misused = 2;

    // A query may begin with @ or hold anything else: only options are ours to read.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Runs the command and gives its exit status.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        var settings = new Settings(terminal);
        var parsed = CreateRoot(settings).Parse(args, Parsing);
        if (Misuse.Of(parsed, terminal.Language) is { } misuse)
        {
            await terminal.Error.WriteLineAsync($"citysearch: {OneLine(misuse)}{terminal.Language.Say(" (try --help)", "（用法见 --help）")}");
            return Misused;
        }

        try
        {
            // Signals are ours to handle: the library's own handling would end a command that is busy stopping.
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellationToken);
        }
        catch (Exception e)
        {
            var (status, message) = Describe(e, terminal.Language);
            await terminal.Error.WriteLineAsync(parsed.GetValue(settings.Verbose) ? e.ToString() : $"citysearch: {OneLine(message)}");
            return status;
        }
    }

    /// <summary>The command with all that it can do.</summary>
    public static RootCommand CreateRoot(Settings settings)
    {
        var language = settings.Terminal.Language;
        var root = new RootCommand(language.Say("Full-text search for smart-city materials.", "智慧城市资料的全文检索。"))
        {
            SearchCommand.Create(settings),
            ConsoleCommand.Create(settings),
            SuggestCommand.Create(settings),
            RelatedCommand.Create(settings),
            IndexCommand.Create(settings),
            WatchCommand.Create(settings),
            ServeCommand.Create(settings),
            McpCommand.Create(settings),
            StatsCommand.Create(settings),
            CheckCommand.Create(settings),
            EvalCommand.Create(settings),
            settings.Corpus,
            settings.Index,
            settings.Verbose,
        };
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Description = language.Say("show this help", "显示本帮助");
                    help.Action = new HelpScreen(settings.Terminal);
                    break;
                case VersionOption version:
                    version.Description = language.Say("show the version", "显示版本号");
                    break;
            }
        }

        return root;
    }

    private static (int Status, string Message) Describe(Exception exception, Language language) => exception switch
    {
        UsageException => (Misused, exception.Message),
        SearchRequestException or AnalyzerException => (Misused, FailureTexts.Say(exception, language.IsChinese)),
        IFailure or EvaluationException => (Failed, FailureTexts.Say(exception, language.IsChinese)),
        OperationCanceledException => (Failed, language.Say("stopped", "已停止")),
        _ => (Failed, language.Say($"{exception.Message} (--verbose shows the details)", $"{exception.Message}（--verbose 显示详细信息）")),
    };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
