using System.Text;
using System.Text.RegularExpressions;
using CitySearch.Corpus;

namespace CitySearch.Formats.Text;

/// <summary>Finds the headings and paragraphs in the lines of a plain text.</summary>
internal sealed partial class TextBlocks
{
    // A text counts as broken at a width when this part of its lines (in percent) comes close to the longest ones.
    private const int FullLinesPercent = 25;
    private const int FewestFull = 3;
    private const int NarrowestBreak = 30;
    private const int WidestBreak = 130;

    // A line may end this many columns before the edge: two Chinese characters that may not stand at a line's start.
    private const int Slack = 4;

    private readonly List<TextLine> _lines;
    private readonly int _edge;
    private readonly LineJoin _join;
    private readonly NumberedHeading?[] _headings;
    private readonly int _titleLine;

    private TextBlocks(List<TextLine> lines)
    {
        _lines = lines;
        _edge = EdgeOf(lines);
        _join = new LineJoin(lines.Select(line => line.Text));
        _titleLine = FindTitle();
        _headings = HeadingForms.Choose([.. lines.Select((line, i) => i == _titleLine || IsWrapped(i) ? null : line.Text)]);
    }

    /// <summary>Reads the blocks.</summary>
    public static List<Block> Read(List<TextLine> lines) => new TextBlocks(lines).Read();

    private List<Block> Read()
    {
        // The ranks that occur, outermost first, are the levels.
        var levels = _headings.OfType<NumberedHeading>().Select(heading => heading.Rank).Distinct().Order().ToList();
        var outermost = _titleLine >= 0 ? 2 : 1;
        var blocks = new List<Block>();
        var at = 0;
        while (at < _lines.Count)
        {
            var line = _lines[at];
            var isApart = at == 0 || _lines[at - 1].IsBlank || at - 1 == _titleLine || _headings[at - 1] is not null;
            if (line.IsBlank)
            {
                at++;
            }
            else if (at == _titleLine)
            {
                blocks.Add(new Block(BlockKind.Heading, TitleText(line.Text)) { Level = 1, Line = line.Number });
                at++;
            }
            else if (_headings[at] is { } heading)
            {
                blocks.Add(new Block(BlockKind.Heading, heading.Heading) { Level = outermost + levels.IndexOf(heading.Rank), Line = line.Number });
                at = heading.Rest.Length > 0 ? AddParagraph(blocks, at, heading.Rest, isApart: true) : at + 1;
            }
            else
            {
                at = AddParagraph(blocks, at, line.Text.Trim(), isApart);
            }
        }

        return blocks;
    }

    // The paragraph that begins with a text on a line; returns the line behind it.
    private int AddParagraph(List<Block> blocks, int start, string first, bool isApart)
    {
        var text = new StringBuilder(first);
        var at = start + 1;
        while (at < _lines.Count && GoesOn(at, start))
        {
            _join.Append(text, _lines[at].Text);
            at++;
        }

        var joined = text.ToString();
        var kind = joined.Contains('\t', StringComparison.Ordinal) ? BlockKind.Row : BlockKind.Paragraph;
        blocks.Add(new Block(kind, HeadingForms.CollapseSpacing(joined)) { Line = _lines[start].Number, IsApart = isApart });
        return at;
    }

    // Whether a line is the broken rest of the one before it.
    private bool GoesOn(int at, int start)
    {
        if (_edge == 0 || _lines[at].IsBlank || _headings[at] is not null || at == _titleLine)
        {
            return false;
        }

        var before = _lines[at - 1];
        var isHanging = at - 1 == start ? PlainReferenceLists.TryReadLabel(before.Text, out _, out _) : before.IsIndented;
        if ((_lines[at].IsIndented && !isHanging) || PlainReferenceLists.TryReadLabel(_lines[at].Text, out _, out _))
        {
            return false;
        }

        // A Western word that did not fit leaves more room than a Chinese character.
        var next = _lines[at].Text.TrimStart();
        var word = 0;
        while (word < next.Length && next[word] is > ' ' and < '\x7F')
        {
            word++;
        }

        return before.Width + Math.Max(Slack, word + 1) >= _edge;
    }

    // The column at which lines were broken, or 0 when each line is a paragraph of its own. Lines that were broken stop
    // at one width in the middle of sentences; lines that are paragraphs stop anywhere behind them.
    private static int EdgeOf(List<TextLine> lines)
    {
        var free = lines.Where(line => !line.IsBlank && !PlainReferenceLists.TryReadLabel(line.Text, out _, out _)).Select(line => (line.Width, IsOpen: !HeadingForms.EndsAsText(line.Text))).ToList();
        var widths = free.Select(line => line.Width).Where(width => width is >= NarrowestBreak and <= WidestBreak).Distinct();
        var (edge, full) = widths.Select(width => (Width: width, Full: free.Count(line => line.Width <= width && line.Width >= width - Slack)))
            .OrderByDescending(candidate => candidate.Full).ThenByDescending(candidate => candidate.Width).FirstOrDefault();
        var open = free.Count(line => line.IsOpen && line.Width <= edge && line.Width >= edge - Slack);
        return full >= FewestFull && full * 100 >= free.Count * FullLinesPercent && open * 2 >= full && free.Count(line => line.Width > edge) * 10 <= free.Count ? edge : 0;
    }

    private int FindTitle()
    {
        var first = _lines.FindIndex(line => !line.IsBlank);
        if (first < 0)
        {
            return -1;
        }

        var text = _lines[first].Text.Trim();
        return text.Length <= HeadingForms.LongestHeading && !HeadingForms.EndsAsText(text) && text[^1] is not ('：' or ':')
            && HeadingForms.Read(text) is null && !PlainReferenceLists.TryReadLabel(text, out _, out _) && text.Any(char.IsLetter)
            && _lines.Skip(first + 1).Any(line => !line.IsBlank)
            ? first
            : -1;
    }

    // A line that the one before it ran into, or that runs on: prose that happens to begin with 第一章.
    private bool IsWrapped(int at) => _edge > 0 && !PlainReferenceLists.IsTitle(_lines[at].Text)
        && ((at > 0 && !_lines[at].IsIndented && !_lines[at - 1].IsBlank && _lines[at - 1].Width >= _edge - Slack && !HeadingForms.EndsAsText(_lines[at - 1].Text))
            || (_lines[at].Width >= _edge - Slack && HeadingForms.Read(_lines[at].Text) is not { Rest.Length: > 0 }));

    private static string TitleText(string line) => HeadingForms.CollapseSpacing(TitleLabel().Replace(line.Trim(), ""));

    [GeneratedRegex(@"^(?:标题|题目|标　题|題目|標題)\s*[：:]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex TitleLabel();
}
