namespace CitySearch.Formats.Pdf;

/// <summary>How a glyph was set: its font and whether that is a bold one.</summary>
/// <param name="Font">The font's name without the prefix of its subset; empty when it has none.</param>
/// <param name="IsBold">Whether the font is bold by its name or weight.</param>
internal sealed record GlyphStyle(string Font, bool IsBold);

/// <summary>A glyph on a page, in points; y grows upward.</summary>
/// <param name="Text">The characters it stands for.</param>
/// <param name="X">Where it starts on its baseline.</param>
/// <param name="Y">The height of its baseline.</param>
/// <param name="Width">How far the baseline goes on.</param>
/// <param name="Size">The size of its font as it appears on the page.</param>
/// <param name="Style">How it was set.</param>
internal readonly record struct Glyph(string Text, double X, double Y, double Width, double Size, GlyphStyle Style)
{
    /// <summary>Where it ends.</summary>
    public double Right => X + Width;

    /// <summary>Where what it shows ends: Chinese punctuation fills the first half of its square, the other may hang over the edge.</summary>
    public double Ink => Text[^1] is '，' or '。' or '、' or '；' or '：' or '！' or '？' or '”' or '’' or '」' or '』' or '）' or '》' or '】' ? X + (Width / 2) : Right;

    /// <summary>Whether it shows nothing.</summary>
    public bool IsSpace => string.IsNullOrWhiteSpace(Text);
}

/// <summary>The glyphs of a page.</summary>
/// <param name="Number">The page's number, counted from 1.</param>
/// <param name="Width">Its width in points as it is viewed.</param>
/// <param name="Height">Its height.</param>
/// <param name="Runs">The glyphs by the direction they are read in, the most frequent first; each turned so that it reads from left to right.</param>
/// <param name="Unreadable">How many glyphs do not say which character they are.</param>
internal sealed record PageGlyphs(int Number, double Width, double Height, IReadOnlyList<List<Glyph>> Runs, int Unreadable);
