namespace CitySearch.Searching.Scoring;

/// <summary>
/// How much a title speaks of things that a query does not ask for. A title's terms weigh by how rare they are among
/// titles; kept for the articles that were asked for lately.
/// </summary>
internal sealed class TitleTerms(SearchGeneration generation)
{
    // The rarity at which a missing share of a title counts in full: about one article in e^4 or 55.
    private const float FullRarity = 4;

    private const long MostBytes = 16 << 20;

    private readonly RecentlyUsed<(object Segment, int Head), (string Term, float Idf)[]> _titles = new(MostBytes, static terms => 64 + (16 * terms.Length));

    /// <summary>
    /// From 0 (every rare term of the title is in the query) to 1: the mean rarity, capped, of the title's terms that
    /// the query lacks, over all its terms.
    /// </summary>
    public float Missing(LeafColumns leaf, int head, IReadOnlySet<string> query)
    {
        var title = _titles.Get((leaf.CoreKey, head), () => Weighed(leaf, head));
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

    /// <summary>Lets go of the titles, which are weighed again when they are asked for.</summary>
    public void Forget() => _titles.Clear();

    private (string Term, float Idf)[] Weighed(LeafColumns leaf, int head) =>
        Array.ConvertAll(
            generation.Caches.Titles.Get((leaf.CoreKey, head), () => Terms(leaf, head)),
            term => (term, Bm25.Idf(generation.Statistics.ArticleCount, generation.Statistics.TitleFrequency(term))));

    private string[] Terms(LeafColumns leaf, int head) =>
        [.. generation.Analysis.Terms(generation.Caches.Article(leaf, head).Title).Where(term => term.IsReason).Select(term => term.Text)];
}
