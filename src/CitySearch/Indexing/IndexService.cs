using System.Collections.Concurrent;
using System.Diagnostics;
using CitySearch.Corpus;
using CitySearch.Indexing.Scanning;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CitySearch.Indexing;

/// <summary>The indexing of a <see cref="CitySearchOptions"/>.</summary>
/// <param name="options">Where the corpus and the index are.</param>
/// <param name="readers">The readers.</param>
/// <param name="changed">Called when an update has ended, for searches of the same process to look at once.</param>
/// <param name="logger">Takes what updates did and which files cannot be read.</param>
/// <param name="sources">Materials that are no files.</param>
internal sealed class IndexService(CitySearchOptions options, ArticleReaders readers, Action changed, ILogger<IndexService>? logger = null, IReadOnlyList<IArticleSource>? sources = null) : IIndexService, IDisposable
{
    private readonly IndexingMetrics _metrics = new(options.IndexPath);
    private readonly ILogger _logger = logger ?? NullLogger<IndexService>.Instance;

    // What the log has been told: a file that goes on failing is no news.
    private readonly ConcurrentDictionary<string, string> _failing = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<IndexReport> UpdateAsync(bool rebuild = false, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(ScanScope.Everything, rebuild, progress, cancellationToken);

    /// <inheritdoc/>
    public Task<IndexReport> UpdateAsync(IReadOnlyCollection<string> paths, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(ScanScope.Of(paths), rebuild: false, progress, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _metrics.Dispose();

    /// <inheritdoc/>
    public Task<IndexCheckReport> CheckAsync(bool repair = false, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => Check(repair, progress, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IndexStats? Stats()
    {
        var folder = new IndexFolder(options.IndexPath, options.Files);
        CurrentIndex? current;
        try
        {
            current = CurrentIndex.Read(folder);
        }
        catch (DamagedIndexException e)
        {
            throw folder.Damaged(e);
        }

        if (current is null)
        {
            return null;
        }

        return new IndexStats
        {
            Articles = current.Commit.Totals.Articles,
            Sections = current.Commit.Totals.Sections,
            References = current.Commit.Totals.References,
            Files = current.Files.Values.Count(f => !f.IsFolder && !f.IsUnread),
            Failed = [.. current.Files.Values.Where(f => f.Error is not null).Select(f => new FailedFile(f.Path, f.Error!)).OrderBy(f => f.Path, StringComparer.Ordinal)],
            CorpusBytes = current.Files.Values.Sum(f => f.Length),
            IndexBytes = folder.SizeInBytes(),
            Generation = current.Commit.Generation,
            Committed = new DateTime(current.CommittedTicks, DateTimeKind.Utc),
            Analyzer = current.Commit.Analyzer,
            Fingerprint = current.Commit.Fingerprint,
        };
    }

    private IndexCheckReport Check(bool repair, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var check = new IndexCheck(new IndexFolder(options.IndexPath, options.Files));
        var report = check.Run(cancellationToken) ?? throw IndexFolderException.Missing(options.IndexPath);
        if (!repair || report.Faults.Count == 0)
        {
            return report;
        }

        var repaired = new CorpusIndexer(options, readers, _metrics, sources).Run(rebuild: false, progress, cancellationToken, damage: new DamagedIndexException(report.Faults[0]));
        changed();
        _logger.Done(repaired);
        LogFailed(repaired, ScanScope.Everything);
        return report with { Repair = repaired, Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds };
    }

    private Task<IndexReport> RunAsync(ScanScope scope, bool rebuild, IProgress<IndexProgress>? progress, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                var report = new CorpusIndexer(options, readers, _metrics, sources).Run(rebuild, progress, cancellationToken, scope);
                changed();
                _logger.Done(report);
                LogFailed(report, scope);
                return report;
            },
            cancellationToken);

    private void LogFailed(IndexReport report, ScanScope scope)
    {
        var failed = report.Failed.ToDictionary(f => f.Path, f => f.Error, StringComparer.Ordinal);
        foreach (var path in _failing.Keys.Where(path => !failed.ContainsKey(path) && scope.Holds(path)))
        {
            _failing.TryRemove(path, out _);
            _logger.Mended(path);
        }

        foreach (var (path, error) in failed.Where(f => _failing.GetValueOrDefault(f.Key) != f.Value))
        {
            _failing[path] = error;
            _logger.NotRead(path, error);
        }
    }
}
