using System.Diagnostics;
using CitySearch.Analysis;
using CitySearch.Corpus;
using CitySearch.Indexing.Scanning;

namespace CitySearch.Indexing;

/// <summary>What a run led to.</summary>
/// <param name="Changes">How the corpus differed.</param>
/// <param name="Files">What the index now knows of each file.</param>
/// <param name="Totals">How much it holds.</param>
/// <param name="Generation">The number of its generation.</param>
internal sealed record IndexOutcome(CorpusChanges Changes, IReadOnlyList<FileRecord> Files, IndexTotals Totals, long Generation);

/// <summary>
/// The two ways to bring an index up to date: changing it, and building another beside it. Either ends in one commit;
/// without it, the index is as it was.
/// </summary>
internal sealed class IndexRun(
    IndexFolder folder, AnalyzerChoice analyzer, string fingerprint, ScanScope scope, CorpusScan scan, IProgress<IndexProgress>? progress, IndexingMetrics? metrics,
    CancellationToken cancellationToken)
{
    /// <summary>Makes the index in use what the corpus is now, in the part that was scanned. Where nothing differs, nothing is written.</summary>
    /// <param name="current">The index, with the files of that part.</param>
    /// <exception cref="DamagedIndexException">What the index holds contradicts what it says of itself.</exception>
    public IndexOutcome Update(CurrentIndex current)
    {
        var changes = Compare(current.Files, scope.IsWhole);
        if (changes.None)
        {
            return new IndexOutcome(changes, [.. current.Files.Values], current.Commit.Totals, current.Commit.Generation);
        }

        using var session = new IndexSession(current.Folder, analyzer, folder.Files);
        foreach (var gone in changes.Gone)
        {
            foreach (var article in gone.Articles)
            {
                session.Remove(article);
            }

            session.RemoveFile(gone.Path);
        }

        foreach (var record in changes.Touched.Concat(changes.Unopened))
        {
            session.Put(record);
        }

        var intakes = TakeIn(session, changes);
        return Finish(session, changes, [.. changes.Unchanged, .. changes.Unopened], intakes, current.Commit.Generation + 1, current.OtherArticles(scope), isBuilt: false);
    }

    /// <summary>Builds an index beside the one in use, from the files of the whole corpus alone, and swaps it in.</summary>
    /// <param name="current">
    /// The index in use, where it can be read. What it has of files that cannot be read now goes over into the new one.
    /// </param>
    /// <param name="keepMissing">Whether what it has of files that are gone goes over too.</param>
    public IndexOutcome Rebuild(CurrentIndex? current, bool keepMissing = false)
    {
        var changes = Compare(new Dictionary<string, FileRecord>(), isWhole: true);
        var generation = (current?.Commit.Generation ?? folder.GenerationByNames()) + 1;
        var target = folder.CreateSubfolder(generation);
        try
        {
            IndexOutcome outcome;
            using (var session = new IndexSession(target, analyzer, folder.Files))
            {
                var intakes = TakeIn(session, changes);
                var salvaged = current is null ? [] : new Salvage(session, current).Run(changes, scan, intakes, keepMissing);
                var kept = WithReasons(salvaged, changes.Unopened);
                foreach (var record in kept)
                {
                    session.Put(record);
                }

                outcome = Finish(session, changes with { Unchanged = kept, Unopened = [] }, kept, intakes, generation, otherArticles: 0, isBuilt: true);
            }

            folder.Use(target);
            return outcome;
        }
        catch
        {
            DeleteUnfinished(target);
            throw;
        }
    }

    /// <summary>What is carried over, with the reason why it cannot be opened now, and what cannot be and never could.</summary>
    private static List<FileRecord> WithReasons(IReadOnlyList<FileRecord> salvaged, IReadOnlyList<FileRecord> unopened)
    {
        var reasons = unopened.ToDictionary(record => record.Path, StringComparer.Ordinal);
        var kept = salvaged.Select(record => reasons.Remove(record.Path, out var reason) ? record with { ModifiedTicks = 0, Error = reason.Error } : record).ToList();
        return [.. kept, .. reasons.Values];
    }

    private CorpusChanges Compare(IReadOnlyDictionary<string, FileRecord> known, bool isWhole)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var changes = CorpusChanges.Find(scan, known, isWhole, cancellationToken);
        metrics?.Compared(changes.Failed.Count, startedAt);
        return changes;
    }

    private IReadOnlyList<FileIntake> TakeIn(IndexSession session, CorpusChanges changes)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var intakes = new Intake(session, changes.ToRead, progress, metrics).Run(cancellationToken);
        metrics?.TookIn(intakes.Count(intake => intake.Record().Error is not null), startedAt);
        return intakes;
    }

    private IndexOutcome Finish(IndexSession session, CorpusChanges changes, IReadOnlyList<FileRecord> kept, IReadOnlyList<FileIntake> intakes, long generation, int otherArticles, bool isBuilt)
    {
        var files = new List<FileRecord>(kept);
        foreach (var intake in intakes)
        {
            foreach (var article in intake.Stale())
            {
                session.Remove(article);
            }

            var record = intake.Record();
            session.Put(record);
            files.Add(record);
        }

        var startedAt = Stopwatch.GetTimestamp();
        var totals = session.Commit(generation, fingerprint, articles: otherArticles + files.Sum(f => f.Articles.Count), isBuilt);
        metrics?.Committed(startedAt);
        return new IndexOutcome(changes, files, totals, generation);
    }

    private void DeleteUnfinished(string subfolder)
    {
        try
        {
            folder.Files.DeleteFolder(subfolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run deletes it; what ended this one matters more.
        }
    }
}
