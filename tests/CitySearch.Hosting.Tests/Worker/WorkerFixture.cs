using System.Collections.Concurrent;
using CitySearch.Hosting.Worker;
using CitySearch.Indexing;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Hosting.Tests.Worker;

/// <summary>A corpus folder, and a worker that keeps its index up to date.</summary>
internal sealed class WorkerFixture : IWorkerListener, IAsyncDisposable
{
    // What a machine that does everything else at the same time may take; no test ends by it unless something is broken.
    private static readonly TimeSpan Ceiling = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<WorkerNotice> _notices = new();
    private readonly ServiceProvider _services;

    /// <summary>Makes the folders; the worker stands still until <see cref="StartAsync"/>.</summary>
    public WorkerFixture(Action<WorkerOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        Root = Directory.CreateTempSubdirectory("citysearch-worker-").FullName;
        CorpusPath = Directory.CreateDirectory(Path.Combine(Root, "corpus")).FullName;
        IndexPath = Path.Combine(Root, "index");
        var collection = new ServiceCollection();
        services?.Invoke(collection);
        _services = collection
            .AddSingleton<IWorkerListener>(this)
            .AddCitySearch(options => (options.CorpusPath, options.IndexPath) = (CorpusPath, IndexPath))
            .AddCitySearchFormats()
            .AddCitySearchWorker(options =>
            {
                options.SettleDelay = TimeSpan.FromMilliseconds(60);
                options.RetryDelay = TimeSpan.FromMilliseconds(50);
                // Long, so that what is found was told by events unless a test says otherwise.
                options.ScanInterval = TimeSpan.FromDays(1);
                configure?.Invoke(options);
            })
            .BuildServiceProvider();
    }

    public string Root { get; }

    public string CorpusPath { get; }

    public string IndexPath { get; }

    public IndexerWorker Worker => _services.GetRequiredService<IndexerWorker>();

    public IIndexService Indexer => _services.GetRequiredService<IIndexService>();

    public ISearchService Searcher => _services.GetRequiredService<ISearchService>();

    /// <summary>The kinds of news so far, in their order.</summary>
    public IReadOnlyList<WorkerNoticeKind> Kinds => [.. _notices.Select(n => n.Kind)];

    /// <summary>The news so far, in their order.</summary>
    public IReadOnlyList<WorkerNotice> Notices => [.. _notices];

    public void Hear(WorkerNotice notice) => _notices.Enqueue(notice);

    /// <summary>Starts the worker and waits until it has looked at everything and follows changes.</summary>
    public async Task StartAsync()
    {
        await Worker.StartAsync(TestContext.Current.CancellationToken);
        await HeardAsync(WorkerNoticeKind.UpToDate, WorkerNoticeKind.Updated);
    }

    public Task HeardAsync(params WorkerNoticeKind[] anyOf) => UntilAsync(() => Task.FromResult(Kinds.Intersect(anyOf).Any()), $"news of {string.Join(" or ", anyOf)}");

    public string this[string path] => Path.Combine(CorpusPath, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    /// <summary>Writes an article that a word finds.</summary>
    public void WriteArticle(string path, string word) => Write(path, $"# {Path.GetFileNameWithoutExtension(path)}\n\n{word}。\n");

    /// <summary>The articles that a word finds.</summary>
    public async Task<string[]> FindAsync(string word) =>
        [.. (await Searcher.SearchAsync(new SearchRequest(word) { Kind = HitKind.Article, Top = 1000 }, TestContext.Current.CancellationToken)).Hits.Select(h => h.Id).Order(StringComparer.Ordinal)];

    /// <summary>Waits until a word finds exactly these articles.</summary>
    public Task FindsAsync(string word, params string[] ids)
    {
        string[] last = [];
        return UntilAsync(async () => (last = await FindAsync(word)).SequenceEqual(ids.Order(StringComparer.Ordinal)), () => $"{word} to find {string.Join(", ", ids)}; it finds {string.Join(", ", last)}");
    }

    public Task UntilAsync(Func<Task<bool>> isTrue, string what) => UntilAsync(isTrue, () => what);

    public async ValueTask DisposeAsync()
    {
        await Worker.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }

    private async Task UntilAsync(Func<Task<bool>> isTrue, Func<string> what)
    {
        for (var until = DateTime.UtcNow + Ceiling; !await isTrue(); await Task.Delay(15, TestContext.Current.CancellationToken))
        {
            Assert.True(DateTime.UtcNow < until, $"waited in vain for {what()}; heard {string.Join(", ", _notices.Select(n => n.Cause is null ? $"{n.Kind}" : $"{n.Kind} ({n.Cause.Message})"))}");
        }
    }
}
