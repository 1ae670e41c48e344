using System.Diagnostics;
using System.Text;
using ModelContextProtocol.Client;

namespace CitySearch.Cli.Tests;

/// <summary>Runs the command as a process of its own, as users do.</summary>
internal static class CommandProcess
{
    /// <summary>Runs a command to its end. The bytes of standard output are decoded strictly, a byte order mark stays in.</summary>
    /// <param name="locale">The locale, as <c>LC_ALL</c> names it.</param>
    /// <param name="args">The command line.</param>
    public static async Task<CommandRun> Run(string locale, params string[] args)
    {
        using var process = Start(locale, args);
        using var output = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(output.ToArray()), await error);
    }

    /// <summary>Starts a command.</summary>
    public static Process Start(string locale, params string[] args)
    {
        var start = new ProcessStartInfo(DotNet())
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardErrorEncoding = Encoding.UTF8,
            // No settings file of whoever runs the tests.
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["LC_ALL"] = locale;
        foreach (var variable in new[] { "CITYSEARCH_CORPUS", "CITYSEARCH_INDEX", "CITYSEARCH_ANALYZER", "CITYSEARCH_CONCEPTS" })
        {
            start.Environment.Remove(variable);
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "citysearch.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }

    /// <summary>The words of a command, as a shell takes them.</summary>
    public static IReadOnlyList<string> Line(params string[] args) => [DotNet(), Path.Combine(AppContext.BaseDirectory, "citysearch.dll"), .. args];

    /// <summary>What starts the MCP server for a client.</summary>
    public static StdioClientTransport Mcp(params string[] args) => new(new StdioClientTransportOptions
    {
        Command = DotNet(),
        Arguments = [Path.Combine(AppContext.BaseDirectory, "citysearch.dll"), "mcp", .. args],
        // No settings file of whoever runs the tests.
        WorkingDirectory = AppContext.BaseDirectory,
    });

    // The tests run in a host of their own; beside its runtime stands the dotnet command that it came with.
    private static string DotNet()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var beside = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(beside) ? beside : "dotnet";
    }
}
