using System.Diagnostics;
using System.Text;

namespace CitySearch.Packages.Tests;

/// <summary>Runs programs for the tests, the <c>dotnet</c> command among them.</summary>
internal static class DotNetCommand
{
    // The tests run in a host of their own; beside its runtime stands the dotnet command that it came with.
    private static readonly string DotNet = FindDotNet();

    /// <summary>Runs <c>dotnet</c> to its end.</summary>
    /// <returns>What it wrote.</returns>
    public static Task<string> DotNetAsync(string folder, IReadOnlyDictionary<string, string> variables, params string[] args) => RunAsync(DotNet, folder, variables, args);

    /// <summary>Runs a program to its end, which must be a good one.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> RunAsync(string program, string folder, IReadOnlyDictionary<string, string> variables, params string[] args)
    {
        using var process = Start(program, folder, variables, args);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', args)}\n{output}\n{await error}");
        return output;
    }

    /// <summary>Starts a program.</summary>
    public static Process Start(string program, string folder, IReadOnlyDictionary<string, string> variables, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // What the test run was started with is none of a new user's business; nor may a build server of it take our settings for its own.
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(DotNet) is { Length: > 0 } root ? root : start.Environment["DOTNET_ROOT"];
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return Process.Start(start)!;
    }

    private static bool IsForeign(string name) => ((string[])["MSBUILD", "CITYSEARCH", "TESTINGPLATFORM", "ASPNETCORE", "KESTREL"]).Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static string FindDotNet()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var beside = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(beside) ? beside : "dotnet";
    }
}
