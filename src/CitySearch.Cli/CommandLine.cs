using System.CommandLine;
using CitySearch.Evaluation;
using CitySearch.Indexing;

namespace CitySearch.Cli;

/// <summary>Runs the command: results on standard output, a failure as one line on standard error.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Misused = 2;

    /// <summary>Runs the command and gives its exit status.</summary>
    public static async Task<int> RunAsync(RootCommand root, string[] args, CancellationToken cancellationToken)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"citysearch: {OneLine(parsed.Errors[0].Message)} {Language.Say("(try --help)", "（参见 --help）")}");
            return Misused;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (Exception e)
        {
            var (status, message) = Describe(e);
            await Console.Error.WriteLineAsync(parsed.GetValue(Settings.Verbose) ? e.ToString() : $"citysearch: {OneLine(message)}");
            return status;
        }
    }

    private static (int Status, string Message) Describe(Exception exception) => exception switch
    {
        UsageException or ArgumentException => (Misused, exception.Message),
        OperationCanceledException => (Failed, Language.Say("stopped", "已停止")),
        IndexFolderException or EvaluationException or DirectoryNotFoundException => (Failed, exception.Message),
        _ => (Failed, Language.Say($"{exception.Message} (--verbose shows the details)", $"{exception.Message}（--verbose 显示详细信息）")),
    };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
