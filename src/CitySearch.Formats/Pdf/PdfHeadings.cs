using System.Globalization;
using System.Text;
using CitySearch.Corpus;
using UglyToad.PdfPig.Outline;

namespace CitySearch.Formats.Pdf;

/// <summary>
/// Finds the headings among the paragraphs of a PDF: by the bookmarks where it has them, by their size and font, by
/// their form where they are set like the text. Headings that are set alike have the same level.
/// </summary>
internal sealed class PdfHeadings
{
    private const double LargerBy = 1.08;
    private const int LongestLarge = 90;
    private const int DeepestLevel = 6;
    private const int FormOfNone = 1000;

    private readonly IReadOnlyList<PdfParagraph> _paragraphs;
    private readonly double _body;
    private readonly GlyphStyle _style;
    private readonly Dictionary<(string Title, int Page), int> _bookmarks = [];

    private PdfHeadings(IReadOnlyList<PdfParagraph> paragraphs, double body, IEnumerable<BookmarkNode> bookmarks)
    {
        _paragraphs = paragraphs;
        _body = body;
        _style = paragraphs.SelectMany(paragraph => paragraph.Lines).Where(line => Math.Abs(line.Size - body) < 0.5)
            .GroupBy(line => line.Style).MaxBy(group => group.Sum(line => line.Text.Length))?.Key ?? new GlyphStyle("", false);
        foreach (var node in bookmarks.OfType<DocumentBookmarkNode>())
        {
            _bookmarks.TryAdd((Bare(node.Title), node.PageNumber), node.Level + 1);
        }
    }

    /// <summary>The blocks of a document.</summary>
    public static List<Block> Apply(IReadOnlyList<PdfParagraph> paragraphs, double bodySize, IEnumerable<BookmarkNode> bookmarks) =>
        new PdfHeadings(paragraphs, bodySize, bookmarks).Apply();

    private List<Block> Apply()
    {
        var marked = _paragraphs.Select(LevelByBookmark).ToList();
        var looks = new Look?[_paragraphs.Count];
        var forms = HeadingForms.Choose([.. _paragraphs.Select(paragraph => paragraph.IsRow || paragraph.IsFootnote || paragraph.Lines.Count > 2 ? null : paragraph.Text)]);
        var hasLarge = false;
        for (var i = 0; i < looks.Length; i++)
        {
            looks[i] = marked[i] > 0 || IsHeading(_paragraphs[i], forms[i]) ? LookOf(_paragraphs[i], forms[i]) : null;
            hasLarge |= looks[i] is not null;
        }

        // A document without any of them may still be numbered as they are.
        for (var i = 0; i < looks.Length && !hasLarge; i++)
        {
            looks[i] = forms[i] is { } form ? LookOf(_paragraphs[i], form) : null;
        }

        var levels = Levels(looks, marked);
        var blocks = new List<Block>(_paragraphs.Count);
        for (var i = 0; i < _paragraphs.Count; i++)
        {
            var (paragraph, page) = (_paragraphs[i], _paragraphs[i].First.Page);
            var text = HeadingForms.CollapseSpacing(paragraph.Text);
            if (looks[i] is { } look)
            {
                var rest = marked[i] == 0 && forms[i] is { Rest.Length: > 0 } article ? article : null;
                blocks.Add(new Block(BlockKind.Heading, rest?.Heading ?? text) { Level = marked[i] > 0 ? marked[i] : levels[look], Page = page });
                text = rest?.Rest ?? "";
            }

            if (paragraph.IsFootnote && PlainReferenceLists.TryReadLabel(text, out var label, out var note) && PlainReferenceLists.IsEntry(note))
            {
                blocks.Add(new Block(BlockKind.Note, note) { Label = label, Page = page });
            }
            else if (text.Length > 0)
            {
                blocks.Add(new Block(paragraph.IsRow ? BlockKind.Row : BlockKind.Paragraph, text) { Page = page });
            }
        }

        return blocks;
    }

    // The page of a bookmark is exact; its title may lack the number or differ in spaces.
    private int LevelByBookmark(PdfParagraph paragraph) =>
        _bookmarks.Count > 0 && paragraph.Text.Length <= LongestLarge && Bare(paragraph.Text) is { Length: > 0 } bare
            ? _bookmarks.GetValueOrDefault((bare, paragraph.First.Page)) : 0;

    private bool IsHeading(PdfParagraph paragraph, NumberedHeading? form)
    {
        if (paragraph.IsRow || paragraph.IsFootnote || !paragraph.Text.Any(char.IsLetter))
        {
            return false;
        }

        if (paragraph.Size > _body * LargerBy)
        {
            return paragraph.Text.Length <= LongestLarge && paragraph.Lines.Count <= 3 && !HeadingForms.IsContentsLine(paragraph.Text);
        }

        if (paragraph.Lines.Count > 2 || paragraph.Size < _body * 0.95)
        {
            return form is { Rank: < 50 } or { Rest.Length: > 0 } || PlainReferenceLists.IsTitle(paragraph.Text);
        }

        // As large as the text: another font shows it together with its form, a bold one by itself.
        var isShort = paragraph.Lines.Count == 1 && paragraph.Text.Length <= HeadingForms.LongestHeading && !HeadingForms.EndsAsText(paragraph.Text);
        var isOther = paragraph.First.Style.Font.Length > 0 && paragraph.First.Style.Font != _style.Font;
        return (isOther && form is not null) || (isShort && isOther && paragraph.First.Style.IsBold && !_style.IsBold)
            || form is { Rank: < 50 } || (isShort && PlainReferenceLists.IsTitle(paragraph.Text));
    }

    private static Look LookOf(PdfParagraph paragraph, NumberedHeading? form) =>
        new(Math.Round(paragraph.Size * 2) / 2, form?.Rank is null or 15 ? FormOfNone : form.Rank, paragraph.First.Style.IsBold);

    // Larger before smaller, then by the form of the number. What bookmarks say of one heading holds for all that look like it.
    private static Dictionary<Look, int> Levels(Look?[] looks, List<int> marked)
    {
        var levels = new Dictionary<Look, int>();
        var sizes = looks.OfType<Look>().Distinct().OrderByDescending(look => look.Size).ThenBy(look => look.Form).ThenByDescending(look => look.IsBold).ToList();
        var next = 1;
        var byMark = new Dictionary<Look, int>();
        for (var i = 0; i < looks.Length; i++)
        {
            if (looks[i] is { } look && marked[i] > 0)
            {
                byMark[look] = Math.Min(marked[i], byMark.GetValueOrDefault(look, int.MaxValue));
            }
        }

        foreach (var look in sizes)
        {
            levels[look] = byMark.TryGetValue(look, out var level) ? level : Math.Min(next, DeepestLevel);
            next = Math.Max(next, levels[look] + 1);
        }

        // A named part (参考文献) stands beside the numbered ones of its size.
        var numbered = sizes.Where(look => look.Form != FormOfNone).GroupBy(look => look.Size).ToDictionary(group => group.Key, group => group.Min(look => levels[look]));
        foreach (var look in sizes.Where(look => look.Form == FormOfNone && numbered.ContainsKey(look.Size)))
        {
            levels[look] = Math.Min(levels[look], numbered[look.Size]);
        }

        return levels;
    }

    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                bare.Append(char.ToLower(c, CultureInfo.InvariantCulture));
            }
        }

        return bare.ToString();
    }

    /// <summary>How a heading looks.</summary>
    private sealed record Look(double Size, int Form, bool IsBold);
}
