using System.Diagnostics;
using CitySearch.Analysis;
using CitySearch.Corpus;

namespace CitySearch.Indexing;

/// <summary>Brings the index of a corpus folder up to date: reads what is new or changed, forgets what is gone.</summary>
internal sealed class CorpusIndexer(CitySearchOptions options, ArticleReaders readers)
{
    /// <summary>Runs once.</summary>
    /// <param name="rebuild">Whether to build everything anew even when nothing has changed.</param>
    /// <param name="progress">Told of each file done.</param>
    /// <param name="cancellationToken">Stops the run; the index stays as it was.</param>
    /// <exception cref="IndexFolderException">The index folder cannot be used.</exception>
    /// <exception cref="CorpusFolderException">The corpus folder is not there or cannot be read.</exception>
    public IndexReport Run(bool rebuild, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var named = options.Analyzer is { } name ? AnalyzerCatalog.Get(name) : null;
        var folder = new IndexFolder(options.IndexPath);
        if (Path.TrimEndingDirectorySeparator(CorpusScan.Root(options.CorpusPath).FullName) == Path.TrimEndingDirectorySeparator(folder.Path))
        {
            throw IndexFolderException.Corpus(options.IndexPath);
        }

        using var held = folder.Lock();
        var scan = CorpusScan.Run(options.CorpusPath, folder.Path, readers, cancellationToken);
        CurrentIndex? current = null;
        Rebuild? why = null;
        try
        {
            current = CurrentIndex.Read(folder);
        }
        catch (DamagedIndexException e)
        {
            why = Rebuild.AfterDamage(e);
        }

        var analyzer = named ?? (current is null ? AnalyzerCatalog.Get(AnalyzerCatalog.DefaultName) : CurrentIndex.AnalyzerOf(current.Commit, options.IndexPath));
        var fingerprint = new Fingerprint(analyzer.Fingerprint).ToString();
        why ??= current is null ? null
            : rebuild ? new Rebuild(RebuildReason.Requested, "a rebuild was asked for")
            : current.Commit.Analyzer != analyzer.Name ? new Rebuild(RebuildReason.Analyzer, $"the analyzer was {current.Commit.Analyzer} and is now {analyzer.Name}")
            : current.Commit.Fingerprint != fingerprint ? new Rebuild(RebuildReason.Version, "the analyzer or the index format has changed")
            : null;
        var run = new IndexRun(folder, analyzer, fingerprint, scan, progress, cancellationToken);
        IndexOutcome outcome;
        try
        {
            outcome = current is not null && why is null ? run.Update(current) : run.Rebuild(current);
        }
        catch (Exception e) when (current is not null && why is null && (e is DamagedIndexException || DamagedIndexException.Explains(e)))
        {
            why = Rebuild.AfterDamage(e);
            outcome = run.Rebuild(current);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IndexFolderException.Unwritable(options.IndexPath, e);
        }

        folder.DeleteUnused();
        return Report(outcome, analyzer) with
        {
            Seconds = watch.Elapsed.TotalSeconds,
            RebuildReason = why?.Reason,
            RebuiltBecause = why?.Because,
        };
    }

    private static IndexReport Report(IndexOutcome outcome, AnalyzerChoice analyzer)
    {
        var changes = outcome.Changes;
        var failed = changes.Failed.Concat(outcome.Files.Where(f => f.Error is not null).Select(f => new FailedFile(f.Path, f.Error!)));
        return new IndexReport
        {
            Articles = outcome.Totals.Articles,
            Sections = outcome.Totals.Sections,
            References = outcome.Totals.References,
            Added = changes.ToRead.Count(f => f.Before is null) - changes.Moved,
            Updated = changes.ToRead.Count(f => f.Before is not null),
            Removed = changes.Gone.Count - changes.Moved,
            Moved = changes.Moved,
            Unchanged = changes.Unchanged.Count,
            Failed = [.. failed.DistinctBy(f => f.Path).OrderBy(f => f.Path, StringComparer.Ordinal)],
            Generation = outcome.Generation,
            Analyzer = analyzer.Name,
        };
    }

    /// <summary>Why an index is built anew.</summary>
    private sealed record Rebuild(RebuildReason Reason, string Because)
    {
        public static Rebuild AfterDamage(Exception damage) => new(RebuildReason.Damage, $"the index was damaged: {OneLine.Of(damage)}");
    }
}
