using System.Numerics;
using System.Runtime.Intrinsics;
using CitySearch.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CitySearch.Searching.Scoring;

/// <summary>The hits of a whole result: the documents that are found, and as sets of heads and references for totals, facets and the order by date.</summary>
internal static class HitSets
{
    /// <summary>For each segment, the sections and references that are found, ascending; for as long as the scores last.</summary>
    /// <param name="scores">The text scores.</param>
    /// <param name="rule">Which documents are hits.</param>
    /// <param name="allowed">What may be found, a segment each; <see langword="null"/> for everything.</param>
    public static ArraySegment<int>[] Documents(TextScores scores, HitRule rule, IReadOnlyList<bool[]?> allowed)
    {
        var documents = new ArraySegment<int>[scores.Leaves.Count];
        for (var i = 0; i < documents.Length; i++)
        {
            documents[i] = Documents(scores.Leaves[i], rule, allowed[i]);
        }

        return documents;
    }

    /// <summary>How many articles and references found documents of one segment belong to.</summary>
    public static int Count(LeafColumns leaf, ArraySegment<int> documents)
    {
        var (count, end) = (0, 0);
        foreach (var doc in documents.AsSpan())
        {
            if (doc >= end)
            {
                count++;
                end = leaf.EndOf(doc);
            }
        }

        return count;
    }

    /// <summary>The heads and references of found documents of one segment, ascending.</summary>
    public static List<int> Heads(LeafColumns leaf, ArraySegment<int> documents)
    {
        var hits = new List<int>();
        foreach (var doc in documents)
        {
            if (leaf.HitOf(doc) is var hit && (hits.Count == 0 || hits[^1] != hit))
            {
                hits.Add(hit);
            }
        }

        return hits;
    }

    private static ArraySegment<int> Documents(LeafScores leaf, HitRule rule, bool[]? allowed)
    {
        var text = leaf.Text;
        var coverage = leaf.Coverage;
        var found = leaf.RoomForDocuments();
        var count = 0;
        var doc = 0;

        // Of most vectors of documents, none is a hit.
        var least = Vector256.Create(rule.LeastCoverage);
        for (; rule.LeastCoverage > 0 && doc <= coverage.Length - Vector256<float>.Count; doc += Vector256<float>.Count)
        {
            for (var holding = Vector256.GreaterThanOrEqual(Vector256.Create(coverage[doc..]), least).ExtractMostSignificantBits(); holding != 0; holding &= holding - 1)
            {
                // Written whether it is a hit or not: to decide first would be guessed wrong too often.
                var holder = found[count] = doc + BitOperations.TrailingZeroCount(holding);
                count += rule.Holds(coverage[holder], text[holder]) && (allowed is null || allowed[holder]) ? 1 : 0;
            }
        }

        for (; doc < coverage.Length; doc++)
        {
            found[count] = doc;
            count += rule.Holds(coverage[doc], text[doc]) && (allowed is null || allowed[doc]) ? 1 : 0;
        }

        return new ArraySegment<int>(found, 0, count);
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
