using System.Collections.Concurrent;
using CitySearch.Indexing;

namespace CitySearch.Searching.Scoring;

/// <summary>
/// How much a title speaks of things that a query does not ask for. A title's terms weigh by how rare they are among
/// titles; kept for each article once asked for.
/// </summary>
internal sealed class TitleTerms(SearchGeneration generation, QueryAnalysis analysis)
{
    // The rarity at which a missing share of a title counts in full: about one article in e^4 or 55.
    private const float FullRarity = 4;

    private readonly ConcurrentDictionary<(object Segment, int Head), (string Term, float Idf)[]> _titles = new();

    /// <summary>
    /// From 0 (every rare term of the title is in the query) to 1: the mean rarity, capped, of the title's terms that
    /// the query lacks, over all its terms.
    /// </summary>
    public float Missing(LeafColumns leaf, int head, IReadOnlySet<string> query)
    {
        var title = _titles.GetOrAdd((leaf.CoreKey, head), _ => Load(leaf, head));
        if (title.Length == 0)
        {
            return 0;
        }

        var missing = 0f;
        foreach (var (term, idf) in title)
        {
            missing += query.Contains(term) ? 0 : idf;
        }

        return Math.Min(1, missing / title.Length / FullRarity);
    }

    private (string Term, float Idf)[] Load(LeafColumns leaf, int head)
    {
        var record = StoredRecords.Read(leaf.Reader.Document(head), IndexSchema.ArticleRecord, StoredRecords.Article);
        return [.. analysis.Terms(record.Title)
            .Where(term => term.IsReason)
            .Select(term => (term.Text, Bm25.Idf(generation.Statistics.ArticleCount, generation.Statistics.TitleFrequency(term.Text))))];
    }
}
