using CitySearch.Searching.Language;
using CitySearch.Searching.Scoring;

namespace CitySearch.Searching;

/// <summary>Which documents of a whole result may be shown: what filters let through, and what operators and fields of the query ask for.</summary>
internal static class HitSelection
{
    /// <summary>
    /// For each segment, which documents are let through; <see langword="null"/> where all are. Of an article that meets the requirement as a whole, these are the
    /// sections that hold most of what is required, among those that hold the query's words; without any, its head.
    /// </summary>
    /// <param name="generation">The index.</param>
    /// <param name="scores">The text scores.</param>
    /// <param name="plan">The query.</param>
    /// <param name="rule">Which documents hold enough of the query's words.</param>
    /// <param name="filtered">What the filters let through, a segment each.</param>
    /// <param name="weights">The constants of ranking.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IReadOnlyList<bool[]?> Of(
        SearchGeneration generation, TextScores scores, QueryPlan plan, HitRule rule, IReadOnlyList<bool[]?> filtered, RankingWeights weights, CancellationToken cancellationToken)
    {
        if (plan.Required is not { } required)
        {
            return filtered;
        }

        var hits = new RequiredHits(generation, weights, cancellationToken);
        var selected = new bool[scores.Leaves.Count][];
        for (var i = 0; i < selected.Length; i++)
        {
            selected[i] = Select(scores.Leaves[i], hits.Wholes(required, i), hits.Held(required, i), plan.AsksForWords, rule);
            for (var doc = 0; doc < selected[i].Length && filtered[i] is not null; doc++)
            {
                selected[i][doc] &= filtered[i]![doc];
            }
        }

        return selected;
    }

    private static bool[] Select(LeafScores leaf, bool[] wholes, byte[] held, bool asksForWords, HitRule rule)
    {
        var columns = leaf.Leaf;
        var selected = new bool[columns.MaxDoc];
        for (var first = 0; first < selected.Length;)
        {
            var head = columns.HitOf(first);
            var end = columns.EndOf(head);
            if (wholes[head] && columns.Live[head])
            {
                SelectSections(leaf, first, end, held, asksForWords, rule, selected);
            }

            first = end;
        }

        return selected;
    }

    private static void SelectSections(LeafScores leaf, int first, int end, byte[] held, bool asksForWords, HitRule rule, bool[] selected)
    {
        bool IsCandidate(int doc) => asksForWords ? rule.Holds(leaf.Coverage[doc], leaf.Text[doc]) : leaf.Text[doc] > 0 || held[doc] > 0;
        var most = -1;
        for (var doc = first; doc < end; doc++)
        {
            most = IsCandidate(doc) ? Math.Max(most, held[doc]) : most;
        }

        for (var doc = first; doc < end && most >= 0; doc++)
        {
            selected[doc] = IsCandidate(doc) && held[doc] == most;
        }

        selected[first] |= most < 0 && !asksForWords;
    }
}
