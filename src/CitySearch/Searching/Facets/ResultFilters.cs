using CitySearch.Concepts;
using CitySearch.Searching.Language;
using CitySearch.Searching.Scoring;
using CitySearch.Text;

namespace CitySearch.Searching.Facets;

/// <summary>
/// What a request's kind and filters let through, and what they would let through without the filters of one name: a facet
/// counts what each of its values would give if it were chosen too, so the filters on itself do not count for it.
/// </summary>
internal sealed class ResultFilters(SearchGeneration generation, SearchRequest request, Thesaurus thesaurus, ConceptDocuments concepts)
{
    /// <summary>The names that the request filters by.</summary>
    public IReadOnlySet<string> Names { get; } = request.Filters.Select(f => NameOf(f.Name)).ToHashSet(StringComparer.Ordinal);

    /// <summary>For each segment, whether each document may be a hit; <see langword="null"/> when all may.</summary>
    /// <param name="without">A name whose filters do not count.</param>
    public bool[]?[] Allowed(string? without = null)
    {
        var filters = request.Filters.Where(f => NameOf(f.Name) != without).ToLookup(f => IsConcept(f.Name));
        var named = filters[true].SelectMany(f => ConceptDocuments.Named(thesaurus, f.Value)).Distinct().ToList();
        return [.. generation.Leaves.Select(leaf =>
        {
            var allowed = Filters.Allowed(generation, leaf, request.Kind, [.. filters[false]]);
            return filters.Contains(true) ? Both(allowed, leaf, named) : allowed;
        })];
    }

    /// <summary>Whether a filter's name is that of concepts, in either language, any case and width.</summary>
    public static bool IsConcept(string name) => TextFolding.Fold(name) is FacetNames.Concept or FacetNames.ConceptInChinese;

    private static string NameOf(string name) => IsConcept(name) ? FacetNames.Concept : QueryFields.Find(name) is { } field ? QueryFields.NameOf(field) : name;

    private bool[] Both(bool[]? allowed, LeafColumns leaf, List<int> named)
    {
        var holds = new bool[leaf.MaxDoc];
        if (named.Count > 0)
        {
            var documents = concepts.Of(thesaurus, generation, leaf);
            foreach (var doc in named.SelectMany(concept => documents[concept]))
            {
                holds[doc] = true;
            }
        }

        var both = new bool[leaf.MaxDoc];
        for (var doc = 0; doc < both.Length; doc++)
        {
            both[doc] = allowed?[doc] != false && holds[leaf.Heads[doc] >= 0 ? leaf.Heads[doc] : doc];
        }

        return both;
    }
}
