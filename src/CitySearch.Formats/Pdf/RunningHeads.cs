using System.Globalization;
using System.Text.RegularExpressions;

namespace CitySearch.Formats.Pdf;

/// <summary>Takes the running heads, feet and page numbers off the pages: what stands at an edge of several pages in the same place and says the same but for numbers.</summary>
internal static partial class RunningHeads
{
    // So many lines at each edge may be of that kind.
    private const int EdgeLines = 3;

    // A page number stands within this part of the page's height from its edge.
    private const double Margin = 0.13;
    private const double SamePlace = 8;

    // On so many pages a line must stand, in a document of that many pages.
    private const int Often = 3;
    private const int ShortDocument = 5;

    /// <summary>The lines without them.</summary>
    /// <param name="pages">The lines of each page.</param>
    /// <param name="heights">The heights of the pages.</param>
    public static List<List<PdfLine>> Remove(List<List<PdfLine>> pages, IReadOnlyList<double> heights)
    {
        var edges = pages.Select(page => new[] { Edge(page, top: true), Edge(page, top: false) }).ToList();
        var counts = new Dictionary<(string, int), List<double>>();
        foreach (var (rows, edge) in edges.SelectMany(both => both.Select((rows, edge) => (rows, edge))))
        {
            foreach (var line in rows.SelectMany(row => row))
            {
                var key = (Pattern(line.Text), edge);
                (counts.TryGetValue(key, out var places) ? places : counts[key] = []).Add(line.Y);
            }
        }

        // Numbers at the edges that count along with the pages: how far each is from its page, and where.
        var counting = edges.SelectMany((both, i) => both.SelectMany((rows, edge) => rows.Take(1).SelectMany(row => row).SelectMany(line => Offsets(line).Select(offset => (edge, offset)))))
            .GroupBy(pair => pair).Where(group => group.Count() >= Often && group.Count() * 2 >= pages.Count).Select(group => group.Key).ToHashSet();

        var result = new List<List<PdfLine>>();
        for (var i = 0; i < pages.Count; i++)
        {
            var removed = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
            for (var edge = 0; edge < 2; edge++)
            {
                // From the edge inward, until a row stays.
                foreach (var row in edges[i][edge])
                {
                    if (!row.All(line => IsRunning(line, edge, heights[i])))
                    {
                        break;
                    }

                    removed.UnionWith(row);
                }
            }

            result.Add([.. pages[i].Where(line => !removed.Contains(line))]);
        }

        return result;

        bool IsRunning(PdfLine line, int edge, double height)
        {
            var isMargin = edge == 0 ? line.Y > height * (1 - Margin) : line.Y < height * Margin;
            if (!isMargin)
            {
                return false;
            }

            var again = counts[(Pattern(line.Text), edge)].Count(y => Math.Abs(y - line.Y) <= SamePlace);
            return again >= Often || (again >= 2 && pages.Count <= ShortDocument) || PageNumber().IsMatch(line.Text)
                || Offsets(line).Any(offset => counting.Contains((edge, offset)));
        }
    }

    // The number that a line begins or ends with, less its page's own number.
    private static IEnumerable<int> Offsets(PdfLine line)
    {
        if (FirstNumber().Match(line.Text) is { Success: true } first)
        {
            yield return int.Parse(first.ValueSpan, CultureInfo.InvariantCulture) - line.Page;
        }

        if (LastNumber().Match(line.Text) is { Success: true } last)
        {
            yield return int.Parse(last.ValueSpan, CultureInfo.InvariantCulture) - line.Page;
        }
    }

    // The outermost rows of a page, each with all its lines.
    private static List<List<PdfLine>> Edge(List<PdfLine> page, bool top)
    {
        var rows = new List<List<PdfLine>>();
        foreach (var line in top ? page.OrderByDescending(line => line.Y) : page.OrderBy(line => line.Y))
        {
            if (rows.Count > 0 && Math.Abs(rows[^1][0].Y - line.Y) < line.Size * 0.5)
            {
                rows[^1].Add(line);
            }
            else if (rows.Count == EdgeLines)
            {
                break;
            }
            else
            {
                rows.Add([line]);
            }
        }

        return rows;
    }

    private static string Pattern(string text) => Numbers().Replace(Spaces().Replace(text, ""), "#");

    [GeneratedRegex(@"[0-9]+|(?<![a-z])[ivxlc]+(?![a-z])|(?<=第)[一二三四五六七八九十百]+(?=页)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();

    [GeneratedRegex("^[0-9]{1,4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex FirstNumber();

    [GeneratedRegex("(?<![0-9])[0-9]{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex LastNumber();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    // 12, - 12 -, · 12 ·, 3/10, 第 12 页, 第3页 共10页, xii
    [GeneratedRegex(@"^[\s\-–—·•.~～|]*(?:第\s*)?(?:[0-9]{1,4}|[ivxlc]{1,7}|[一二三四五六七八九十]{1,4}(?=\s*页))(?:\s*页)?(?:\s*[/／,，\s]?\s*共?\s*[0-9]{1,4}\s*页?)?[\s\-–—·•.~～|]*$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();
}
