namespace CitySearch.Formats.Pdf;

/// <summary>
/// Puts the chunks of a page into reading order. Where a gutter runs down between lines that fill their columns, the
/// left column comes before the right one; lines that cross it part the page into bands. A table is none of that: its
/// cells are short, and it is read row by row.
/// </summary>
internal sealed class ColumnOrder
{
    private const int FewestLines = 4;

    // In parts of the size of the text: a gutter, and the narrowest column of text.
    private const double Gutter = 0.8;
    private const double NarrowestColumn = 9;

    // A line fills its column from this part on, and a column of text is filled by this part of its lines.
    private const double FullLine = 0.75;
    private const double FullLines = 0.5;

    private const int DeepestSplit = 4;

    // So many places are looked at: more than a page of text has ends of lines that differ.
    private const int MostEdges = 400;

    private readonly List<List<Chunk>> _columns = [];
    private readonly double? _usual;

    private ColumnOrder(double? usual) => _usual = usual;

    /// <summary>The chunks by column, in reading order; within a column from top to bottom.</summary>
    /// <param name="chunks">The chunks of a page.</param>
    /// <param name="usual">The gutter of the document's other pages: it holds on a last page of few lines too.</param>
    public static List<List<Chunk>> Of(List<Chunk> chunks, double? usual)
    {
        var order = new ColumnOrder(usual);
        order.Add(chunks, 0);
        return order._columns;
    }

    /// <summary>The gutter that most pages of a document have, or <see langword="null"/>.</summary>
    public static double? UsualGutter(IReadOnlyList<List<Chunk>> pages)
    {
        var gutters = pages.Where(page => page.Count >= FewestLines * 2).Select(FindGutter).OfType<double>().ToList();
        return gutters.Count * 3 >= pages.Count && gutters.Count > 0 ? gutters.Order().ElementAt(gutters.Count / 2) : null;
    }

    private void Add(List<Chunk> chunks, int depth)
    {
        chunks = [.. chunks.OrderByDescending(chunk => chunk.Y).ThenBy(chunk => chunk.Left)];
        var found = depth < DeepestSplit && chunks.Count >= FewestLines * 2 ? FindGutter(chunks) : null;
        found ??= depth == 0 && _usual is { } usual && IsBoth(chunks, usual) ? usual : null;
        if (found is not { } gutter)
        {
            if (chunks.Count > 0)
            {
                _columns.Add(chunks);
            }

            return;
        }

        var (whole, left, right) = (new List<Chunk>(), new List<Chunk>(), new List<Chunk>());
        foreach (var chunk in chunks)
        {
            // Beside a line that crosses stands no column, only the rest of that line.
            if (Crosses(chunk, gutter) || (left.Count + right.Count == 0 && whole.Count > 0 && Math.Abs(whole[^1].Y - chunk.Y) < chunk.Size * 0.5))
            {
                EndBand(whole, left, right, depth);
                whole.Add(chunk);
            }
            else
            {
                (chunk.Left >= gutter ? right : left).Add(chunk);
            }
        }

        EndBand(whole, left, right, depth);
        if (whole.Count > 0)
        {
            _columns.Add(whole);
        }
    }

    // Lines on one side only are short lines of the whole width.
    private void EndBand(List<Chunk> whole, List<Chunk> left, List<Chunk> right, int depth)
    {
        if (left.Count > 0 && right.Count > 0)
        {
            var top = right[0].Y + right[0].Size;
            var above = left.TakeWhile(chunk => whole.Count > 0 && chunk.Y > top).ToList();
            whole.AddRange(above);
            left.RemoveRange(0, above.Count);
        }

        if (left.Count == 0 || right.Count == 0)
        {
            whole.AddRange(left);
            whole.AddRange(right);
        }
        else
        {
            if (whole.Count > 0)
            {
                _columns.Add([.. whole]);
                whole.Clear();
            }

            Add([.. left], depth + 1);
            Add([.. right], depth + 1);
        }

        left.Clear();
        right.Clear();
    }

    private static bool IsBoth(List<Chunk> chunks, double gutter) =>
        chunks.Any(chunk => chunk.Right <= gutter) && chunks.Any(chunk => chunk.Left >= gutter) && chunks.Count(chunk => Crosses(chunk, gutter)) * 2 <= chunks.Count;

    private static bool Crosses(Chunk chunk, double x) => chunk.Left < x && chunk.Right > x;

    // The place that the fewest lines cross, if the lines on both sides are columns of text.
    private static double? FindGutter(List<Chunk> chunks)
    {
        var minimum = chunks.Min(chunk => chunk.Left);
        var maximum = chunks.Max(chunk => chunk.Right);
        var size = chunks.Select(chunk => chunk.Size).Order().ElementAt(chunks.Count / 2);
        var step = Math.Max(0.1, (maximum - minimum) / MostEdges);
        var edges = chunks.Select(chunk => chunk.Right).Where(x => x > minimum + (size * NarrowestColumn) && x < maximum - (size * NarrowestColumn))
            .GroupBy(x => Math.Floor(x / step)).Select(group => group.Max()).Order().ToList();
        double? best = null;
        var fewest = int.MaxValue;
        foreach (var edge in edges)
        {
            var x = edge + 0.2;
            var crossing = chunks.Count(chunk => Crosses(chunk, x));
            if (crossing >= fewest || crossing * 2 > chunks.Count)
            {
                continue;
            }

            var next = chunks.Where(chunk => chunk.Left >= x).Select(chunk => chunk.Left).DefaultIfEmpty(x).Min();
            var middle = (x + next) / 2;
            if (next - edge >= size * Gutter && AreColumns(chunks, middle, size))
            {
                (best, fewest) = (middle, crossing);
            }
        }

        return best;
    }

    private static bool AreColumns(List<Chunk> chunks, double gutter, double size)
    {
        var left = chunks.Where(chunk => chunk.Right <= gutter).ToList();
        var right = chunks.Where(chunk => chunk.Left >= gutter).ToList();
        return IsColumn(left, size) && IsColumn(right, size);
    }

    private static bool IsColumn(List<Chunk> chunks, double size)
    {
        if (chunks.Count < FewestLines)
        {
            return false;
        }

        // The chunks of one baseline are one line here, however far apart.
        var lines = chunks.GroupBy(chunk => Math.Round(chunk.Y)).Select(line => (Left: line.Min(chunk => chunk.Left), Right: line.Max(chunk => chunk.Right), Text: line.Sum(chunk => chunk.Right - chunk.Left))).ToList();
        var width = lines.Max(line => line.Right) - lines.Min(line => line.Left);
        return width >= size * NarrowestColumn && lines.Count >= FewestLines
            && lines.Count(line => line.Text >= width * FullLine) >= lines.Count * FullLines;
    }
}
