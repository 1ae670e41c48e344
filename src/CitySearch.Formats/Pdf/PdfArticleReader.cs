using CitySearch.Corpus;
using CitySearch.Corpus.Markdown;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Outline;

namespace CitySearch.Formats.Pdf;

/// <summary>
/// Reads PDFs: the text of each page in reading order, columns and vertical lines included, without running heads and
/// page numbers; its lines joined into paragraphs; headings from bookmarks, size and font; the page of each section.
/// </summary>
/// <param name="options">The reading limits.</param>
public sealed class PdfArticleReader(FormatsOptions options) : IArticleReader
{
    private const int HeaderWithin = 1024;

    // A page of which more than this part (one in …) cannot be read shows nothing that is worth finding.
    private const int UnreadablePart = 3;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".pdf"];

    /// <inheritdoc/>
    public string Version => "pdf/2" + options.VersionSuffix;

    /// <inheritdoc/>
    /// <remarks>Pages that cannot be read are reported at the end, after the article of the others.</remarks>
    public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        yield return Parse(FileBytes.Read(file, options, cancellationToken), file.Path, out var broken, cancellationToken);
        if (broken.Count > 0)
        {
            var others = broken.Count > 1 ? $" and {broken.Count - 1} more pages" : "";
            throw new ReadingException($"page {broken[0]}{others}: damaged, or its fonts do not say which characters they show; the other pages were read");
        }
    }

    /// <summary>Reads an article from the bytes of its file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="path">Its path below the corpus folder, with forward slashes.</param>
    /// <param name="broken">The pages that could not be read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal Article Parse(byte[] bytes, string path, out IReadOnlyList<int> broken, CancellationToken cancellationToken = default)
    {
        if (bytes.AsSpan(0, Math.Min(bytes.Length, HeaderWithin)).IndexOf("%PDF-"u8) < 0)
        {
            throw new ReadingException(FileBytes.KindOf(bytes) is { } kind
                ? $"The file is {kind}, not a PDF: give it the ending of its format, or take it out of the corpus."
                : "The file is damaged, or no PDF: print it to PDF again, or take it out of the corpus.");
        }

        var budget = new PdfBudget(options);
        using var document = Open(bytes, budget);
        if (document.NumberOfPages > options.MaxPages)
        {
            throw new ReadingException($"The PDF has more than {options.MaxPages} pages: split it, or raise MaxPages.");
        }

        var pages = ReadPages(document, budget, cancellationToken);
        broken = [.. pages.Where(page => page.Glyphs is null || IsUnreadable(page.Glyphs)).Select(page => page.Number)];
        var readable = pages.Select(page => page.Glyphs).OfType<PageGlyphs>().Where(page => !IsUnreadable(page)).ToList();
        if (!readable.Any(page => page.Runs.Any(run => run.Any(glyph => !glyph.IsSpace))))
        {
            throw new ReadingException(
                pages.Any(page => page.Glyphs is { Unreadable: > 0 }) ? "The fonts of this PDF do not say which characters they show: run text recognition (OCR) over it first."
                : pages.All(page => page.Glyphs is null) ? "The PDF is damaged: print it to PDF again, or take it out of the corpus."
                : "The PDF has no text, it is scanned or drawn: run text recognition (OCR) over it first.");
        }

        var lines = RunningHeads.Remove(PageLines.Of(readable), [.. readable.Select(page => page.Height)]).SelectMany(page => page).Where(line => line.Text.Length > 0).ToList();
        var body = ParagraphFinder.BodySize(lines);
        var blocks = RaisedMarks.Resolve(PdfHeadings.Apply(ParagraphFinder.Find(lines, body), body, Bookmarks(document)));
        var information = document.Information;
        return ArticleAssembly.Build(
            path,
            new Metadata
            {
                Title = DocumentProperties.Title(information?.Title, blocks),
                Authors = DocumentProperties.Authors(information?.Author),
                Tags = [.. FrontMatter.SplitNames(information?.Keywords ?? "").Distinct(StringComparer.Ordinal)],
                Description = string.IsNullOrWhiteSpace(information?.Subject) ? null : information.Subject.Trim(),
            },
            blocks);
    }

    private static bool IsUnreadable(PageGlyphs page) => page.Unreadable > 0 && page.Unreadable * UnreadablePart > page.Runs.Sum(run => run.Count) + page.Unreadable;

    // The parser throws what it meets (index, cast, stack, format errors): a damaged file, whichever it is.
#pragma warning disable CA1031
    private static PdfDocument Open(byte[] bytes, PdfBudget budget)
    {
        try
        {
            var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, ClipPaths = false, FilterProvider = budget });
            document.AddPageFactory<PageGlyphs, GlyphPageFactory>();
            return document;
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new ReadingException("The PDF is protected by a password: save a copy without one.", exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw budget.Exceeded ?? new ReadingException("The PDF is damaged: print it to PDF again, or take it out of the corpus.", exception);
        }
    }

    private static List<(int Number, PageGlyphs? Glyphs)> ReadPages(PdfDocument document, PdfBudget budget, CancellationToken cancellationToken)
    {
        var pages = new List<(int, PageGlyphs?)>(document.NumberOfPages);
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PageGlyphs? page = null;
            try
            {
                page = document.GetPage<PageGlyphs>(number);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // Reported with its number; the other pages are read.
            }

            if (budget.Exceeded is { } exceeded)
            {
                throw exceeded;
            }

            pages.Add((number, page));
        }

        return pages;
    }

    private static List<BookmarkNode> Bookmarks(PdfDocument document)
    {
        try
        {
            return document.TryGetBookmarks(out var bookmarks, false) ? [.. bookmarks.GetNodes()] : [];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return [];
        }
    }
#pragma warning restore CA1031
}
