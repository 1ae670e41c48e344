using CitySearch.Analysis;
using CitySearch.Concepts;
using CitySearch.Snippets;

namespace CitySearch.Searching.Scoring;

/// <summary>What the thesaurus adds to a query: the other labels of the concepts that it mentions, as clauses of their own.</summary>
internal static class Expansions
{
    /// <summary>Adds the labels for an unquoted part of a query.</summary>
    /// <param name="text">The part.</param>
    /// <param name="thesaurus">The thesaurus.</param>
    /// <param name="analysis">Makes terms.</param>
    /// <param name="statistics">The statistics of the index.</param>
    /// <param name="weights">The constants of ranking.</param>
    /// <returns>
    /// A clause for each label, worth the expansion's weight times what the mention itself is worth, but never more than the
    /// label would be if it had been typed: a common word must not score like the rare one that it stands for.
    /// </returns>
    public static IEnumerable<Expansion> Of(string text, Thesaurus thesaurus, QueryAnalysis analysis, ITermStatistics statistics, RankingWeights weights)
    {
        foreach (var labels in thesaurus.Expand(text).GroupBy(e => e.Mention))
        {
            var typed = text.Substring(labels.Key.Start, labels.Key.Length);
            var mention = Worth(typed, analysis, statistics, weights);
            foreach (var expansion in labels)
            {
                var phrase = analysis.Phrase(expansion.Text);
                if (phrase.Count == 0)
                {
                    continue;
                }

                var label = Worth(expansion.Text, analysis, statistics, weights);
                yield return new Expansion(
                    typed,
                    new ScoringClause
                    {
                        Name = phrase.Count == 1 ? phrase[0].Term : $"label({expansion.Text})",
                        Weight = expansion.Weight * Math.Min(mention.Weight, label.Weight),
                        Coverage = expansion.Weight * mention.Coverage,
                        Phrase = phrase.Count == 1 ? null : phrase,
                    },
                    phrase);
            }
        }
    }

    private static (float Weight, float Coverage) Worth(string text, QueryAnalysis analysis, ITermStatistics statistics, RankingWeights weights)
    {
        var weight = 0f;
        var coverage = 0f;
        foreach (var term in analysis.Terms(text))
        {
            var idf = Bm25.Idf(statistics.DocumentCount, statistics.DocumentFrequency(term.Text));
            weight += idf * (term.IsWord ? weights.Word : 1);
            coverage += term.IsReason ? idf : 0;
        }

        return (weight, coverage);
    }
}

/// <summary>A label that a query is expanded by.</summary>
/// <param name="Mention">What the query writes instead.</param>
/// <param name="Clause">The clause that scores the label.</param>
/// <param name="Phrase">The label's terms.</param>
internal sealed record Expansion(string Mention, ScoringClause Clause, IReadOnlyList<PhraseTerm> Phrase);
