namespace CitySearch.Formats.Pdf;

/// <summary>A run of glyphs on one baseline without a gap: a line of a column, or a cell of a table.</summary>
internal sealed class Chunk
{
    /// <summary>Makes a chunk.</summary>
    /// <param name="glyphs">The glyphs from left to right, spaces included; at least one.</param>
    public Chunk(List<Glyph> glyphs)
    {
        Glyphs = glyphs;
        Left = glyphs[0].X;
        Right = glyphs.Max(glyph => glyph.Ink);
        Main = FindMain(glyphs);
    }

    /// <summary>The glyphs from left to right, spaces included.</summary>
    public List<Glyph> Glyphs { get; }

    /// <summary>Where it starts.</summary>
    public double Left { get; }

    /// <summary>Where it ends.</summary>
    public double Right { get; }

    /// <summary>A glyph that is set as most of them are.</summary>
    public Glyph Main { get; }

    /// <summary>The baseline of most of its glyphs.</summary>
    public double Y => Main.Y;

    /// <summary>The size of most of its glyphs.</summary>
    public double Size => Main.Size;

    // The majority vote of Boyer and Moore (1981): one pass finds what more than half have in common.
    private static Glyph FindMain(List<Glyph> glyphs)
    {
        var main = glyphs[0];
        var votes = 0;
        foreach (var glyph in glyphs)
        {
            if (votes == 0)
            {
                main = glyph;
            }

            var isAlike = Math.Abs(glyph.Size - main.Size) < 0.1 && Math.Abs(glyph.Y - main.Y) < 0.1 && glyph.Style == main.Style;
            votes += isAlike ? 1 : -1;
        }

        return main;
    }
}
