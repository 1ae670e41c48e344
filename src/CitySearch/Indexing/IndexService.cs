using CitySearch.Corpus;
using CitySearch.Indexing.Scanning;

namespace CitySearch.Indexing;

/// <summary>The indexing of a <see cref="CitySearchOptions"/>.</summary>
/// <param name="options">Where the corpus and the index are.</param>
/// <param name="readers">The readers.</param>
/// <param name="changed">Called when an update has ended, for searches of the same process to look at once.</param>
internal sealed class IndexService(CitySearchOptions options, ArticleReaders readers, Action changed) : IIndexService
{
    /// <inheritdoc/>
    public Task<IndexReport> UpdateAsync(bool rebuild = false, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(ScanScope.Everything, rebuild, progress, cancellationToken);

    /// <inheritdoc/>
    public Task<IndexReport> UpdateAsync(IReadOnlyCollection<string> paths, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(ScanScope.Of(paths), rebuild: false, progress, cancellationToken);

    /// <inheritdoc/>
    public IndexStats? Stats()
    {
        var folder = new IndexFolder(options.IndexPath);
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
            Files = current.Files.Count,
            Failed = [.. current.Files.Values.Where(f => f.Error is not null).Select(f => new FailedFile(f.Path, f.Error!)).OrderBy(f => f.Path, StringComparer.Ordinal)],
            CorpusBytes = current.Files.Values.Sum(f => f.Length),
            IndexBytes = folder.SizeInBytes(),
            Generation = current.Commit.Generation,
            Committed = new DateTime(current.CommittedTicks, DateTimeKind.Utc),
            Analyzer = current.Commit.Analyzer,
            Fingerprint = current.Commit.Fingerprint,
        };
    }

    private Task<IndexReport> RunAsync(ScanScope scope, bool rebuild, IProgress<IndexProgress>? progress, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                var report = new CorpusIndexer(options, readers).Run(rebuild, progress, cancellationToken, scope);
                changed();
                return report;
            },
            cancellationToken);
}
