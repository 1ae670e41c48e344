using Lucene.Net.Documents;

namespace CitySearch.Indexing;

/// <summary>Puts the names that can be suggested into documents, as terms that begin with a letter of their kind.</summary>
internal static class NameFields
{
    /// <summary>Before an article's title.</summary>
    public const char Title = 't';

    /// <summary>Before a section's own heading.</summary>
    public const char Heading = 'h';

    /// <summary>Before a reference's title.</summary>
    public const char Reference = 'r';

    // A name this long is a paragraph that was taken for one, and cannot be typed.
    private const int LongestName = 200;

    /// <summary>Adds a name.</summary>
    public static void Add(Document document, char kind, string? name)
    {
        if (name?.Trim() is { Length: > 0 and <= LongestName } text)
        {
            document.Add(ArticleDocuments.ExactField(IndexSchema.Name, kind + text));
        }
    }
}
