using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using CitySearch.Corpus;

namespace CitySearch.Indexing;

/// <summary>
/// Reads files and indexes their articles, both in several threads: a file of many articles keeps all of them busy, and
/// so do many files of one article each.
/// </summary>
internal sealed class Intake(IndexSession session, IReadOnlyList<ChangedFile> toRead, IProgress<IndexProgress>? progress, IndexingMetrics? metrics)
{
    // Articles between the threads that read and the threads that index: enough to keep both busy, little memory.
    private const int QueuedArticles = 64;

    private readonly long _bytesTotal = toRead.Sum(f => f.File.Stamp.Length);
    private volatile ExceptionDispatchInfo? _failure;
    private int _files;
    private long _bytes;
    private int _articles;
    private int _queued;

    /// <summary>Runs to the end. What one file throws is that file's failure; what the session throws ends the run.</summary>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>What became of each file.</returns>
    public IReadOnlyList<FileIntake> Run(CancellationToken cancellationToken)
    {
        var files = toRead.Select(f => new FileIntake(f)).ToList();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var queue = new BlockingCollection<(FileIntake File, Article Article)>(QueuedArticles);
        var indexing = Enumerable.Range(0, Environment.ProcessorCount)
            .Select(_ => Task.Factory.StartNew(() => Index(queue, stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        try
        {
            Parallel.ForEach(
                Partitioner.Create(files, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop.Token },
                file => Read(file, queue, stop.Token));
        }
        catch (OperationCanceledException)
        {
            // Whoever stopped the run says why below: the task that failed, or the caller.
        }
        finally
        {
            queue.CompleteAdding();
            Task.WaitAll(indexing, CancellationToken.None);
            Queued(-_queued);
        }

        _failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
        return files;
    }

    private void Index(BlockingCollection<(FileIntake File, Article Article)> queue, CancellationTokenSource stop)
    {
        try
        {
            foreach (var (file, article) in queue.GetConsumingEnumerable(stop.Token))
            {
                Queued(-1);
                if (session.TryPut(article, file.IsNew(article.Id), out var error))
                {
                    metrics?.Put(article.Sections.Count);
                }
                else
                {
                    file.Refuse(article.Id, error);
                }

                Interlocked.Increment(ref _articles);
                Report();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped by the caller or by another task.
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
            stop.Cancel();
        }
    }

    private void Read(FileIntake intake, BlockingCollection<(FileIntake File, Article Article)> queue, CancellationToken cancellationToken)
    {
        var file = intake.Changed.File;
        try
        {
            foreach (var article in file.Reader.Read(file.File, cancellationToken))
            {
                if (intake.Accept(article))
                {
                    Queued(1);
                    queue.Add((intake, article), cancellationToken);
                }
            }

            if (file.Version is null && FileStamp.Of(file.File.FullPath) != file.Stamp)
            {
                intake.Outdate();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            // Whatever a reader throws is the file's failure, never the run's: one bad file must not stop the rest.
            intake.BreakOff(OneLine.Of(e));
            if (!CorpusChanges.IsStill(intake.Changed))
            {
                intake.Outdate();
            }
        }

        metrics?.Read(file.Stamp.Length);
        Interlocked.Increment(ref _files);
        Interlocked.Add(ref _bytes, file.Stamp.Length);
        Report();
    }

    private void Queued(int articles)
    {
        Interlocked.Add(ref _queued, articles);
        metrics?.Queued(articles);
    }

    private void Report() => progress?.Report(new IndexProgress(
        Volatile.Read(ref _files), toRead.Count, Volatile.Read(ref _bytes), _bytesTotal, Volatile.Read(ref _articles)));
}
