using System.Diagnostics;
using CitySearch.Analysis;
using CitySearch.Corpus;
using CitySearch.Indexing.Scanning;

namespace CitySearch.Indexing;

/// <summary>Brings the index of a corpus folder up to date: reads what is new or changed, forgets what is gone.</summary>
internal sealed class CorpusIndexer(CitySearchOptions options, ArticleReaders readers, IndexingMetrics? metrics = null, IReadOnlyList<IArticleSource>? sources = null)
{
    /// <summary>Runs once.</summary>
    /// <param name="rebuild">Whether to build everything anew even when nothing has changed.</param>
    /// <param name="progress">Told of each file done.</param>
    /// <param name="cancellationToken">Stops the run; the index stays as it was.</param>
    /// <param name="scope">The part of the corpus to look at; <see langword="null"/> for all. Where the index must be built anew, everything is looked at.</param>
    /// <param name="damage">What a check found wrong with the index, for which it is built anew; nothing of it is given up that can be read.</param>
    /// <exception cref="IndexFolderException">The index folder cannot be used.</exception>
    /// <exception cref="CorpusFolderException">The corpus folder is not there or cannot be read.</exception>
    public IndexReport Run(bool rebuild, IProgress<IndexProgress>? progress, CancellationToken cancellationToken, ScanScope? scope = null, DamagedIndexException? damage = null)
    {
        var watch = Stopwatch.StartNew();
        var named = options.Analyzer is { } name ? AnalyzerCatalog.Get(name) : null;
        var folder = new IndexFolder(options.IndexPath, options.Files);
        if (Path.TrimEndingDirectorySeparator(CorpusScan.Root(options.CorpusPath).FullName) == Path.TrimEndingDirectorySeparator(folder.Path))
        {
            throw IndexFolderException.Corpus(options.IndexPath);
        }

        using var held = folder.Lock();
        try
        {
            var report = scope is { IsWhole: false } ? UpdatePart(scope) : null;
            report ??= Whole();
            folder.DeleteUnused();
            return report with { Seconds = watch.Elapsed.TotalSeconds };
        }
        catch (Exception e) when (e is IOException and not CorpusFolderException or UnauthorizedAccessException)
        {
            throw IndexFolderException.Unwritable(options.IndexPath, e);
        }

        IndexRun Begin(ScanScope part, AnalyzerChoice analyzer, string fingerprint)
        {
            var startedAt = Stopwatch.GetTimestamp();
            var scan = CorpusScan.Run(options, folder.Path, readers, part, cancellationToken);
            scan = part.IsWhole && sources is { Count: > 0 } ? scan.With(sources, cancellationToken) : scan;
            metrics?.Scanned(scan.Files.Count, startedAt);
            return new IndexRun(folder, analyzer, fingerprint, part, scan, progress, metrics, cancellationToken);
        }

        // Nothing when the index is not there, is damaged, or is built with something else: then only a whole run helps.
        IndexReport? UpdatePart(ScanScope part)
        {
            try
            {
                if (CurrentIndex.Read(folder, part) is not { } current)
                {
                    return null;
                }

                var analyzer = named ?? CurrentIndex.AnalyzerOf(current.Commit, options.IndexPath);
                var fingerprint = new Fingerprint(analyzer.Fingerprint).ToString();
                return WhyRebuild(current, rebuild, analyzer, fingerprint) is null ? Report(Begin(part, analyzer, fingerprint).Update(current), analyzer) : null;
            }
            catch (Exception e) when (e is not CorpusFolderException && (e is DamagedIndexException || DamagedIndexException.Explains(e)))
            {
                return null;
            }
        }

        IndexReport Whole()
        {
            CurrentIndex? current = null;
            var why = damage is null ? null : Rebuild.AfterDamage(damage);
            try
            {
                current = CurrentIndex.Read(folder);
                if (why is null && current?.FindDamage(folder, cancellationToken) is { } found)
                {
                    why = Rebuild.AfterDamage(new DamagedIndexException(found));
                }
            }
            catch (DamagedIndexException e)
            {
                why ??= Rebuild.AfterDamage(e);
                current = SoundSegments.Read(folder);
            }

            var analyzer = named ?? (current is null ? AnalyzerCatalog.Get(AnalyzerCatalog.DefaultName) : CurrentIndex.AnalyzerOf(current.Commit, options.IndexPath));
            var fingerprint = new Fingerprint(analyzer.Fingerprint).ToString();
            why ??= current is null ? null : WhyRebuild(current, rebuild, analyzer, fingerprint);
            var run = Begin(ScanScope.Everything, analyzer, fingerprint);
            IndexOutcome outcome;
            try
            {
                outcome = current is not null && why is null ? run.Update(current) : run.Rebuild(current, keepMissing: damage is not null);
            }
            catch (Exception e) when (current is not null && why is null && (e is DamagedIndexException || DamagedIndexException.Explains(e)))
            {
                why = Rebuild.AfterDamage(e);
                outcome = run.Rebuild(current);
            }

            return Report(outcome, analyzer) with { RebuildReason = why?.Reason, RebuiltBecause = why?.Because };
        }
    }

    private static Rebuild? WhyRebuild(CurrentIndex current, bool isAskedFor, AnalyzerChoice analyzer, string fingerprint) =>
        isAskedFor ? new Rebuild(RebuildReason.Requested, "a rebuild was asked for")
        : current.Commit.Analyzer != analyzer.Name ? new Rebuild(RebuildReason.Analyzer, $"the analyzer was {current.Commit.Analyzer} and is now {analyzer.Name}")
        : current.Commit.Fingerprint != fingerprint ? new Rebuild(RebuildReason.Version, "the analyzer or the index format has changed")
        : null;

    private static IndexReport Report(IndexOutcome outcome, AnalyzerChoice analyzer)
    {
        var changes = outcome.Changes;
        var failed = changes.Failed.Select(f => f with { IsUnopened = true }).Concat(outcome.Files.Where(f => f.Error is not null).Select(f => new FailedFile(f.Path, f.Error!)));
        return new IndexReport
        {
            Articles = outcome.Totals.Articles,
            Sections = outcome.Totals.Sections,
            References = outcome.Totals.References,
            Added = changes.ToRead.Count(f => f.Before is null or { IsUnread: true }) - changes.Moved,
            Updated = changes.ToRead.Count(f => f.Before is { IsUnread: false }),
            Removed = changes.Gone.Count(f => !f.IsFolder) - changes.Moved,
            Moved = changes.Moved,
            Unchanged = changes.Unchanged.Concat(changes.Unopened).Count(f => !f.IsFolder && !f.IsUnread),
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
