using CitySearch.Corpus;

namespace CitySearch.Indexing;

/// <summary>The indexing of a <see cref="CitySearchOptions"/>.</summary>
internal sealed class IndexService(CitySearchOptions options, ArticleReaders readers) : IIndexService
{
    /// <inheritdoc/>
    public Task<IndexReport> UpdateAsync(bool rebuild = false, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => new CorpusIndexer(options, readers).Run(rebuild, progress, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IndexStats? Stats()
    {
        var folder = new IndexFolder(options.IndexPath);
        if (CurrentIndex.Read(folder) is not { } current)
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
            Fingerprint = current.Commit.Fingerprint,
        };
    }
}
