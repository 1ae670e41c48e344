namespace CitySearch.Formats.Docx;

/// <summary>A table that is being read, row by row.</summary>
/// <param name="paragraphs">How many paragraphs are open around it: those of its cells are directly inside.</param>
internal sealed class DocxTable(int paragraphs)
{
    // A cell with more text than this holds a part of the article: the table only lays it out.
    private const int LongestCell = 500;

    /// <summary>How many paragraphs are open around it.</summary>
    public int Paragraphs { get; } = paragraphs;

    /// <summary>The paragraphs of the cells of the row, with their heading levels.</summary>
    public List<List<(string Text, int? Level)>> Cells { get; } = [];

    /// <summary>Whether a tracked change deleted the row.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Ends the row: a block of its cells, or of each paragraph where the table lays out a text.</summary>
    /// <param name="blocks">Where the blocks go.</param>
    /// <param name="outer">The table in whose cell this one stands: the row is a part of the cell's text.</param>
    public void EndRow(List<Block> blocks, DocxTable? outer)
    {
        if (Cells.All(cell => cell.Count == 0))
        {
            return;
        }

        if (outer is { Cells.Count: > 0 })
        {
            outer.Cells[^1].AddRange(Cells.SelectMany(cell => cell));
        }
        else if (Cells.Count == 1 || Cells.Any(cell => cell.Sum(line => line.Text.Length) > LongestCell || cell.Any(line => line.Level is not null)))
        {
            foreach (var (text, level) in Cells.SelectMany(cell => cell))
            {
                DocxParagraph.AddTo(blocks, "", text, level);
            }
        }
        else
        {
            blocks.Add(new Block(BlockKind.Row, string.Join('\t', Cells.Select(cell => string.Join(' ', cell.Select(line => line.Text)))).Trim()));
        }
    }
}
