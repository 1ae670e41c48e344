using CitySearch.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CitySearch.Searching.Scoring;

/// <summary>The hits of a whole result as sets of heads and references: for totals, facets and the order by date.</summary>
internal static class HitSets
{
    /// <summary>For each segment, the heads and references that are hits, in order.</summary>
    public static List<int>[] Find(TextScores scores, HitRule rule, IReadOnlyList<bool[]?> allowed)
    {
        var sets = new List<int>[scores.Leaves.Count];
        for (var i = 0; i < sets.Length; i++)
        {
            sets[i] = [];
            var leaf = scores.Leaves[i];
            var text = leaf.Text;
            var coverage = leaf.Coverage;
            var heads = leaf.Leaf.Heads;
            var last = -1;
            for (var doc = 0; doc < text.Length; doc++)
            {
                if (!rule.Holds(coverage[doc], text[doc]) || allowed[i]?[doc] == false)
                {
                    continue;
                }

                var hit = heads[doc] >= 0 ? heads[doc] : doc;
                if (hit != last)
                {
                    sets[i].Add(hit);
                    last = hit;
                }
            }
        }

        return sets;
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
