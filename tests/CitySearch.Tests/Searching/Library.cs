using CitySearch.Indexing;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Searching;

/// <summary>CitySearch as an embedder has it: services over a temporary corpus.</summary>
internal sealed class Library : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-library-").FullName;
    private readonly ServiceProvider _services;

    /// <summary>Makes a corpus of files, and the services over it.</summary>
    public Library(IEnumerable<(string Path, string Text)> files, Action<IServiceCollection>? register = null)
    {
        Directory.CreateDirectory(Corpus);
        foreach (var (path, text) in files)
        {
            Write(path, text);
        }

        var services = new ServiceCollection();
        register?.Invoke(services);
        services.AddCitySearch(options => (options.CorpusPath, options.IndexPath) = (Corpus, Index));
        _services = services.BuildServiceProvider();
    }

    public string Corpus => Path.Combine(_folder, "corpus");

    public string Index => Path.Combine(_folder, "index");

    public ISearchService Search => _services.GetRequiredService<ISearchService>();

    public IIndexService Indexer => _services.GetRequiredService<IIndexService>();

    /// <summary>Puts a file into the corpus.</summary>
    public void Write(string path, string text)
    {
        var full = Path.Combine(Corpus, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Brings the index up to date.</summary>
    public Task<IndexReport> UpdateAsync() => Indexer.UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Searches.</summary>
    public Task<SearchResponse> SearchAsync(SearchRequest request) => Search.SearchAsync(request, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
