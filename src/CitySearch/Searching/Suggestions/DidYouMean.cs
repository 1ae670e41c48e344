using CitySearch.Searching.Language;
using CitySearch.Searching.Scoring;

namespace CitySearch.Searching.Suggestions;

/// <summary>
/// Finds a query that was meant by one in which something is not found: a pair of characters or a word that no text holds, or, where there
/// is hardly a hit, all of a short query. What it proposes, a section holds more of than any section holds of what was typed.
/// </summary>
internal sealed class DidYouMean(RankingWeights weights)
{
    // A longer query is a sentence or a page, in which one strange pair means nothing.
    private const int LongestQuery = 60;
    private const int LongestWhole = 8;

    // Below so many hits, a query of known pairs is looked at as well.
    private const int FewHits = 3;

    // Candidates that are searched for, and errors in one query that are corrected.
    private const int MostTried = 5;
    private const int MostErrors = 3;

    // By how much more of a query, as a share of all of it, a section must hold.
    private const float LeastGain = 0.05f;

    /// <summary>What was meant; <see langword="null"/> where nothing says that it was not what was typed.</summary>
    /// <param name="query">The query.</param>
    /// <param name="total">The hits that it has.</param>
    /// <param name="generation">The index.</param>
    /// <param name="names">The names of the index and the thesaurus; asked for only where they are needed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public string? Of(string query, int total, SearchGeneration generation, Func<NameIndex> names, CancellationToken cancellationToken)
    {
        if (query.Length > LongestQuery || QueryLanguage.Parse(query) is not TextNode)
        {
            return null;
        }

        var terms = generation.Analysis.Terms(query).FindAll(t => t.IsReason);
        var isWhole = total < FewHits && query.Trim().Length <= LongestWhole;
        if (!isWhole && !terms.Exists(t => generation.Statistics.DocumentFrequency(t.Text) == 0))
        {
            return null;
        }

        var index = names();
        var (han, latin) = (new HanCorrections(generation, index.Words), new LatinCorrections(generation, index, index.Words));
        var corrected = query;
        float? known = null;
        for (var i = 0; i < MostErrors; i++)
        {
            var candidates = Candidates(corrected, han, latin, isWhole).OrderBy(c => c.Cost).ThenBy(c => c.Text, StringComparer.Ordinal).Select(c => c.In(corrected)).Distinct().Take(MostTried).ToList();
            if (candidates.Count == 0)
            {
                break;
            }

            var held = known ?? Held(query, generation, cancellationToken);
            if (held >= 1 - LeastGain)
            {
                break;
            }

            var better = candidates
                .Select(candidate => (Text: candidate, Held: Held(candidate, generation, cancellationToken)))
                .FirstOrDefault(candidate => candidate.Held > held + LeastGain);
            if (better.Text is null)
            {
                break;
            }

            (corrected, known) = (better.Text, better.Held);
        }

        return corrected == query ? null : corrected;
    }

    private static IEnumerable<Correction> Candidates(string query, HanCorrections han, LatinCorrections latin, bool isWhole)
    {
        var runs = QueryRuns.Of(query);
        foreach (var run in runs.Where(r => r.IsHan))
        {
            foreach (var correction in han.Of(run, isWhole && runs.Count == 1))
            {
                yield return correction;
            }
        }

        for (var i = 0; i < runs.Count;)
        {
            var end = i;
            while (end < runs.Count && !runs[end].IsHan && !latin.IsKnown(runs[end].Text) && (end == i || AreNeighbours(query, runs[end - 1], runs[end])))
            {
                end++;
            }

            foreach (var correction in end > i ? latin.Of(query, runs.GetRange(i, end - i)) : [])
            {
                yield return correction;
            }

            i = Math.Max(end, i + 1);
        }
    }

    private static bool AreNeighbours(string query, QueryRun first, QueryRun second) =>
        query.AsSpan(first.End, second.Starts[0] - first.End).IndexOfAnyExcept(" '’") < 0;

    /// <summary>The greatest share of a query that some section holds, by the weights of its terms, from 0 to 1.</summary>
    private float Held(string query, SearchGeneration generation, CancellationToken cancellationToken)
    {
        var clauses = generation.Analysis.Terms(query).Where(t => t.IsReason).Select(term =>
        {
            var idf = Bm25.Idf(generation.Statistics.DocumentCount, generation.Statistics.DocumentFrequency(term.Text));
            return new ScoringClause { Name = term.Text, Weight = idf, Coverage = idf };
        }).ToList();
        if (clauses.Count == 0)
        {
            return 0;
        }

        using var scores = TextScores.Compute(generation, clauses, weights.About, cancellationToken);
        return scores.BestCoverage / clauses.Sum(c => c.Coverage);
    }
}
