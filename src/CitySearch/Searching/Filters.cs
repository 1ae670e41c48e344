using CitySearch.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CitySearch.Searching;

/// <summary>What the kind and the filters of a request let through.</summary>
internal static class Filters
{
    /// <summary>For one segment, whether each document may be a hit; <see langword="null"/> when all may.</summary>
    public static bool[]? Allowed(LeafColumns leaf, HitKind kind, IReadOnlyList<SearchFilter> filters)
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

        foreach (var alternatives in filters.GroupBy(f => f.Name))
        {
            var holds = new bool[leaf.MaxDoc];
            foreach (var filter in alternatives)
            {
                Mark(leaf.Reader, FacetFields.Term(filter.Name, filter.Value), holds);
            }

            for (var doc = 0; doc < allowed.Length; doc++)
            {
                allowed[doc] &= holds[leaf.Heads[doc] >= 0 ? leaf.Heads[doc] : doc];
            }
        }

        return allowed;
    }

    private static void Mark(AtomicReader reader, string term, bool[] holds)
    {
        var docs = reader.GetTermDocsEnum(new Term(IndexSchema.Facet, term));
        if (docs is null)
        {
            return;
        }

        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            holds[doc] = true;
        }
    }
}
