namespace CitySearch.Formats.Pdf;

/// <summary>A paragraph of a PDF.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Text">Its text, the lines joined.</param>
/// <param name="IsFootnote">Whether it stands at the foot of a page in smaller print.</param>
internal sealed record PdfParagraph(IReadOnlyList<PdfLine> Lines, string Text, bool IsFootnote)
{
    /// <summary>Its first line.</summary>
    public PdfLine First => Lines[0];

    /// <summary>Whether its first and only line is a row of a table.</summary>
    public bool IsRow => First.IsRow;

    /// <summary>The size of its text.</summary>
    public double Size => First.Size;
}
