using System.Security.Cryptography;
using System.Text.Json;
using CitySearch.Corpus;
using CitySearch.Indexing;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Indexing;

/// <summary>A corpus folder and an index folder on disk, with the services over them.</summary>
internal sealed class IndexingFixture : IDisposable
{
    // Files get times long past and apart, as those of a real corpus are when it is indexed.
    private static readonly DateTime Past = new(2024, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    private readonly ServiceProvider _services;
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private int _written;

    /// <summary>Makes the folders.</summary>
    /// <param name="readers">Readers beside the engine's own.</param>
    public IndexingFixture(params IArticleReader[] readers)
    {
        Root = Directory.CreateTempSubdirectory("citysearch-indexing-").FullName;
        CorpusPath = Directory.CreateDirectory(System.IO.Path.Combine(Root, "corpus")).FullName;
        IndexPath = System.IO.Path.Combine(Root, "index");
        _services = Host(readers);
    }

    public string Root { get; }

    public string CorpusPath { get; }

    public string IndexPath { get; }

    public IIndexService Indexer => _services.GetRequiredService<IIndexService>();

    public ISearchService Searcher => _services.GetRequiredService<ISearchService>();

    /// <summary>The subfolder in use.</summary>
    public string CurrentSubfolder => System.IO.Path.Combine(IndexPath, File.ReadAllText(System.IO.Path.Combine(IndexPath, "CURRENT")).Trim());

    /// <summary>Other services over the same folders: another process, as far as the engine can tell.</summary>
    public ServiceProvider Host(IEnumerable<IArticleReader>? readers = null, Action<CitySearchOptions>? configure = null)
    {
        var services = new ServiceCollection();
        foreach (var reader in readers ?? [])
        {
            services.AddSingleton(reader);
        }

        return services
            .AddCitySearch(options =>
            {
                options.CorpusPath = CorpusPath;
                options.IndexPath = IndexPath;
                configure?.Invoke(options);
            })
            .BuildServiceProvider();
    }

    public string Path(string path) => System.IO.Path.Combine(CorpusPath, path);

    /// <summary>Writes a file of the corpus.</summary>
    public void Write(string path, string text)
    {
        _touched.Add(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(path))!);
        File.WriteAllText(Path(path), text);
        File.SetLastWriteTimeUtc(Path(path), Past.AddMinutes(_written++));
    }

    public void Delete(string path)
    {
        _touched.Add(path);
        File.Delete(Path(path));
    }

    public void Move(string from, string to)
    {
        _touched.UnionWith([from, to]);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(to))!);
        File.Move(Path(from), Path(to), overwrite: true);
    }

    public Task<IndexReport> UpdateAsync(bool rebuild = false) => Indexer.UpdateAsync(rebuild, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Brings the index up to date with the files that were written, deleted or moved since the last time, and with no others.</summary>
    public Task<IndexReport> UpdateTouchedAsync()
    {
        string[] paths = [.. _touched];
        _touched.Clear();
        return UpdatePathsAsync(paths);
    }

    public Task<IndexReport> UpdatePathsAsync(params string[] paths) => Indexer.UpdateAsync(paths, cancellationToken: TestContext.Current.CancellationToken);

    public Task<SearchResponse> SearchAsync(string query, HitKind kind = HitKind.All) =>
        Searcher.SearchAsync(new SearchRequest(query) { Kind = kind, Top = 100 }, TestContext.Current.CancellationToken);

    /// <summary>The ids of a query's hits, best first.</summary>
    public async Task<string[]> IdsAsync(string query, HitKind kind = HitKind.Article) => [.. (await SearchAsync(query, kind)).Hits.Select(h => h.Id)];

    /// <summary>Everything that searches answer to some queries, but for the time they took and the generation's number.</summary>
    public static async Task<string> AnswersAsync(ISearchService searcher, IEnumerable<string> queries)
    {
        var answers = new List<string>();
        foreach (var query in queries)
        {
            var response = await searcher.SearchAsync(new SearchRequest(query) { Top = 100, Facets = true }, TestContext.Current.CancellationToken);
            answers.Add(JsonSerializer.Serialize(response with { TookMs = 0, Generation = 0 }, SearchJson.Response));
        }

        return string.Join('\n', answers);
    }

    /// <summary>Every file of a folder with its length, time and content.</summary>
    public static string Snapshot(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(f => $"{System.IO.Path.GetRelativePath(folder, f)} {new FileInfo(f).Length} {File.GetLastWriteTimeUtc(f):O} {HashOf(f)}"));

    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(Root, recursive: true);
    }

    private static string HashOf(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Convert.ToHexString(SHA256.HashData(stream));
    }
}
