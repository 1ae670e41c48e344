using CitySearch.Cli.Tests;
using CitySearch.Tests;

[assembly: AssemblyFixture(typeof(SampleIndex))]

namespace CitySearch.Cli.Tests;

/// <summary>An index of the repository's sample corpus, built once for all tests.</summary>
public sealed class SampleIndex : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-sample-").FullName;

    /// <summary>The folder of materials.</summary>
    public static string Corpus => Path.Combine(Approval.RepositoryRoot, "corpus");

    /// <summary>The index's folder.</summary>
    public string Index => Path.Combine(_folder, "index");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var run = await CommandRun.Of("index", "--corpus", Corpus, "--index", Index);
        Assert.Equal(("", 0), (run.Error, run.Status));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Searches the sample corpus; the words may be anything.</summary>
    internal Task<CommandRun> Search(params string[] args) => CommandRun.Of(["--corpus", Corpus, "--index", Index, "search", .. args]);
}
