using System.Text;
using CitySearch.Indexing;
using CitySearch.Searching;
using CitySearch.Snippets;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests;

/// <summary>
/// A corpus folder and its index in a temporary place, used through the services as an embedder has them:
/// <code>
/// using var corpus = new TestCorpus().Write("brain.md", "# 城市大脑\n\n城市大脑让城市更聪明。\n");
/// await corpus.IndexAsync();
/// var response = await corpus.SearchAsync("城市大脑");
/// </code>
/// </summary>
internal sealed class TestCorpus : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-test-").FullName;
    private readonly ServiceProvider _services;

    /// <summary>An empty corpus.</summary>
    /// <param name="configure">Changes the options; both paths are set already.</param>
    /// <param name="addServices">Adds services, such as readers of further formats.</param>
    public TestCorpus(Action<CitySearchOptions>? configure = null, Action<IServiceCollection>? addServices = null)
    {
        CorpusPath = Directory.CreateDirectory(Path.Combine(_folder, "corpus")).FullName;
        IndexPath = Path.Combine(_folder, "index");
        var services = new ServiceCollection();
        addServices?.Invoke(services);
        _services = services.AddCitySearch(options =>
        {
            options.CorpusPath = CorpusPath;
            options.IndexPath = IndexPath;
            configure?.Invoke(options);
        }).BuildServiceProvider();
    }

    /// <summary>The corpus folder.</summary>
    public string CorpusPath { get; }

    /// <summary>The index's folder.</summary>
    public string IndexPath { get; }

    /// <summary>The services, for what this class has no shorter way to.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Writes a file, as UTF-8 with the line ends given, in the place of one of that path.</summary>
    /// <param name="path">The path below the corpus folder, with forward slashes.</param>
    /// <param name="content">The content.</param>
    public TestCorpus Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file's bytes.</summary>
    public TestCorpus Write(string path, byte[] content)
    {
        var file = Path.Combine(CorpusPath, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return this;
    }

    /// <summary>Deletes a file.</summary>
    public TestCorpus Delete(string path)
    {
        File.Delete(Path.Combine(CorpusPath, path));
        return this;
    }

    /// <summary>Brings the index up to date.</summary>
    public Task<IndexReport> IndexAsync(bool rebuild = false) =>
        _services.GetRequiredService<IIndexService>().UpdateAsync(rebuild, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Searches.</summary>
    public Task<SearchResponse> SearchAsync(SearchRequest request) =>
        _services.GetRequiredService<ISearchService>().SearchAsync(request, TestContext.Current.CancellationToken);

    /// <summary>Searches for up to a thousand hits.</summary>
    public Task<SearchResponse> SearchAsync(string query) => SearchAsync(new SearchRequest(query) { Top = 1000 });

    /// <summary>A snippet as one line of text, with «» around its highlights.</summary>
    public static string Marked(Snippet snippet)
    {
        var text = new StringBuilder(snippet.Text);
        foreach (var highlight in snippet.Highlights.Reverse())
        {
            text.Insert(highlight.Start + highlight.Length, '»').Insert(highlight.Start, '«');
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
