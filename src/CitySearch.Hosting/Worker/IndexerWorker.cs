using CitySearch.Corpus;
using CitySearch.Indexing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CitySearch.Hosting.Worker;

/// <summary>
/// Keeps the index up to date: looks through the whole corpus at start, then indexes what the system says has changed,
/// and looks through everything again from time to time for what it did not say. Nothing but a set-up that cannot work
/// ends it; all else it says and tries again.
/// </summary>
public sealed class IndexerWorker : BackgroundService
{
    // A corpus folder that is taken away by an unmount sends no event.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    // Doubled so often, a delay is past every limit.
    private const int MostDoublings = 20;

    private readonly CitySearchOptions _engine;
    private readonly WorkerOptions _options;
    private readonly IIndexService _index;
    private readonly Action<WorkerNotice> _tell;
    private readonly TimeProvider _clock;
    private readonly PendingChanges _pending;
    private readonly WatchedCorpus _corpus;
    private readonly WorkerMetrics _metrics;
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly Dictionary<string, int> _unopened = new(StringComparer.Ordinal);
    private HashSet<FailedFile> _failed = [];
    private DateTimeOffset _scanAt;
    private DateTimeOffset _notBefore;
    private WorkerNoticeKind? _trouble;
    private int _failures;
    private bool _hasScanned;

