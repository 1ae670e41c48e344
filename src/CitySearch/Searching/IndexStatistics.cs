using System.Collections.Concurrent;
using CitySearch.Indexing;
using Lucene.Net.Index;

namespace CitySearch.Searching;

/// <summary>The statistics of one index, deleted documents included until their segment is merged, as Lucene counts.</summary>
internal sealed class IndexStatistics : ITermStatistics
{
    // Terms looked up in one generation; far more than queries use, a bound for hostile ones.
    private const int MostCachedTerms = 200_000;

    private readonly IndexReader _reader;
    private readonly ConcurrentDictionary<string, int> _documentFrequencies = new();
    private readonly ConcurrentDictionary<string, int> _titleFrequencies = new();

    public IndexStatistics(IndexReader reader)
    {
        _reader = reader;
        var (sections, meanSection) = Lengths(IndexSchema.Text);
        var (references, meanReference) = Lengths(IndexSchema.Reference);
        (ArticleCount, _) = Lengths(IndexSchema.Title);
        DocumentCount = sections + references;
        MeanSectionLength = meanSection;
        MeanReferenceLength = meanReference;
    }

    /// <inheritdoc/>
    public int DocumentCount { get; }

    /// <inheritdoc/>
    public float MeanSectionLength { get; }

    /// <inheritdoc/>
    public float MeanReferenceLength { get; }

    /// <inheritdoc/>
    public int ArticleCount { get; }

    /// <inheritdoc/>
    public int DocumentFrequency(string term) => Cached(
        _documentFrequencies, term, t => _reader.DocFreq(new Term(IndexSchema.Text, t)) + _reader.DocFreq(new Term(IndexSchema.Reference, t)));

    /// <inheritdoc/>
    public int TitleFrequency(string term) => Cached(_titleFrequencies, term, t => _reader.DocFreq(new Term(IndexSchema.Title, t)));

    private static int Cached(ConcurrentDictionary<string, int> cache, string term, Func<string, int> count)
    {
        if (cache.Count > MostCachedTerms)
        {
            cache.Clear();
        }

        return cache.GetOrAdd(term, count);
    }

    /// <summary>
    /// The mean is rounded to the next of steps of a thirty-second of its power of two (about 3%): contributions
    /// computed with it stay good while an index grows, and no rank depends on so little.
    /// </summary>
    private (int Documents, float Mean) Lengths(string field)
    {
        var documents = _reader.GetDocCount(field);
        if (documents <= 0)
        {
            return (0, 1);
        }

        var mean = (double)_reader.GetSumTotalTermFreq(field) / documents;
        var step = Math.Pow(2, Math.Floor(Math.Log2(Math.Max(mean, 1)))) / 32;
        return (documents, (float)Math.Max(1, Math.Round(mean / step) * step));
    }
}
