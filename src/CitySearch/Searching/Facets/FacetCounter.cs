using CitySearch.Concepts;
using CitySearch.Indexing;
using CitySearch.Searching.Scoring;

namespace CitySearch.Searching.Facets;

/// <summary>Counts the values of facets over a whole result.</summary>
internal sealed class FacetCounter(SearchGeneration generation, Thesaurus thesaurus, ConceptDocuments concepts)
{
    /// <summary>The most values of a facet that are told.</summary>
    public const int MostValues = 100;

    /// <summary>The counts of every facet, each over the hits that the filters on the other facets leave.</summary>
    /// <param name="hits">The hits, by segment.</param>
    /// <param name="without">The hits, by segment, without the filters of a name.</param>
    /// <param name="filtered">The names that the request filters by.</param>
    public Dictionary<string, IReadOnlyList<FacetCount>> Count(List<int>[] hits, Func<string, List<int>[]> without, IReadOnlySet<string> filtered)
    {
        var common = Stored(hits);
        return FacetNames.All.ToDictionary(
            name => name,
            name => name == FacetNames.Concept ? Best(Concepts(filtered.Contains(name) ? without(name) : hits))
                : Best(filtered.Contains(name) ? Stored(without(name))[name] : common[name]));
    }

    private static IReadOnlyList<FacetCount> Best(IEnumerable<FacetCount> counts) =>
        [.. counts.OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(MostValues)];

    private ILookup<string, FacetCount> Stored(List<int>[] hits)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < hits.Length; i++)
        {
            HitSets.CountFacets(generation.Leaves[i].Reader, hits[i], counts);
        }

        return counts.ToLookup(c => c.Key[..c.Key.IndexOf(FacetFields.Separator)], c => new FacetCount(c.Key[(c.Key.IndexOf(FacetFields.Separator) + 1)..], c.Value));
    }

    private IEnumerable<FacetCount> Concepts(List<int>[] hits)
    {
        var counts = new int[thesaurus.Concepts.Count];
        for (var i = 0; i < hits.Length; i++)
        {
            if (hits[i].Count == 0)
            {
                continue;
            }

            var leaf = generation.Leaves[i];
            var isHit = new bool[leaf.MaxDoc];
            foreach (var hit in hits[i])
            {
                isHit[hit] = true;
            }

            var documents = concepts.Of(thesaurus, generation, leaf);
            for (var concept = 0; concept < counts.Length; concept++)
            {
                foreach (var doc in documents[concept])
                {
                    counts[concept] += isHit[doc] ? 1 : 0;
                }
            }
        }

        return counts.Select((count, concept) => new FacetCount(thesaurus.Concepts[concept].PreferredLabel.ToString(), count)).Where(c => c.Count > 0);
    }
}
