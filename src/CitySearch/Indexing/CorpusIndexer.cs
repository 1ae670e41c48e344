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
    /// <exception cref="DirectoryNotFoundException">The corpus folder is not there.</exception>
    public IndexReport Run(bool rebuild, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var analyzer = AnalyzerCatalog.Get(options.Analyzer);
        var fingerprint = new Fingerprint(analyzer.Fingerprint).ToString();
        var folder = new IndexFolder(options.IndexPath);
        if (Path.TrimEndingDirectorySeparator(CorpusScan.Root(options.CorpusPath).FullName) == Path.TrimEndingDirectorySeparator(folder.Path))
        {
            throw new IndexFolderException($"{options.IndexPath} is the corpus folder; name another folder for the index (--index)");
        }

        using var held = folder.Lock();
        var scan = CorpusScan.Run(options.CorpusPath, folder.Path, readers, cancellationToken);
        var run = new IndexRun(folder, analyzer, fingerprint, scan, progress, cancellationToken);
        CurrentIndex? current = null;
        string? reason;
        try
        {
            current = CurrentIndex.Read(folder);
            reason = current is null ? "there was no index"
                : rebuild ? "a rebuild was asked for"
                : current.Commit.Fingerprint != fingerprint ? "the analyzer or the index format has changed"
                : null;
        }
        catch (DamagedIndexException e)
        {
            reason = $"the index was damaged: {e.Message}";
        }

        IndexOutcome outcome;
        try
        {
            outcome = reason is null ? run.Update(current!) : run.Rebuild(current);
        }
        catch (Exception e) when (reason is null && (e is DamagedIndexException || DamagedIndexException.Explains(e)))
        {
            reason = $"the index was damaged: {OneLine.Of(e)}";
            outcome = run.Rebuild(current);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexFolderException($"the index in {options.IndexPath} cannot be written: {OneLine.Of(e)}; it is as it was before", e);
        }

        folder.DeleteUnused();
        return Report(outcome) with
        {
            Seconds = watch.Elapsed.TotalSeconds,
            RebuiltBecause = reason == "there was no index" ? null : reason,
        };
    }

    private static IndexReport Report(IndexOutcome outcome)
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
        };
    }
}
