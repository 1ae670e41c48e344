using System.Globalization;
using System.Text;
using CitySearch.Corpus;
using CitySearch.Corpus.Markdown;

namespace CitySearch.Tests.Corpus.Markdown;

/// <summary>
/// Prints an article so that a test compares the whole of it: the metadata, then for each section its heading path,
/// anchor, line and cited labels, then each line of its text behind its line in the file, then references and links.
/// </summary>
internal static class ArticlePrinter
{
    private static readonly MarkdownArticleReader Reader = new();

    /// <summary>Reads Markdown.</summary>
    public static Article Read(string markdown, string path = "articles/文章.md") => Read(Encoding.UTF8.GetBytes(markdown), path);

    /// <summary>Reads the bytes of a Markdown file.</summary>
    public static Article Read(byte[] bytes, string path = "articles/文章.md") => Reader.Parse(bytes, path, TestContext.Current.CancellationToken);

    /// <summary>Reads and prints Markdown.</summary>
    public static string Print(string markdown) => Print(Read(markdown));

    /// <summary>Prints an article.</summary>
    public static string Print(Article article)
    {
        var result = new StringBuilder();
        result.Append("title: ").AppendLine(article.Title);
        Add(result, "date", article.Date?.ToString());
        Add(result, "authors", string.Join(" | ", article.Authors));
        Add(result, "tags", string.Join(" | ", article.Tags));
        Add(result, "source", article.Source);
        Add(result, "description", article.Description);
        Add(result, "permalink", article.Permalink);
        Add(result, "aliases", string.Join(" | ", article.Aliases));
        foreach (var section in article.Sections)
        {
            result.AppendLine().Append(CultureInfo.InvariantCulture, $"== {string.Join(" > ", section.Headings)} #{section.Anchor} :{section.Line}");
            result.AppendLine(section.CitedLabels.Count > 0 ? " cites " + string.Join(' ', section.CitedLabels) : "");
            var lines = section.Text.Split('\n');
            for (var i = 0; i < section.ParagraphLines.Count; i++)
            {
                result.AppendLine(CultureInfo.InvariantCulture, $"{section.ParagraphLines[i],3} {lines[i].Replace("\t", "⇥", StringComparison.Ordinal)}");
            }

            Assert.Equal(section.Text.Length > 0 ? lines.Length : 0, section.ParagraphLines.Count);
        }

        result.AppendLine();
        foreach (var reference in article.References)
        {
            result.AppendLine(CultureInfo.InvariantCulture, $"{reference.Line,3} [{reference.Label}] {reference.Reference.Text}");
        }

        foreach (var link in article.Links)
        {
            result.Append("-> ").AppendLine(link);
        }

        return result.ToString().ReplaceLineEndings("\n").TrimEnd();
    }

    private static void Add(StringBuilder result, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            result.Append(name).Append(": ").AppendLine(value);
        }
    }
}