    /// <summary>Makes the worker; it begins with <see cref="BackgroundService.StartAsync"/>.</summary>
    public IndexerWorker(
        CitySearchOptions engine, IOptions<WorkerOptions> options, IIndexService index, ArticleReaders readers, IEnumerable<IWorkerListener> listeners, ILogger<IndexerWorker> logger,
        TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(options);
        (_engine, _options, _index, _clock) = (engine, options.Value, index, clock ?? TimeProvider.System);
        IWorkerListener[] all = [.. listeners];
        _tell = notice =>
        {
            logger.News(notice, engine.CorpusPath, _options);
            Array.ForEach(all, listener => listener.Hear(notice));
        };
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(engine.CorpusPath));
        var indexPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(engine.IndexPath));
        _pending = new PendingChanges(root, _options, _clock);
        _corpus = new WatchedCorpus(root, indexPath, readers, Changed, Wake);
        _metrics = new WorkerMetrics(indexPath, () => _pending.Count, () => _corpus.IsWatched);
    }

    /// <summary>The corpus folder as the worker sees it.</summary>
    internal WatchedCorpus Corpus => _corpus;

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _corpus.Dispose();
        _metrics.Dispose();
        _wake.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stop = new CancellationTokenSource();
        using var _ = stoppingToken.Register(() => stop.CancelAfter(_options.StopTimeout));
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (LookAfterFolder() && _clock.GetUtcNow() >= _notBefore)
                {
                    await UpdateAsync(stop.Token);
                }

                await _wake.WaitAsync(Sleep(), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped, as asked. An update that was given up has left the index as it was.
        }
        finally
        {
            _corpus.Close();
        }
    }

    /// <summary>Sees to it that the corpus folder is there, and that the system tells of its changes if it can.</summary>
    private bool LookAfterFolder()
    {
        if (!_corpus.Exists)
        {
            LoseCorpus(new DirectoryNotFoundException($"the corpus folder {_engine.CorpusPath} does not exist"));
            return false;
        }

        if (_trouble == WorkerNoticeKind.CorpusGone)
        {
            _trouble = null;
            _tell(new WorkerNotice(WorkerNoticeKind.CorpusBack));
        }

        if (_corpus.TakeEnd(out var cause))
        {
            // What was lost, nobody knows: look at everything. Watching goes on with the scan, if it can.
            _scanAt = default;
            if (cause is not null && !_corpus.IsToldLost)
            {
                _corpus.IsToldLost = true;
                _tell(new WorkerNotice(WorkerNoticeKind.EventsLost, Cause: cause));
            }
        }

        // Before the scan, so that nothing falls between it and the first event.
        if (_options.Watch && !_corpus.IsWatched && _clock.GetUtcNow() >= _scanAt)
        {
            if (_corpus.TryWatch(out var refusal))
            {
                if (_corpus.IsToldLost)
                {
                    _corpus.IsToldLost = false;
                    _tell(new WorkerNotice(WorkerNoticeKind.EventsBack));
                }
            }
            else if (!_corpus.IsToldLost)
            {
                _corpus.IsToldLost = true;
                _tell(new WorkerNotice(WorkerNoticeKind.EventsLost, Cause: refusal));
            }
        }

        return true;
    }

    private void LoseCorpus(Exception cause)
    {
        _corpus.Close();
        _pending.Clear();
        _scanAt = default;
        Trouble(WorkerNoticeKind.CorpusGone, cause);
    }

    private async Task UpdateAsync(CancellationToken cancellationToken)
    {
        var ready = _pending.TakeReady();
        var isWhole = _clock.GetUtcNow() >= _scanAt;
        if (!isWhole && ready.Count == 0)
        {
            return;
        }

        try
        {
            var report = await (isWhole ? _index.UpdateAsync(cancellationToken: cancellationToken) : _index.UpdateAsync(ready, cancellationToken: cancellationToken));
            _trouble = null;
            _failures = 0;
            _scanAt = isWhole ? _clock.GetUtcNow() + (_corpus.IsWatched ? _options.ScanInterval : _options.ScanIntervalWithoutEvents) : _scanAt;
            Done(report, isWhole, ready);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (e is not IFailure { Kind: var kind } || !IsFatal(kind))
        {
            _metrics.Batch("failed");
            foreach (var path in ready)
            {
                Changed(path);
            }

            if (e is CorpusFolderException)
            {
                LoseCorpus(e);
            }
            else
            {
                Trouble(e is IndexFolderException { Kind: FailureKind.IndexBusy } ? WorkerNoticeKind.IndexBusy : WorkerNoticeKind.Failed, e);
            }
        }
    }

    /// <summary>Takes note of what failed, to try it again, and tells what is new.</summary>
    private void Done(IndexReport report, bool isWhole, IReadOnlyList<string> paths)
    {
        var failedBefore = _failed;
        var ofPaths = failedBefore.Where(f => isWhole || paths.Any(p => f.Path == p || f.Path.StartsWith(p + "/", StringComparison.Ordinal)));
        _failed = [.. failedBefore.Except(ofPaths), .. report.Failed];
        foreach (var path in _unopened.Keys.Except(_failed.Where(f => f.IsUnopened).Select(f => f.Path)).ToList())
        {
            _unopened.Remove(path);
        }

        foreach (var path in report.Failed.Where(f => f.IsUnopened).Select(f => f.Path))
        {
            _unopened[path] = Math.Min(_unopened.GetValueOrDefault(path) + 1, MostDoublings);
            _pending.AddLater(path.TrimEnd('/'), Delay(_unopened[path]));
        }

        var didSomething = report.RebuildReason is not null || report.Added + report.Updated + report.Moved + report.Removed > 0;
        _metrics.Batch(didSomething ? "updated" : "nothing");
        if (didSomething || !_failed.SetEquals(failedBefore))
        {
            _tell(new WorkerNotice(WorkerNoticeKind.Updated, report));
        }
        else if (!_hasScanned)
        {
            _tell(new WorkerNotice(WorkerNoticeKind.UpToDate, report));
        }

        _hasScanned = true;
    }

    /// <summary>Tells of trouble when it is news, and lets some time pass before the next attempt.</summary>
    private void Trouble(WorkerNoticeKind kind, Exception cause)
    {
        // Of a folder or a lock that others hold, the delay does not grow: it may be free at any moment.
        _failures = kind == WorkerNoticeKind.Failed ? Math.Min(_failures + 1, MostDoublings) : 1;
        _notBefore = _clock.GetUtcNow() + Delay(_failures);
        if (_trouble != kind)
        {
            _trouble = kind;
            _tell(new WorkerNotice(kind, Cause: cause));
        }
    }

    private TimeSpan Delay(int failures) =>
        TimeSpan.FromTicks(Math.Max(_options.RetryDelay.Ticks, Math.Min(_options.ScanInterval.Ticks, _options.RetryDelay.Ticks << (failures - 1))));

    private void Changed(string path)
    {
        if (_pending.Add(path))
        {
            Wake();
        }
    }

    private void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // It is awake already, or will never be again.
        }
    }

    private TimeSpan Sleep()
    {
        var now = _clock.GetUtcNow();
        TimeSpan[] waits = [LongestSleep, _scanAt - now, _pending.UntilNextLook() ?? LongestSleep];
        var wait = waits.Min();
        wait = wait < _notBefore - now ? _notBefore - now : wait;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestSleep ? wait : LongestSleep;
    }

    private static bool IsFatal(FailureKind kind) => kind is
        FailureKind.IndexFolderForeign or FailureKind.IndexFolderIsNone or FailureKind.IndexFolderIsCorpus or
        FailureKind.AnalyzerUnknown or FailureKind.AnalyzerAbsent or FailureKind.AnalyzerUnusable or FailureKind.IndexAnalyzerAbsent;
}
