using CitySearch.Searching.Language;
using CitySearch.Searching.Scoring;

namespace CitySearch.Searching;

/// <summary>What the kind and the filters of a request let through.</summary>
internal static class Filters
{
    /// <summary>Fails when a filter is of no field, or its value is none that the field can have.</summary>
    /// <exception cref="SearchRequestException">One line says what can be asked for.</exception>
    public static void Check(IReadOnlyList<SearchFilter> filters)
    {
        foreach (var filter in filters)
        {
            var field = QueryFields.Find(filter.Name) ?? throw SearchRequestException.Filter(filter.Name);
            if (field is QueryField.Year or QueryField.Date && FieldValues.OfFilter(field, filter.Value) is null)
            {
                throw SearchRequestException.FilterValue(filter.Name, filter.Value);
            }
        }
    }

    /// <summary>For one segment, whether each document may be a hit; <see langword="null"/> when all may.</summary>
    public static bool[]? Allowed(SearchGeneration generation, LeafColumns leaf, HitKind kind, IReadOnlyList<SearchFilter> filters)
    {
        if (kind == HitKind.All && filters.Count == 0)
        {
            return null;
        }

        var allowed = new bool[leaf.MaxDoc];
        for (var doc = 0; doc < allowed.Length; doc++)
        {
            var isReference = leaf.Heads[doc] < 0;
            allowed[doc] = kind == HitKind.All || (kind == HitKind.Reference) == isReference;
        }

        var matches = new FieldMatches(generation, CancellationToken.None);
        var reading = new QueryReading(generation);
        foreach (var alternatives in filters.GroupBy(f => QueryFields.Find(f.Name)!.Value))
        {
            var holds = new bool[leaf.MaxDoc];
            foreach (var filter in alternatives)
            {
                if (FieldValues.OfFilter(alternatives.Key, filter.Value) is not { } value || reading.Of(alternatives.Key, value) is not { } asked)
                {
                    continue;
                }

                // What is true of a section is true of its article.
                var documents = matches.Documents(asked, leaf);
                for (var doc = 0; doc < documents.Length; doc++)
                {
                    holds[leaf.Heads[doc] >= 0 ? leaf.Heads[doc] : doc] |= documents[doc];
                }
            }

            for (var doc = 0; doc < allowed.Length; doc++)
            {
                allowed[doc] &= holds[leaf.Heads[doc] >= 0 ? leaf.Heads[doc] : doc];
            }
        }

        return allowed;
    }
}
