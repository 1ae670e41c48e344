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

    // What an object takes beside its text.
    private const int ObjectBytes = 500;
    private const int CountBytes = 120;

    private readonly RecentlyUsed<(object Segment, int Doc), ArticleRecord> _articles = new(RecordsBytes / 4, static _ => 2 * ObjectBytes);
    private readonly RecentlyUsed<(object Segment, int Doc), SectionRecord> _sections = new(RecordsBytes, static section => ObjectBytes + (2 * section.Text.Length));

    /// <summary>The decoded postings of the terms and phrases that queries use.</summary>
    public RecentlyUsed<PostingsKey, Postings> Postings { get; } = new(postingsBytes, static postings => postings.Bytes);

    /// <summary>How many documents of a segment hold a term, by what stands for the segment's documents without the deleted ones.</summary>
    public RecentlyUsed<(object Live, string Term), int> Documents { get; } = new(CountsBytes, static _ => CountBytes);

    /// <summary>How many titles of a segment hold a term, by the same.</summary>
    public RecentlyUsed<(object Live, string Term), int> InTitles { get; } = new(CountsBytes, static _ => CountBytes);

    /// <summary>The terms of the titles of articles, by their heads.</summary>
    public RecentlyUsed<(object Segment, int Head), string[]> Titles { get; } = new(TitlesBytes, static terms => 64 + (40 * terms.Length));

    /// <summary>What is stored of an article.</summary>
    public ArticleRecord Article(LeafColumns leaf, int head) => _articles.Get((leaf.CoreKey, head), () => StoredRecords.ReadArticle(leaf.Reader, head));

    /// <summary>What is stored of a section.</summary>
    public SectionRecord Section(LeafColumns leaf, int doc) => _sections.Get((leaf.CoreKey, doc), () => StoredRecords.ReadSection(leaf.Reader, doc));
}
