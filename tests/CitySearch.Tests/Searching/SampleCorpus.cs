using CitySearch.Corpus;
using CitySearch.Corpus.Markdown;
using CitySearch.Indexing;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Searching;

/// <summary>The repository's sample corpus: indexed once for all tests of a class, and its articles as their reader gives them.</summary>
public sealed class SampleCorpus : IAsyncLifetime
{
    private readonly string _index = Directory.CreateTempSubdirectory("citysearch-sample-").FullName;
    private readonly ServiceProvider _services;

    public SampleCorpus()
    {
        _services = new ServiceCollection().AddCitySearch(options => (options.CorpusPath, options.IndexPath) = (Folder, _index)).BuildServiceProvider();
        Articles = [.. Directory.GetFiles(Path.Combine(Folder, "articles"), "*.md").Order(StringComparer.Ordinal).Select(file =>
            Assert.Single(new MarkdownArticleReader().Read(new CorpusFile(file, $"articles/{Path.GetFileName(file)}"), CancellationToken.None)))];
    }

    /// <summary>The corpus folder.</summary>
    public static string Folder { get; } = Path.Combine(Approval.RepositoryRoot, "corpus");

    /// <summary>The articles by their ids.</summary>
    public IReadOnlyList<Article> Articles { get; }

    public ISearchService Search => _services.GetRequiredService<ISearchService>();

    public async ValueTask InitializeAsync() => await _services.GetRequiredService<IIndexService>().UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_index, recursive: true);
    }
}
