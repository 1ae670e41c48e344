using System.Runtime.CompilerServices;
using CitySearch.Indexing;
using CitySearch.Searching.Scoring;
using CitySearch.Text;
using Lucene.Net.Index;

namespace CitySearch.Searching.Language;

/// <summary>The values of one segment that fields are compared with whole, each once: authors, tags, sources, folders, paths.</summary>
internal sealed class LeafValues
{
    private static readonly ConditionalWeakTable<object, LeafValues> OfSegments = [];

    private readonly Dictionary<QueryField, List<FieldValue>> _values = [];

    private LeafValues(AtomicReader reader)
    {
        foreach (var field in (ReadOnlySpan<QueryField>)[QueryField.Kind, QueryField.Year, QueryField.Author, QueryField.Source, QueryField.Tag, QueryField.Folder, QueryField.Path])
        {
            _values.Add(field, []);
        }

        Load(reader, IndexSchema.Facet, term =>
        {
            var separator = term.IndexOf(FacetFields.Separator, StringComparison.Ordinal);
            return (QueryFields.Find(term[..separator]), term[(separator + 1)..]);
        });
        Load(reader, IndexSchema.File, term => (QueryField.Path, term));
    }

    /// <summary>The values of a segment, loaded once for all generations that hold it.</summary>
    public static LeafValues Of(LeafColumns leaf) => OfSegments.GetValue(leaf.CoreKey, _ => new LeafValues(leaf.Reader));

    /// <summary>The values of a field.</summary>
    public IReadOnlyList<FieldValue> Of(QueryField field) => _values[field];

    private void Load(AtomicReader reader, string indexField, Func<string, (QueryField? Field, string Value)> read)
    {
        if (reader.GetTerms(indexField)?.GetEnumerator() is not { } terms)
        {
            return;
        }

        while (terms.MoveNext())
        {
            var term = terms.Term.Utf8ToString();
            if (read(term) is ({ } field, var value) && _values.TryGetValue(field, out var values))
            {
                values.Add(new FieldValue(value, TextFolding.Fold(value), indexField, term));
            }
        }
    }
}

/// <summary>A value that documents have.</summary>
/// <param name="Text">The value as facets print it.</param>
/// <param name="Folded">The value folded.</param>
/// <param name="IndexField">The field of the index that has it as an exact term.</param>
/// <param name="Term">The term.</param>
internal readonly record struct FieldValue(string Text, string Folded, string IndexField, string Term);
