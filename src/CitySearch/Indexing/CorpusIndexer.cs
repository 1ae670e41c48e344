using System.Collections.Concurrent;
using System.Diagnostics;
using CitySearch.Analysis;
using CitySearch.Corpus;
using Lucene.Net.Index;

namespace CitySearch.Indexing;

/// <summary>Brings the index of a corpus folder up to date: reads what is new or changed, forgets what is gone.</summary>
internal sealed class CorpusIndexer(CitySearchOptions options, ArticleReaders readers)
{
    // Articles between the threads that read and the threads that index: enough to keep both busy, little memory.
    private const int QueuedArticles = 64;

    /// <summary>Runs once.</summary>
    /// <param name="rebuild">Whether to build everything anew even when nothing has changed.</param>
    /// <param name="progress">Told of each file done.</param>
    /// <param name="cancellationToken">Stops the run; the index stays as it was.</param>
    /// <exception cref="IndexFolderException">The index folder cannot be used.</exception>
    /// <exception cref="DirectoryNotFoundException">The corpus folder is not there.</exception>
    public IndexReport Run(bool rebuild, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var analyzer = AnalyzerCatalog.Get(options.Analyzer);
        var folder = new IndexFolder(options.IndexPath);
        var fingerprint = new Fingerprint(analyzer.Fingerprint);
        var scan = CorpusScan.Run(options.CorpusPath, readers, cancellationToken);

        var current = CurrentIndex.Read(folder);
        var reason = current is null ? "there was no index"
            : rebuild ? "a rebuild was asked for"
            : current.Commit.Fingerprint != fingerprint.ToString() ? "the analyzer or the index format has changed"
            : null;
        var known = reason is null ? current!.Files : [];
        var failed = new ConcurrentBag<FailedFile>();
        var changes = CorpusChanges.Find(scan, known, current?.CommittedTicks ?? 0, failed.Add, cancellationToken);
        var generation = current?.Commit.Generation ?? 0;
        var totals = current?.Commit.Totals ?? new IndexTotals(0, 0, 0);
        if (reason is not null || !changes.None)
        {
            generation++;
            var target = reason is null ? folder.Current! : folder.CreateSubfolder();
            using (var session = new IndexSession(target, analyzer))
            {
                Apply(session, changes, failed, progress, cancellationToken);
                totals = session.Commit(generation, fingerprint);
            }

            if (reason is not null)
            {
                folder.Use(target);
            }
        }

        folder.DeleteUnused();
        foreach (var file in changes.Unchanged.Where(f => f.Error is not null))
        {
            failed.Add(new FailedFile(file.Path, file.Error!));
        }

        return new IndexReport
        {
            Articles = totals.Articles,
            Sections = totals.Sections,
            References = totals.References,
            Added = changes.ToRead.Count(f => f.Before is null) - changes.Moved,
            Updated = changes.ToRead.Count(f => f.Before is not null),
            Removed = changes.Gone.Count - changes.Moved,
            Moved = changes.Moved,
            Unchanged = changes.Unchanged.Count,
            Failed = [.. failed.DistinctBy(f => f.Path).OrderBy(f => f.Path, StringComparer.Ordinal)],
            Seconds = watch.Elapsed.TotalSeconds,
            Generation = generation,
            RebuiltBecause = current is null ? null : reason,
        };
    }

    private static void Apply(
        IndexSession session, CorpusChanges changes, ConcurrentBag<FailedFile> failed, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (var gone in changes.Gone)
        {
            foreach (var article in gone.Articles)
            {
                session.Remove(article);
            }

            session.RemoveFile(gone.Path);
        }

        var meter = new Meter(changes.ToRead, progress);
        using var queue = new BlockingCollection<(Article Article, bool IsNew)>(QueuedArticles);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var indexing = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(
            () =>
            {
                try
                {
                    foreach (var (article, isNew) in queue.GetConsumingEnumerable(stop.Token))
                    {
                        session.Put(article, isNew);
                        meter.ArticleDone();
                    }
                }
                catch
                {
                    stop.Cancel();
                    throw;
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToArray();
        try
        {
            Parallel.ForEach(
                Partitioner.Create(changes.ToRead, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop.Token },
                file => ReadFile(session, file, queue, failed, meter, stop.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // An indexing task failed and stopped the reading: its own exception follows.
        }
        finally
        {
            queue.CompleteAdding();
        }

        Task.WhenAll(indexing).GetAwaiter().GetResult();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Reads one file. What it yields replaces what it yielded before; a file that yields nothing but an error keeps its articles.</summary>
    private static void ReadFile(
        IndexSession session, ChangedFile changed, BlockingCollection<(Article Article, bool IsNew)> queue, ConcurrentBag<FailedFile> failed, Meter meter, CancellationToken cancellationToken)
    {
        var file = changed.File;
        var before = changed.Before?.Articles.ToHashSet(StringComparer.Ordinal) ?? [];
        var read = new HashSet<string>(StringComparer.Ordinal);
        string? error = null;
        try
        {
            foreach (var article in file.Reader.Read(file.File, cancellationToken))
            {
                if (read.Add(article.Id))
                {
                    queue.Add((article, !before.Contains(article.Id)), cancellationToken);
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever a reader throws is the file's failure, never the run's: one bad file must not stop the rest.
            error = OneLine.Of(e);
            failed.Add(new FailedFile(file.File.Path, error));
        }

        if (error is not null && read.Count == 0)
        {
            read = before;
        }

        foreach (var stale in before.Where(id => !read.Contains(id)))
        {
            session.Remove(stale);
        }

        session.Put(new FileRecord(file.File.Path, file.Length, file.ModifiedTicks, changed.Hash, file.Reader.Version, [.. read], error));
        meter.FileDone(file.Length);
    }

    /// <summary>Counts what is done, from several threads.</summary>
    private sealed class Meter(IReadOnlyList<ChangedFile> toRead, IProgress<IndexProgress>? progress)
    {
        private readonly long _bytesTotal = toRead.Sum(f => f.File.Length);
        private int _files;
        private long _bytes;
        private int _articles;

        public void FileDone(long bytes)
        {
            Interlocked.Increment(ref _files);
            Interlocked.Add(ref _bytes, bytes);
            Report();
        }

        public void ArticleDone()
        {
            Interlocked.Increment(ref _articles);
            Report();
        }

        private void Report() => progress?.Report(new IndexProgress(
            Volatile.Read(ref _files), toRead.Count, Volatile.Read(ref _bytes), _bytesTotal, Volatile.Read(ref _articles)));
    }
}
