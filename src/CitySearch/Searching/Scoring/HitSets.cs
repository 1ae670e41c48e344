using System.Numerics;
using System.Runtime.Intrinsics;
using CitySearch.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CitySearch.Searching.Scoring;

/// <summary>The hits of a whole result: the documents that are found, and as sets of heads and references for totals, facets and the order by date.</summary>
internal static class HitSets
{
    /// <summary>For each segment, the sections and references that are found, ascending.</summary>
    /// <param name="scores">The text scores.</param>
    /// <param name="rule">Which documents are hits.</param>
    /// <param name="allowed">What may be found, a segment each; <see langword="null"/> for everything.</param>
    public static int[][] Documents(TextScores scores, HitRule rule, IReadOnlyList<bool[]?> allowed) =>
        [.. scores.Leaves.Select((leaf, i) => rule.LeastCoverage > 0 ? Holding(leaf, rule, allowed[i]) : All(leaf, allowed[i]))];

    /// <summary>The heads and references of found documents of one segment, ascending.</summary>
    public static List<int> Heads(LeafColumns leaf, int[] documents)
    {
        var hits = new List<int>();
        var last = -1;
        foreach (var doc in documents)
        {
            var hit = leaf.HitOf(doc);
            if (hit != last)
            {
                hits.Add(hit);
                last = hit;
            }
        }

        return hits;
    }

    private static int[] All(LeafScores leaf, bool[]? allowed) =>
        [.. Enumerable.Range(0, leaf.Text.Length).Where(doc => allowed?[doc] != false)];

    // Of whole vectors of documents, mostly none is a hit.
    private static int[] Holding(LeafScores leaf, HitRule rule, bool[]? allowed)
    {
        var coverage = leaf.Coverage;
        var least = Vector256.Create(rule.LeastCoverage);
        var found = new List<int>();
        var first = 0;
        for (; first <= coverage.Length - Vector256<float>.Count; first += Vector256<float>.Count)
        {
            for (var holding = Vector256.GreaterThanOrEqual(Vector256.Create(coverage[first..]), least).ExtractMostSignificantBits(); holding != 0; holding &= holding - 1)
            {
                AddIfHit(first + BitOperations.TrailingZeroCount(holding), leaf, rule, allowed, found);
            }
        }

        for (; first < coverage.Length; first++)
        {
            AddIfHit(first, leaf, rule, allowed, found);
        }

        return [.. found];
    }

    private static void AddIfHit(int doc, LeafScores leaf, HitRule rule, bool[]? allowed, List<int> found)
    {
        if (rule.Holds(leaf.Coverage[doc], leaf.Text[doc]) && (allowed is null || allowed[doc]))
        {
            found.Add(doc);
        }
    }

    /// <summary>Adds the facet counts of hits to the counts by term.</summary>
    public static void CountFacets(AtomicReader reader, List<int> hits, Dictionary<string, int> counts)
    {
        if (reader.GetSortedSetDocValues(IndexSchema.Facet) is not { } values)
        {
            return;
        }

        var byOrdinal = new int[values.ValueCount];
        foreach (var hit in hits)
        {
            values.SetDocument(hit);
            for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
            {
                byOrdinal[ordinal]++;
            }
        }

        var bytes = new BytesRef();
        for (var ordinal = 0; ordinal < byOrdinal.Length; ordinal++)
        {
            if (byOrdinal[ordinal] > 0)
            {
                values.LookupOrd(ordinal, bytes);
                var term = bytes.Utf8ToString();
                counts[term] = counts.GetValueOrDefault(term) + byOrdinal[ordinal];
            }
        }
    }
}
