using System.Text;
using CitySearch.Corpus.Markdown;

namespace CitySearch.Formats.Pdf;

/// <summary>Makes the text of a line out of its glyphs: which gaps are spaces, which are only the setting.</summary>
internal static class LineText
{
    // In parts of the size. A space of a Western font is 0.2 or more, the gap that is set between Chinese and Western
    // text about 0.25, a Chinese character 1.
    private const double WordGap = 0.17;
    private const double MixedGap = 0.45;
    private const double WideGap = 0.8;

    /// <summary>Whether a gap parts the cells of a table rather than words.</summary>
    public const double CellGap = 1.5;

    /// <summary>The text of glyphs from left to right.</summary>
    public static string Of(IEnumerable<Glyph> glyphs)
    {
        var text = new StringBuilder();
        Glyph? last = null;
        var space = false;
        var line = glyphs.ToList();
        for (var i = 0; i < line.Count; i++)
        {
            var glyph = line[i];
            if (!glyph.IsSpace && NoteMark(line, i, last, out var behind) is { } mark)
            {
                text.Append(mark);
                (last, space, i) = (line[behind - 1], false, behind - 1);
                continue;
            }

            if (glyph.IsSpace)
            {
                space |= last is not null;
                continue;
            }

            if (last is { } before)
            {
                // The same glyph almost in the same place is bold print of old programs.
                if (glyph.Text == before.Text && glyph.X - before.X < before.Size * 0.2 && Math.Abs(glyph.Y - before.Y) < before.Size * 0.2)
                {
                    continue;
                }

                var gap = (glyph.X - before.Right) / Math.Max(glyph.Size, before.Size);
                if (IsGap(IsWide(before, before.Text[^1]), IsWide(glyph, glyph.Text[0]), gap, space))
                {
                    text.Append(' ');
                }
            }

            text.Append(glyph.Text);
            (last, space) = (glyph, false);
        }

        return text.ToString();
    }

    // Raised numbers are the marks of notes or citations: [1]. Behind a Western letter or a digit they are powers. Behind
    // text it is told by the labels of the whole document whether they mark anything, see RaisedMarks.
    private static string? NoteMark(List<Glyph> line, int start, Glyph? before, out int behind)
    {
        behind = start;
        if (!char.IsAsciiDigit(line[start].Text[0]) || (before is { } last && char.IsAsciiLetterOrDigit(last.Text[^1])))
        {
            return null;
        }

        while (behind < line.Count && line[behind].Text[0] is (>= '0' and <= '9') or ',' or '，' or '-' or '–' && line[behind].Size < line[start].Size * 1.1)
        {
            behind++;
        }

        // Beside what stands before it, or behind it at the start of a footnote.
        var beside = before ?? (behind < line.Count ? line.Skip(behind).FirstOrDefault(glyph => !glyph.IsSpace) : default);
        return beside.Size > 0 && line[start].Size < beside.Size * 0.8 && line[start].Y - beside.Y > beside.Size * 0.15 && char.IsAsciiDigit(line[behind - 1].Text[0])
            ? $"[{(before is null ? "" : RaisedMarks.Sign)}{string.Concat(line.Skip(start).Take(behind - start).Select(glyph => glyph.Text))}]"
            : null;
    }

    // Quotation marks and dashes are of both kinds of text; their width says of which.
    private static bool IsWide(Glyph glyph, char c) =>
        TextCollector.IsWide(c) && (c is not ('“' or '”' or '‘' or '’' or '—' or '…' or '·') || glyph.Width > glyph.Size * 0.7);

    private static bool IsGap(bool isWideBefore, bool isWideAfter, double gap, bool hasSpace) => (isWideBefore, isWideAfter) switch
    {
        (true, true) => gap >= WideGap,
        (false, false) => hasSpace || gap >= WordGap,
        _ => gap >= (hasSpace ? WordGap : MixedGap),
    };
}
