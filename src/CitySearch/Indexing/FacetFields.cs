using System.Globalization;
using CitySearch.Corpus;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace CitySearch.Indexing;

/// <summary>Puts facet values into documents: as a sorted set for counting, as exact terms for filtering.</summary>
internal static class FacetFields
{
    /// <summary>Between a facet's name and its value.</summary>
    public const char Separator = '\u001f';

    // Terms longer than this are refused by Lucene (32,766 bytes); no true value comes near.
    private const int LongestValue = 1000;

    /// <summary>Adds the values of an article's head or of a reference.</summary>
    public static void Add(
        Document document, string kind, PartialDate? date, IReadOnlyList<string> tags, IReadOnlyList<string> authors, string? source, string? path)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        void Value(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value) && value.Length <= LongestValue && values.Add(Term(name, value)))
            {
                document.Add(new SortedSetDocValuesField(IndexSchema.Facet, new BytesRef(Term(name, value))));
                document.Add(ArticleDocuments.ExactField(IndexSchema.Facet, Term(name, value)));
            }
        }

        Value("kind", kind);
        Value("year", date?.Year.ToString("D4", CultureInfo.InvariantCulture));
        foreach (var tag in tags)
        {
            Value("tag", tag);
        }

        foreach (var author in authors)
        {
            Value("author", author);
        }

        Value("source", source);
        for (var slash = path?.LastIndexOf('/') ?? -1; slash > 0; slash = path!.LastIndexOf('/', slash - 1))
        {
            Value("folder", path![..slash]);
        }
    }

    /// <summary>The term of a facet value.</summary>
    public static string Term(string name, string value) => name + Separator + value;
}
