using System.Text.Json.Serialization.Metadata;
using CitySearch.Indexing;
using CitySearch.Searching.Scoring;

namespace CitySearch.Searching;

/// <summary>
/// What searches found out and later ones use again. It is kept by segment, so what a commit leaves as it was stays known, and within
/// bounds, whatever is asked.
/// </summary>
/// <param name="postingsBytes">The memory for decoded postings, about.</param>
internal sealed class SearchCaches(long postingsBytes)
{
    private const long RecordsBytes = 32 << 20;
    private const long TitlesBytes = 16 << 20;
    private const long CountsBytes = 32 << 20;

    // An object of text takes about twice its UTF-8, and some.
    private const int ObjectBytes = 300;
    private const int CountBytes = 120;

    private readonly RecentlyUsed<(object Segment, int Doc, string Field), (object Record, int Length)> _records = new(RecordsBytes, static value => (2 * value.Length) + ObjectBytes);

    /// <summary>The decoded postings of the terms and phrases that queries use.</summary>
    public RecentlyUsed<PostingsKey, Postings> Postings { get; } = new(postingsBytes, static postings => postings.Bytes);

    /// <summary>How many documents of a segment hold a term, by what stands for the segment's documents without the deleted ones.</summary>
    public RecentlyUsed<(object Live, string Term), int> Documents { get; } = new(CountsBytes, static _ => CountBytes);

    /// <summary>How many titles of a segment hold a term, by the same.</summary>
    public RecentlyUsed<(object Live, string Term), int> InTitles { get; } = new(CountsBytes, static _ => CountBytes);

    /// <summary>The terms of the titles of articles, by their heads.</summary>
    public RecentlyUsed<(object Segment, int Head), string[]> Titles { get; } = new(TitlesBytes, static terms => 64 + (40 * terms.Length));

    /// <summary>What is stored of an article.</summary>
    public ArticleRecord Article(LeafColumns leaf, int head) => Record(leaf, head, IndexSchema.ArticleRecord, StoredRecords.Article);

    /// <summary>What is stored of a section.</summary>
    public SectionRecord Section(LeafColumns leaf, int doc) => Record(leaf, doc, IndexSchema.SectionRecord, StoredRecords.Section);

    private T Record<T>(LeafColumns leaf, int doc, string field, JsonTypeInfo<T> type)
        where T : class
    {
        return (T)_records.Get((leaf.CoreKey, doc, field), () => (StoredRecords.Read(leaf.Reader, doc, field, type, out var length), length)).Record;
    }
}
