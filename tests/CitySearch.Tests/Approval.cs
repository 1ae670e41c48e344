using System.Runtime.CompilerServices;

namespace CitySearch.Tests;

/// <summary>
/// Compares a whole output with an approved file beside the test. After an intended change, run the tests with
/// <c>CITYSEARCH_APPROVE=1</c> and review the difference that version control shows.
/// </summary>
internal static class Approval
{
    /// <summary>Whether this run writes approved files instead of comparing with them.</summary>
    public static bool IsWriting => Environment.GetEnvironmentVariable("CITYSEARCH_APPROVE") == "1";

    /// <summary>The folder of the repository.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>Compares an output with <c>Approved/NAME</c> beside the calling test's source file.</summary>
    public static void Verify(string name, string actual, [CallerFilePath] string source = "")
    {
        var file = Path.Combine(RepositoryRoot, "tests", Path.GetRelativePath(TestsFolder(source), Path.GetDirectoryName(source)!), "Approved", name);
        var text = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (IsWriting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            return;
        }

        Assert.True(File.Exists(file), $"There is no approved file {file}: run the tests with CITYSEARCH_APPROVE=1 and review it.");
        Assert.Equal(File.ReadAllText(file), text);
    }

    // The path that the compiler wrote into the caller may be of another machine; from tests/ on it holds everywhere.
    private static string TestsFolder(string source) =>
        source[..(source.Replace('\\', '/').LastIndexOf("/tests/", StringComparison.Ordinal) + "/tests".Length)];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CitySearch.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
