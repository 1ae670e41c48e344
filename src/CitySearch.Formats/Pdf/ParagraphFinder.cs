using System.Text;
using System.Text.RegularExpressions;
using CitySearch.Corpus;

namespace CitySearch.Formats.Pdf;

/// <summary>
/// Joins the lines of all pages into paragraphs. A paragraph ends where its last line stops short of the edge, where
/// the next line is indented, set apart, set otherwise or labelled; it may go on in the next column or on the next page.
/// </summary>
internal sealed partial class ParagraphFinder
{
    // In parts of the size: an indentation, a last line's shortfall, a different size, a gap beyond the usual leading.
    private const double Indent = 0.9;
    private const double Shortfall = 1.6;
    private const double OtherSize = 0.06;
    private const double WiderGap = 1.3;

    private const double Footnote = 0.93;

    private readonly List<PdfLine> _lines;
    private readonly double _body;
    private readonly Edges[] _edges;
    private readonly Dictionary<int, double> _leading;
    private readonly LineJoin _join;
    private readonly bool[] _footnotes;
    private readonly bool _indents;

    private ParagraphFinder(List<PdfLine> lines, double body)
    {
        _lines = lines;
        _body = body;
        _leading = Leadings(lines);
        _edges = FindEdges();
        _join = new LineJoin(lines.Select(line => line.Text));
        _footnotes = FindFootnotes();
        _indents = Enumerable.Range(0, lines.Count).Count(i => IsIndented(i)) * 20 >= lines.Count;
    }

    /// <summary>The size in which most of a document is set.</summary>
    public static double BodySize(IEnumerable<PdfLine> lines) =>
        lines.GroupBy(line => Math.Round(line.Size * 2) / 2).OrderByDescending(group => group.Sum(line => line.Text.Length)).Select(group => group.Key).FirstOrDefault(10);

    /// <summary>The paragraphs in reading order; footnotes come behind the paragraph in which their page ends.</summary>
    public static List<PdfParagraph> Find(List<PdfLine> lines, double bodySize) => new ParagraphFinder(lines, bodySize).Find();

    private List<PdfParagraph> Find()
    {
        var result = new List<PdfParagraph>();
        var notes = new List<PdfParagraph>();
        var open = new List<int>();
        var openNote = new List<int>();
        for (var i = 0; i < _lines.Count; i++)
        {
            if (openNote.Count > 0 && _lines[openNote[0]].Page != _lines[i].Page)
            {
                Close(openNote);
            }

            var mine = _footnotes[i] ? openNote : open;
            if (mine.Count > 0 && StartsNew(mine, i))
            {
                Close(mine);
            }

            mine.Add(i);
        }

        Close(openNote);
        Close(open);
        result.AddRange(notes);
        return result;

        void Close(List<int> indexes)
        {
            if (indexes.Count == 0)
            {
                return;
            }

            var text = new StringBuilder();
            indexes.ForEach(i => _join.Append(text, _lines[i].Text));
            var paragraph = new PdfParagraph([.. indexes.Select(i => _lines[i])], text.ToString(), _footnotes[indexes[0]]);
            if (paragraph.IsFootnote)
            {
                notes.Add(paragraph);
            }
            else
            {
                // A paragraph that begins behind the notes' page ends their page.
                result.AddRange(notes.Where(note => note.First.Page < paragraph.First.Page));
                notes.RemoveAll(note => note.First.Page < paragraph.First.Page);
                result.Add(paragraph);
            }

            indexes.Clear();
        }
    }

    private bool StartsNew(List<int> paragraph, int at)
    {
        var (before, line) = (_lines[paragraph[^1]], _lines[at]);
        if (line.IsRow || before.IsRow || HeadingForms.IsContentsLine(before.Text) || Math.Abs(line.Size - before.Size) > before.Size * OtherSize || IsSetOtherwise(before, line))
        {
            return true;
        }

        var first = _lines[paragraph[0]];
        var isLabelled = PlainReferenceLists.TryReadLabel(first.Text, out var label, out _);
        if (PlainReferenceLists.TryReadLabel(line.Text, out var next, out _) && (!IsFull(paragraph[^1], at) || Follows(label, next) || line.Text[0] is '•' or '·' or '●' or '◆'))
        {
            return true;
        }

        if (!IsFull(paragraph[^1], at))
        {
            return !IsCentredTitle(before, line);
        }

        var isBeside = line.Page != before.Page || line.Column != before.Column;
        if (isBeside)
        {
            // At the edge of a page, the end of a sentence is the end of a paragraph unless paragraphs are indented.
            return IsIndented(at) ? !isLabelled : !_indents && !isLabelled && EndsSentence(before.Text);
        }

        if (before.Y - line.Y > Leading(before) * WiderGap)
        {
            return true;
        }

        return IsIndented(at) && !isLabelled && !IsBlock(paragraph, at);
    }

    // Indented as a whole, like a quotation: as far as the line before it, and not for a first line only.
    private bool IsBlock(List<int> paragraph, int at) =>
        Math.Abs(_lines[at].Left - _lines[paragraph[^1]].Left) < _lines[at].Size * 0.3
        && (paragraph.Count > 1 || (at + 1 < _lines.Count && Math.Abs(_lines[at + 1].Left - _lines[at].Left) < _lines[at].Size * 0.3));

    // Set in another font as a whole: a heading, a caption, a quotation.
    private static bool IsSetOtherwise(PdfLine before, PdfLine line) =>
        before.Style != line.Style && before.Style.Font.Length > 0 && line.Style.Font.Length > 0
        && before.Style.IsBold != line.Style.IsBold;

