namespace CitySearch.Formats.Pdf;

/// <summary>A line of text on a page, in points; y grows upward.</summary>
internal sealed record PdfLine
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The page, counted from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The stretch of lines that stand in one column: the same number on one page, another one beside or behind it.</summary>
    public int Column { get; init; }

    /// <summary>Where it starts.</summary>
    public required double Left { get; init; }

    /// <summary>Where it ends.</summary>
    public required double Right { get; init; }

    /// <summary>The height of its baseline.</summary>
    public required double Y { get; init; }

    /// <summary>The size of most of its characters.</summary>
    public required double Size { get; init; }

    /// <summary>How most of its characters were set.</summary>
    public required GlyphStyle Style { get; init; }

    /// <summary>The width of its first word, which must not have fitted on the line before.</summary>
    public double FirstWord { get; init; }

    /// <summary>Whether it is a row of a table: some cells with gaps between them.</summary>
    public bool IsRow { get; init; }
}
