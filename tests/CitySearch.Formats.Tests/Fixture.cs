using System.Text;
using CitySearch.Corpus;
using CitySearch.Formats.Bibliographies;
using CitySearch.Formats.Docx;
using CitySearch.Formats.Html;
using CitySearch.Formats.Pdf;
using CitySearch.Formats.Text;
using CitySearch.Tests;

namespace CitySearch.Formats.Tests;

/// <summary>The files that real programs wrote, and articles as a person reads them.</summary>
internal static class Fixture
{
    /// <summary>The folder of the files.</summary>
    public static string Folder { get; } = System.IO.Path.Combine(Approval.RepositoryRoot, "tests", "CitySearch.Formats.Tests", "Fixtures");

    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(string name) => File.ReadAllBytes(System.IO.Path.Combine(Folder, name));

    /// <summary>Reads a file of the folder with the reader of its ending.</summary>
    public static Article Read(string name, FormatsOptions? options = null) => Read(System.IO.Path.Combine(Folder, name), name, options);

    /// <summary>Reads bytes as a file of that name.</summary>
    public static Article Read(byte[] bytes, string name, FormatsOptions? options = null)
    {
        var path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("citysearch-formats-").FullName, System.IO.Path.GetFileName(name));
        try
        {
            File.WriteAllBytes(path, bytes);
            return Read(path, name, options);
        }
        finally
        {
            Directory.Delete(System.IO.Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    /// <summary>Reads text as a file of that name, in UTF-8.</summary>
    public static Article ReadText(string text, string name, FormatsOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), name, options);

    /// <summary>The message with which a reader refuses bytes.</summary>
    public static string Refusal(byte[] bytes, string name, FormatsOptions? options = null) =>
        Assert.Throws<ReadingException>(() => Read(bytes, name, options)).Message;

    /// <summary>Everything that a reader gives of bytes, and the message with which it then ends, if it does.</summary>
    public static (IReadOnlyList<Article> Articles, string? Error) ReadAll(byte[] bytes, string name, FormatsOptions? options = null)
    {
        var folder = Directory.CreateTempSubdirectory("citysearch-formats-").FullName;
        var articles = new List<Article>();
        try
        {
            var path = System.IO.Path.Combine(folder, System.IO.Path.GetFileName(name));
            File.WriteAllBytes(path, bytes);
            foreach (var article in Readers(options).For(name)!.Read(new CorpusFile(path, name), TestContext.Current.CancellationToken))
            {
                articles.Add(article);
            }

            return (articles, null);
        }
        catch (ReadingException error)
        {
            return (articles, error.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The readers of the assembly.</summary>
    public static ArticleReaders Readers(FormatsOptions? options = null)
    {
        options ??= new FormatsOptions();
        return new ArticleReaders([new TextArticleReader(options), new HtmlArticleReader(options), new DocxArticleReader(options), new PdfArticleReader(options), new BibTeXReader(options), new TaggedReader(options), new CslJsonReader(options)]);
    }

    /// <summary>A whole article as text: everything that a reader finds.</summary>
    public static string Print(Article article)
    {
        var text = new StringBuilder();
        Line("title", article.Title);
        Line("date", article.Date?.ToString());
        Line("authors", string.Join(" | ", article.Authors));
        Line("tags", string.Join(" | ", article.Tags));
        Line("source", article.Source);
        Line("description", article.Description);
        Line("permalink", article.Permalink);
        Line("links", string.Join(" | ", article.Links));
        foreach (var section in article.Sections)
        {
            text.Append("\n== ").Append(string.Join(" > ", section.Headings));
            text.Append(section.Anchor.Length > 0 ? $" #{section.Anchor}" : "").Append(section.Line > 0 ? $" line {section.Line}" : "").Append(section.Page is { } page ? $" page {page}" : "");
            text.Append(section.CitedLabels.Count > 0 ? $" cites {string.Join(' ', section.CitedLabels)}" : "").Append('\n');
            var lines = section.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                text.Append(section.ParagraphLines.Count > 0 ? $"{section.ParagraphLines[i],3} " : "").Append(lines[i].Replace("\t", " ⇥ ", StringComparison.Ordinal)).Append('\n');
            }
        }

        text.Append("\n== references\n");
        foreach (var reference in article.References)
        {
            text.Append($"({reference.Label}){(reference.Line > 0 ? $" line {reference.Line}" : "")} {reference.Reference.Text}\n");
        }

        return text.ToString();

        void Line(string name, string? value) => text.Append(string.IsNullOrEmpty(value) ? "" : $"{name}: {value}\n");
    }

    private static Article Read(string fullPath, string name, FormatsOptions? options) =>
        Assert.Single(Readers(options).For(name)!.Read(new CorpusFile(fullPath, name), TestContext.Current.CancellationToken));
}
