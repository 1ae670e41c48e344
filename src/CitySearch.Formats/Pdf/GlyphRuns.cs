using UglyToad.PdfPig.Core;

namespace CitySearch.Formats.Pdf;

/// <summary>
/// Sorts the glyphs of a page by the direction they are read in and turns each so that it reads from left to right and
/// its lines from top to bottom: turned pages, tables set sideways, Chinese set in vertical lines from the right.
/// </summary>
/// <param name="bounds">The visible part of the page.</param>
internal sealed class GlyphRuns(PdfRectangle bounds)
{
    // Directions: as on the page, turned by 90, 180, 270 degrees. Slanted glyphs are watermarks.
    private const int Directions = 4;
    private const double Slant = 0.1;

    private readonly List<Raw>[] _raw = [[], [], [], []];

    /// <summary>Adds a glyph.</summary>
    /// <param name="text">The characters it stands for.</param>
    /// <param name="start">The start of its baseline.</param>
    /// <param name="end">The end of its baseline.</param>
    /// <param name="top">The point above its start at the height of its font.</param>
    /// <param name="isVertical">Whether its font is written downward.</param>
    /// <param name="style">How it was set.</param>
    public void Add(string text, PdfPoint start, PdfPoint end, PdfPoint top, bool isVertical, GlyphStyle style)
    {
        var (dx, dy) = (top.Y - start.Y, start.X - top.X); // the height turned by a right angle: the baseline's direction
        var size = Math.Sqrt((dx * dx) + (dy * dy));
        var width = Math.Sqrt(((end.X - start.X) * (end.X - start.X)) + ((end.Y - start.Y) * (end.Y - start.Y)));
        if (!double.IsFinite(size) || !double.IsFinite(width) || size < 0.5 || size > 2000 || text.Length == 0
            || start.X < bounds.Left - size || start.X > bounds.Right + size || start.Y < bounds.Bottom - size || start.Y > bounds.Top + size)
        {
            return;
        }

        // A glyph mirrored by its matrix still reads to the right when its baseline goes there.
        if (width > 0)
        {
            (dx, dy) = ((end.X - start.X) / width * size, (end.Y - start.Y) / width * size);
        }

        var direction = Math.Abs(dy) <= size * Slant ? (dx > 0 ? 0 : 2) : Math.Abs(dx) <= size * Slant ? (dy > 0 ? 1 : 3) : -1;
        if (direction >= 0)
        {
            _raw[direction].Add(new Raw(text, start, width, size, isVertical, style));
        }
    }

    /// <summary>The glyphs by direction, the most frequent first.</summary>
    public List<List<Glyph>> Finish()
    {
        var upright = _raw[0];
        if (IsVertical(upright))
        {
            // Western words in vertical lines are turned to the right: they belong to them.
            var vertical = upright.Select(glyph => Down(glyph)).Concat(_raw[3].Select(glyph => Turn(glyph, 3))).ToList();
            return [.. new[] { vertical, Turned(1), Turned(2) }.Where(run => run.Count > 0)];
        }

        return [.. Enumerable.Range(0, Directions).Select(Turned).Where(run => run.Count > 0).OrderByDescending(run => run.Count)];
    }

    // Most glyphs stand below the one before them.
    private static bool IsVertical(List<Raw> glyphs)
    {
        var down = 0;
        var along = 0;
        for (var i = 1; i < glyphs.Count; i++)
        {
            var (before, glyph) = (glyphs[i - 1], glyphs[i]);
            var (dx, dy) = (glyph.Start.X - before.Start.X, glyph.Start.Y - before.Start.Y);
            if (glyph.IsVertical || (Math.Abs(dx) < glyph.Size * 0.4 && dy < -glyph.Size * 0.5 && dy > -glyph.Size * 2))
            {
                down++;
            }
            else if (dx > 0 && Math.Abs(dy) < glyph.Size * 0.4)
            {
                along++;
            }
        }

        return down > along && down > 5;
    }

    private List<Glyph> Turned(int direction) => [.. _raw[direction].Select(glyph => Turn(glyph, direction))];

    private static Glyph Turn(Raw glyph, int direction)
    {
        var (x, y) = direction switch
        {
            1 => (glyph.Start.Y, -glyph.Start.X),
            2 => (-glyph.Start.X, -glyph.Start.Y),
            3 => (-glyph.Start.Y, glyph.Start.X),
            _ => (glyph.Start.X, glyph.Start.Y),
        };
        return new Glyph(glyph.Text, x, y, glyph.Width, glyph.Size, glyph.Style);
    }

    // An upright glyph of a vertical line: the line goes downward, the next one stands to the left.
    private static Glyph Down(Raw glyph) => new(glyph.Text, -glyph.Start.Y, glyph.Start.X, glyph.Size, glyph.Size, glyph.Style);

    /// <summary>A glyph as it stands on the page.</summary>
    private readonly record struct Raw(string Text, PdfPoint Start, double Width, double Size, bool IsVertical, GlyphStyle Style);
}
