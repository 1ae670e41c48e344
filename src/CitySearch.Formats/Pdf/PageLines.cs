namespace CitySearch.Formats.Pdf;

/// <summary>Finds the lines of a page in reading order.</summary>
internal static class PageLines
{
    // A gap of this many sizes ends a chunk: a word space is less even in spread lines, a gutter is more.
    private const double ChunkGap = 1.0;

    // Glyphs stand on one line when their heights overlap by this part; an index is raised by a third.
    private const double Overlap = 0.5;
    private const double HeightOfSize = 0.72;

    /// <summary>The lines of each page.</summary>
    public static List<List<PdfLine>> Of(IReadOnlyList<PageGlyphs> pages)
    {
        var chunks = pages.Select(page => page.Runs.Select(run => Rows(run).SelectMany(Chunks).ToList()).ToList()).ToList();
        var usual = ColumnOrder.UsualGutter([.. chunks.Select(runs => runs.FirstOrDefault([]))]);
        return [.. pages.Select((page, i) => Of(page, chunks[i], usual))];
    }

    private static List<PdfLine> Of(PageGlyphs page, List<List<Chunk>> runs, double? usual)
    {
        var lines = new List<PdfLine>();
        var column = 0;
        foreach (var run in runs)
        {
            foreach (var stretch in ColumnOrder.Of(run, run == runs[0] ? usual : null))
            {
                lines.AddRange(Lines(stretch, page.Number, column++));
            }
        }

        return lines;
    }

    private static List<List<Glyph>> Rows(List<Glyph> glyphs)
    {
        var rows = new List<List<Glyph>>();
        var open = new List<(List<Glyph> Row, double Bottom, double Top)>();
        foreach (var glyph in glyphs.OrderByDescending(glyph => glyph.Y))
        {
            var (bottom, top) = (glyph.Y, glyph.Y + (glyph.Size * HeightOfSize));
            open.RemoveAll(candidate => candidate.Bottom > top);
            var best = -1;
            var most = 0.0;
            for (var i = 0; i < open.Count; i++)
            {
                var shared = (Math.Min(top, open[i].Top) - Math.Max(bottom, open[i].Bottom)) / Math.Min(top - bottom, open[i].Top - open[i].Bottom);
                if (shared > most)
                {
                    (best, most) = (i, shared);
                }
            }

            if (most < Overlap)
            {
                rows.Add([glyph]);
                open.Add((rows[^1], bottom, top));
                continue;
            }

            // A raised index opened the row: the larger glyph says where the line is.
            open[best].Row.Add(glyph);
            if (top - bottom > (open[best].Top - open[best].Bottom) * 1.15)
            {
                open[best] = (open[best].Row, bottom, top);
            }
        }

        return rows;
    }

    private static IEnumerable<Chunk> Chunks(List<Glyph> row)
    {
        var chunk = new List<Glyph>();
        var right = 0.0;
        foreach (var glyph in row.OrderBy(glyph => glyph.X))
        {
            if (glyph.IsSpace)
            {
                if (chunk.Count > 0)
                {
                    chunk.Add(glyph with { Width = 0 });
                }

                continue;
            }

            if (chunk.Count > 0 && glyph.X - right > Math.Max(glyph.Size, chunk[0].Size) * ChunkGap)
            {
                yield return new Chunk(chunk);
                chunk = [];
            }

            right = chunk.Count == 0 ? glyph.Ink : Math.Max(right, glyph.Ink);
            chunk.Add(glyph);
        }

        if (chunk.Count > 0)
        {
            yield return new Chunk(chunk);
        }
    }

    // The lines of one column: the chunks that share a baseline.
    private static List<PdfLine> Lines(List<Chunk> column, int page, int number)
    {
        var lines = new List<List<Chunk>>();
        foreach (var chunk in column)
        {
            if (lines.Count > 0 && Math.Abs(lines[^1][0].Y - chunk.Y) < Math.Min(lines[^1][0].Size, chunk.Size) * 0.45)
            {
                lines[^1].Add(chunk);
            }
            else
            {
                lines.Add([chunk]);
            }
        }

        lines.ForEach(line => line.Sort((a, b) => a.Left.CompareTo(b.Left)));
        return [.. lines.Select((line, i) => Line(line, page, number, IsRow(lines, i)))];
    }

    // A row of a table: cells with wide gaps between them, and a neighbour like that.
    private static bool IsRow(List<List<Chunk>> lines, int at) =>
        HasCells(lines[at]) && ((at > 0 && HasCells(lines[at - 1])) || (at + 1 < lines.Count && HasCells(lines[at + 1])));

    private static bool HasCells(List<Chunk> line) => line.Count >= 2 && line.Zip(line.Skip(1)).All(pair => pair.Second.Left - pair.First.Right >= pair.First.Size * LineText.CellGap);

    private static PdfLine Line(List<Chunk> chunks, int page, int column, bool isRow)
    {
        var main = chunks.MaxBy(chunk => chunk.Right - chunk.Left)!;
        var text = isRow
            ? string.Join('\t', chunks.Select(chunk => LineText.Of(chunk.Glyphs)))
            : LineText.Of(chunks.SelectMany(chunk => chunk.Glyphs));
        return new PdfLine
        {
            Text = text.Trim(),
            Page = page,
            Column = column,
            Left = chunks[0].Left,
            Right = chunks.Max(chunk => chunk.Right),
            Y = main.Y,
            Size = main.Size,
            Style = main.Main.Style,
            FirstWord = FirstWord(chunks[0].Glyphs),
            IsRow = isRow,
        };
    }

    // A Chinese character is a word here; one that may not start a line goes with the character before it.
    private static double FirstWord(List<Glyph> glyphs)
    {
        var end = 0;
        while (end < glyphs.Count && !glyphs[end].IsSpace && glyphs[end].Text[0] is > ' ' and < '\u2E80')
        {
            end++;
        }

        return glyphs[Math.Max(0, end - 1)].Right - glyphs[0].X;
    }
}
