using CitySearch.Analysis;
using CitySearch.Indexing;
using CitySearch.Searching.Scoring;
using CitySearch.Snippets;
using Lucene.Net.Index;

namespace CitySearch.Searching.Relating;

/// <summary>
/// The terms that set a text apart: weighed by <c>(1 + ln tf) · idf</c>, Salton and Buckley (1988), "Term-weighting approaches in
/// automatic text retrieval". A few of them find what is like the text nearly as well as all do, as Lucene's MoreLikeThis has it.
/// </summary>
internal static class SignificantTerms
{
    private const int Most = 25;

    // Terms whose rarity is looked up, those that stand most often first: bounds the work for a book.
    private const int MostLookedUp = 500;

    // What follows this much of a text, in UTF-16 units, changes little.
    private const int MostText = 100_000;

    // A text shorter than this, in terms, hardly repeats any.
    private const int ShortText = 60;

    /// <summary>The terms as clauses that score, the most significant first.</summary>
    public static List<ScoringClause> Of(IEnumerable<string> texts, SearchGeneration generation)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = 0;
        foreach (var text in texts)
        {
            foreach (var token in QueryAnalysis.Tokens(generation.Analyzer.Index, text.Length <= MostText - read ? text : text[..(MostText - read)]))
            {
                if (IsTelling(token))
                {
                    counts[token.Text] = counts.GetValueOrDefault(token.Text) + 1;
                }
            }

            read += Math.Min(text.Length, MostText - read);
        }

        var least = counts.Count < ShortText ? 1 : 2;
        var count = generation.Statistics.DocumentCount;
        return [.. counts
            .Where(c => c.Value >= least)
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Take(MostLookedUp)
            .Select(c => (Term: c.Key, Frequency: DocumentFrequency(c.Key, generation), Count: c.Value))
            .Where(c => c.Frequency >= 2)
            .OrderByDescending(c => Weight(c.Count, Bm25.Idf(count, c.Frequency))).ThenBy(c => c.Term, StringComparer.Ordinal)
            .Take(Most)
            .Select(c => new ScoringClause { Name = c.Term, Weight = Weight(c.Count, Bm25.Idf(count, generation.Statistics.DocumentFrequency(c.Term))), Coverage = 0 })];
    }

    /// <summary>The terms as what snippets look for.</summary>
    public static SnippetQuery Snippets(IReadOnlyList<ScoringClause> terms) => new()
    {
        Terms = terms.ToDictionary(t => t.Name, t => new SnippetTerm(t.Weight, true, false), StringComparer.Ordinal),
        Runs = [],
    };

    /// <summary>Whether a term can say what a text is about: no single character, no bare number.</summary>
    private static bool IsTelling(AnalysedToken token) =>
        token.Type is not (TokenTypes.Han or TokenTypes.Value or TokenTypes.Counted) && token.Text.Length >= 2 && !token.Text.All(char.IsDigit);

    private static float Weight(int count, float idf) => (1 + MathF.Log(count)) * idf;

    // Deleted documents count until they are merged away, for this choice among hundreds only: counting them out would decode the
    // postings of every term.
    private static int DocumentFrequency(string term, SearchGeneration generation) =>
        generation.Reader.DocFreq(new Term(IndexSchema.Text, term)) + generation.Reader.DocFreq(new Term(IndexSchema.Reference, term));
}
