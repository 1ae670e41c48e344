using CitySearch.Searching;

namespace CitySearch.Hosting.Mcp;

/// <summary>Writes how to cite a material of the corpus: in the order of GB/T 7714, with the place in the file at the end.</summary>
internal static class CitationText
{
    /// <summary>The citation of a passage of an article.</summary>
    public static string Of(ArticleHit article, SectionHit section) => Of(article.Authors, article.Title ?? article.Path, article.Source, article.Date, Place(article.Path, section));

    /// <summary>The citation of a whole article.</summary>
    public static string Of(WholeArticle article) => Of(article.Authors, article.Title, article.Source, article.Date, article.Path);

    private static string Of(IReadOnlyList<string> authors, string title, string? source, string? date, string place)
    {
        var published = string.Join(", ", new[] { source, date }.Where(part => !string.IsNullOrEmpty(part)));
        var parts = new[] { string.Join(", ", authors), title, published, place };
        return string.Join(". ", parts.Where(part => part.Length > 0));
    }

    private static string Place(string path, SectionHit section)
    {
        var at = section.Line > 0 ? $"{path}:{section.Line}" : section.Page is { } page ? $"{path}, p. {page}" : path;
        return section.Headings.Count > 0 ? $"{at} ({string.Join(" › ", section.Headings)})" : at;
    }
}