    private static bool Follows(string label, string next) =>
        int.TryParse(label, out var number) && int.TryParse(next, out var following) && following == number + 1;

    private static bool EndsSentence(string text) => text.TrimEnd('”', '’', '」', '』', '）', ')', ']', '】') is [.., '。' or '！' or '？' or '：' or '.' or '!' or '?'];

    private bool IsCentredTitle(PdfLine before, PdfLine line)
    {
        if (line.Size < _body * 1.15 || line.Page != before.Page || line.Column != before.Column || before.Y - line.Y > line.Size * 2.2)
        {
            return false;
        }

        return Math.Abs((before.Left + before.Right) - (line.Left + line.Right)) < line.Size * 2;
    }

    // Whether a line reaches the edge, so that the next one may be its rest: what stands first there did not fit.
    private bool IsFull(int at, int next) =>
        _lines[at].Right + Math.Max(_lines[at].Size * Shortfall, _lines[next].FirstWord + _lines[at].Size) > _edges[at].Right;

    private bool IsIndented(int at) => _lines[at].Left > _edges[at].Left + (_lines[at].Size * Indent);

    private double Leading(PdfLine line) => _leading.GetValueOrDefault((int)Math.Round(line.Size * 2), line.Size * 1.6);

    // The usual distance of baselines, by size in half points.
    private static Dictionary<int, double> Leadings(List<PdfLine> lines)
    {
        var distances = new Dictionary<int, List<double>>();
        for (var i = 1; i < lines.Count; i++)
        {
            var (before, line) = (lines[i - 1], lines[i]);
            var distance = before.Y - line.Y;
            if (line.Page == before.Page && line.Column == before.Column && Math.Abs(line.Size - before.Size) < 0.3 && distance > line.Size * 0.9 && distance < line.Size * 3)
            {
                var size = (int)Math.Round(line.Size * 2);
                (distances.TryGetValue(size, out var list) ? list : distances[size] = []).Add(distance);
            }
        }

        // The lower quartile: distances between paragraphs are in there too, and in a list they may be the most.
        return distances.ToDictionary(pair => pair.Key, pair => pair.Value.Order().ElementAt(pair.Value.Count / 4));
    }

    // The edges of the text around each line: of its stretch of like lines, or where that is short, of its column.
    private Edges[] FindEdges()
    {
        var columns = _lines.GroupBy(line => (line.Page, line.Column))
            .ToDictionary(group => group.Key, group => new Edges(group.Min(line => line.Left), group.Max(line => line.Right), group.Count()));
        var byPage = columns.ToLookup(pair => pair.Key.Page, pair => pair.Value);
        var edges = new Edges[_lines.Count];
        var start = 0;
        for (var i = 1; i <= _lines.Count; i++)
        {
            if (i < _lines.Count && IsLike(_lines[i - 1], _lines[i]))
            {
                continue;
            }

            var stretch = _lines.GetRange(start, i - start);
            var column = columns[(_lines[start].Page, _lines[start].Column)];
            var (left, right) = (stretch.Min(line => line.Left), stretch.Max(line => line.Right));
            if (stretch.Count < 3)
            {
                var near = column.Lines >= 3 ? column : ColumnsOf(start).OrderByDescending(each => each.Lines).FirstOrDefault(column);
                (left, right) = (Math.Min(left, near.Left), Math.Max(right, near.Right));
            }

            Array.Fill(edges, new Edges(left, right, stretch.Count), start, i - start);
            start = i;
        }

        return edges;

        // The columns of the pages around that overlap a lone line.
        IEnumerable<Edges> ColumnsOf(int at) => Enumerable.Range(_lines[at].Page - 1, 3).SelectMany(page => byPage[page])
            .Where(edges => edges.Left < _lines[at].Right && edges.Right > _lines[at].Left);
    }

    private bool IsLike(PdfLine before, PdfLine line) =>
        line.Page == before.Page && line.Column == before.Column && Math.Abs(line.Size - before.Size) <= before.Size * OtherSize
        && before.Y - line.Y > 0 && before.Y - line.Y < Leading(before) * 1.6;

    // The last lines of a column that are set smaller than the text above them, from one on that has a mark. Not in the
    // reference list, which may be set small too.
    private bool[] FindFootnotes()
    {
        var result = new bool[_lines.Count];
        var references = _lines.FindIndex(line => PlainReferenceLists.IsTitle(line.Text));
        var end = references < 0 ? _lines.Count : references;
        while (end > 0)
        {
            var start = end - 1;
            while (start > 0 && _lines[start - 1].Page == _lines[end - 1].Page && _lines[start - 1].Column == _lines[end - 1].Column)
            {
                start--;
            }

            var small = end;
            while (small > start && _lines[small - 1].Size < _body * Footnote && !_lines[small - 1].IsRow)
            {
                small--;
            }

            var above = start == 0 || _lines[start - 1].Page != _lines[end - 1].Page ? small - start : small;
            var marked = above > 0 ? Enumerable.Range(small, end - small).FirstOrDefault(i => IsFootnoteMark(_lines[i].Text), end) : end;
            Array.Fill(result, true, marked, end - marked);
            end = start;
        }

        return result;
    }

    private static bool IsFootnoteMark(string text) =>
        text[0] is (>= '①' and <= '⑳') or '*' or '†' or '‡' or '＊' || PlainReferenceLists.TryReadLabel(text, out _, out _) || BareNumber().IsMatch(text);

    // «1 Text»: the number of a note without any mark.
    [GeneratedRegex(@"^[0-9]{1,3}\s+\S", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();

    /// <summary>The edges of a stretch of lines.</summary>
    private readonly record struct Edges(double Left, double Right, int Lines);
}
