using System.Collections.Concurrent;
using CitySearch.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CitySearch.Searching.Scoring;

/// <summary>
/// The statistics of one index, of what is in it now: deleted documents do not count, merged away or not. So scores
/// depend on the corpus alone and not on the updates by which the index came to it.
/// </summary>
internal sealed class IndexStatistics : ITermStatistics
{
    // Terms looked up in one generation; more than queries use between two commits, a bound for hostile ones.
    private const int MostCachedTerms = 50_000;

    private readonly IReadOnlyList<LeafColumns> _leaves;
    private readonly Func<LeafColumns, string, Postings> _postings;
    private readonly SearchCaches _caches;
    private readonly ConcurrentDictionary<string, int> _documentFrequencies = new();
    private readonly ConcurrentDictionary<string, int> _titleFrequencies = new();
    private int _cachedTerms;

    /// <summary>The statistics of some segments.</summary>
    /// <param name="leaves">The segments.</param>
    /// <param name="postings">
    /// The postings of a term in a segment. Counting what is left of them where documents were deleted costs little,
    /// because scoring the term decodes them anyway.
    /// </param>
    /// <param name="caches">Keep what was counted in a segment for the generations that come after.</param>
    public IndexStatistics(IReadOnlyList<LeafColumns> leaves, Func<LeafColumns, string, Postings> postings, SearchCaches caches)
    {
        _leaves = leaves;
        _postings = postings;
        _caches = caches;
        var (sections, meanSection) = Lengths(IndexSchema.Text);
        var (references, meanReference) = Lengths(IndexSchema.Reference);
        (ArticleCount, _) = Lengths(IndexSchema.Title);
        DocumentCount = sections + references;
        MeanSectionLength = meanSection;
        MeanReferenceLength = meanReference;
        var (about, meanAbout) = Lengths(IndexSchema.About);
        MeanAboutLength = about > 0 ? meanAbout : 0;
    }

    /// <inheritdoc/>
    public int DocumentCount { get; }

    /// <inheritdoc/>
    public float MeanSectionLength { get; }

    /// <inheritdoc/>
    public float MeanReferenceLength { get; }

    /// <inheritdoc/>
    public float MeanAboutLength { get; }

    /// <inheritdoc/>
    public int ArticleCount { get; }

    /// <inheritdoc/>
    public int DocumentFrequency(string term) => Cached(_documentFrequencies, term, leaf => !leaf.MayHold(term) ? 0 : _caches.Documents.Get((leaf.LiveKey, term), () => CountDocuments(leaf, term)));

    /// <inheritdoc/>
    public int TitleFrequency(string term) => Cached(_titleFrequencies, term, leaf => !leaf.MayHold(term) ? 0 : _caches.InTitles.Get((leaf.LiveKey, term), () => CountTitles(leaf, term)));

    /// <summary>Lets go of what was looked up, which takes far more memory than all else; it is looked up again when it is asked for.</summary>
    public void Forget()
    {
        Volatile.Write(ref _cachedTerms, 0);
        _documentFrequencies.Clear();
        _titleFrequencies.Clear();
    }

    private int Cached(ConcurrentDictionary<string, int> cache, string term, Func<LeafColumns, int> count)
    {
        if (cache.TryGetValue(term, out var known))
        {
            return known;
        }

        var counted = 0;
        foreach (var leaf in _leaves)
        {
            counted += count(leaf);
        }

        // Counted here: to ask a concurrent dictionary for its count takes all its locks, on every look at a term.
        if (cache.TryAdd(term, counted) && Interlocked.Increment(ref _cachedTerms) > MostCachedTerms)
        {
            Forget();
        }

        return counted;
    }

    private int CountDocuments(LeafColumns leaf, string term)
    {
        if (!leaf.HasDeletions)
        {
            return leaf.DocFreq(IndexSchema.Text, term) + leaf.DocFreq(IndexSchema.Reference, term);
        }

        var postings = _postings(leaf, term);
        return postings.Count - leaf.Deleted.Count(postings.Holds);
    }

    private static int CountTitles(LeafColumns leaf, string term)
    {
        if (!leaf.HasDeletions)
        {
            return leaf.DocFreq(IndexSchema.Title, term);
        }

        var count = 0;
        if (leaf.Docs(IndexSchema.Title, term) is { } docs)
        {
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                count += leaf.Live[doc] ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>
    /// The mean is rounded to the next of steps of a thirty-second of its power of two (about 3%): contributions
    /// computed with it stay good while an index grows, and no rank depends on so little.
    /// </summary>
    private (int Documents, float Mean) Lengths(string field)
    {
        var documents = 0;
        var tokens = 0L;
        foreach (var leaf in _leaves)
        {
            documents += leaf.Reader.GetDocCount(field);
            tokens += leaf.Reader.GetSumTotalTermFreq(field);
            if (leaf.HasDeletions && leaf.Reader.GetNormValues(field) is { } norms)
            {
                foreach (var doc in leaf.Deleted)
                {
                    // The norm is the number of tokens.
                    if (norms.Get(doc) is > 0 and var length)
                    {
                        documents--;
                        tokens -= length;
                    }
                }
            }
        }

        if (documents == 0)
        {
            return (0, 1);
        }

        var mean = (double)tokens / documents;
        var step = Math.Pow(2, Math.Floor(Math.Log2(Math.Max(mean, 1)))) / 32;
        return (documents, (float)Math.Max(1, Math.Round(mean / step) * step));
    }
}
