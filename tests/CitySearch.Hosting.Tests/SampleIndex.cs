using CitySearch.Hosting.Tests;
using CitySearch.Indexing;
using CitySearch.Tests;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(SampleIndex))]

namespace CitySearch.Hosting.Tests;

/// <summary>An index of the repository's sample corpus, built once for all tests.</summary>
public sealed class SampleIndex : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-host-").FullName;

    /// <summary>The folder of materials.</summary>
    public static string Corpus => Path.Combine(Approval.RepositoryRoot, "corpus");

    /// <summary>The index's folder.</summary>
    public string Index => Path.Combine(_folder, "index");

    /// <summary>Where corpus and index are.</summary>
    public CitySearchOptions Options => new() { CorpusPath = Corpus, IndexPath = Index };

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Assert.Empty((await UpdateAsync(Options)).Failed);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Brings an index up to date, as another process does it.</summary>
    internal static async Task<IndexReport> UpdateAsync(CitySearchOptions options)
    {
        await using var services = new ServiceCollection().AddSingleton(options).AddCitySearch().BuildServiceProvider();
        return await services.GetRequiredService<IIndexService>().UpdateAsync();
    }
}
