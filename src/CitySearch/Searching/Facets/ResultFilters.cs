using CitySearch.Concepts;
using CitySearch.Searching.Language;
using CitySearch.Searching.Scoring;
using CitySearch.Text;

namespace CitySearch.Searching.Facets;

/// <summary>
/// What a request's kind and filters let through, and what they would let through without the filters of one name: a facet
/// counts what each of its values would give if it were chosen too, so the filters on itself do not count for it.
/// </summary>
internal sealed class ResultFilters
{
    private readonly SearchGeneration _generation;
    private readonly HitKind _kind;

    // By name and segment: the heads and references that hold one of the values asked for.
    private readonly Dictionary<string, bool[][]> _holders;

    /// <summary>Finds what each name's filters let through, once for every question that follows.</summary>
    public ResultFilters(SearchGeneration generation, SearchRequest request, Thesaurus thesaurus, ConceptDocuments concepts)
    {
        _generation = generation;
        _kind = request.Kind;
        var matches = new FieldMatches(generation, CancellationToken.None);
        var reading = new QueryReading(generation);
        _holders = request.Filters.GroupBy(f => NameOf(f.Name), f => f.Value).ToDictionary(
            values => values.Key,
            values => QueryFields.Find(values.Key) is { } field ? OfField(field, values) : OfConcepts(values));

        bool[][] OfField(QueryField field, IEnumerable<string> values)
        {
            var asked = values.Select(value => FieldValues.OfFilter(field, value)).OfType<QueryNode>().Select(value => reading.Of(field, value)).OfType<FieldRequirement>().ToList();
            return Holders(leaf => asked.SelectMany(value => Places(matches.Documents(value, leaf))));
        }

        bool[][] OfConcepts(IEnumerable<string> values)
        {
            var named = values.SelectMany(value => ConceptDocuments.Named(thesaurus, value)).Distinct().ToList();
            return Holders(leaf => named.Count == 0 ? [] : named.SelectMany(concept => concepts.Of(thesaurus, generation, leaf)[concept]));
        }
    }

    /// <summary>The names that the request filters by.</summary>
    public IReadOnlySet<string> Names => _holders.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>Fails when a filter is of no name that there is, or its value is none that the field can have.</summary>
    /// <exception cref="SearchRequestException">One line says what can be asked for.</exception>
    public static void Check(IEnumerable<SearchFilter> filters)
    {
        foreach (var filter in filters.Where(f => !IsConcept(f.Name)))
        {
            var field = QueryFields.Find(filter.Name) ?? throw SearchRequestException.Filter(filter.Name);
            if (field is QueryField.Year or QueryField.Date && FieldValues.OfFilter(field, filter.Value) is null)
            {
                throw SearchRequestException.FilterValue(filter.Name, filter.Value);
            }
        }
    }

    /// <summary>For each segment, whether each document may be a hit; <see langword="null"/> when all may.</summary>
    /// <param name="without">A name whose filters do not count.</param>
    public bool[]?[] Allowed(string? without = null)
    {
        var holders = new List<bool[][]>();
        foreach (var (name, held) in _holders)
        {
            if (name != without)
            {
                holders.Add(held);
            }
        }

        return [.. _generation.Leaves.Select((leaf, number) => _kind == HitKind.All && holders.Count == 0 ? null : Allowed(leaf, holders.Select(h => h[number])))];
    }

    private bool[] Allowed(LeafColumns leaf, IEnumerable<bool[]> holders)
    {
        var allowed = new bool[leaf.MaxDoc];
        for (var doc = 0; doc < allowed.Length; doc++)
        {
            allowed[doc] = _kind == HitKind.All || (_kind == HitKind.Reference) == (leaf.Heads[doc] < 0);
        }

        foreach (var held in holders)
        {
            for (var doc = 0; doc < allowed.Length; doc++)
            {
                allowed[doc] &= held[leaf.HitOf(doc)];
            }
        }

        return allowed;
    }

    private bool[][] Holders(Func<LeafColumns, IEnumerable<int>> documents) => [.. _generation.Leaves.Select(leaf =>
    {
        var holders = new bool[leaf.MaxDoc];
        foreach (var doc in documents(leaf))
        {
            holders[leaf.HitOf(doc)] = true;
        }

        return holders;
    })];

    // What is true of a section is true of its article.

    private static IEnumerable<int> Places(bool[] marks)
    {
        for (var at = Array.IndexOf(marks, true); at >= 0; at = Array.IndexOf(marks, true, at + 1))
        {
            yield return at;
        }
    }

    // In either language, any case and width.
    private static bool IsConcept(string name) => TextFolding.Fold(name) is FacetNames.Concept or FacetNames.ConceptInChinese;

    private static string NameOf(string name) => QueryFields.Find(name) is { } field ? QueryFields.NameOf(field) : FacetNames.Concept;
}
