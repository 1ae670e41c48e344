namespace CitySearch.Cli.Cards;

/// <summary>
/// Breaks text into lines by its width: between Han characters, at spaces, and never where GB/T 15834 forbids it,
/// before a closing mark or after an opening one.
/// </summary>
internal static class LineBreaker
{
    private const string NotFirst = "，。、；：？！）》〉」』】〕］｝”’…—·～％,.;:?!)]}»%";
    private const string NotLast = "（《〈「『【〔［｛“‘([{«";

    /// <summary>The lines as ranges of units; the spaces at which a line was broken are in none.</summary>
    /// <param name="units">The units.</param>
    /// <param name="first">The cells of the first line; 0 for a line of any length.</param>
    /// <param name="rest">The cells of every other line.</param>
    public static IEnumerable<Range> Lines(IReadOnlyList<TextUnit> units, int first, int rest)
    {
        var start = 0;
        var width = first;
        while (start < units.Count)
        {
            var end = width == 0 ? units.Count : End(units, start, width);
            var last = end;
            while (last > start && units[last - 1].IsSpace)
            {
                last--;
            }

            yield return start..last;
            start = end;
            while (start < units.Count && units[start].IsSpace)
            {
                start++;
            }

            width = width == 0 ? 0 : rest;
        }
    }

    /// <summary>Where the line that starts at a unit ends: at the last place that allows it, or else where it is full.</summary>
    private static int End(IReadOnlyList<TextUnit> units, int start, int width)
    {
        var cells = 0;
        var allowed = start;
        for (var i = start; i < units.Count; i++)
        {
            if (i > start && MayBreak(units[i - 1], units[i]))
            {
                allowed = i;
            }

            cells += units[i].Cells;
            // A space may stand past the edge: it is not shown there.
            if (cells > width && !units[i].IsSpace)
            {
                return allowed > start ? allowed : Math.Max(start + 1, i);
            }
        }

        return units.Count;
    }

    private static bool MayBreak(TextUnit before, TextUnit after)
    {
        if (after.IsJoined || after.IsSpace)
        {
            return false;
        }

        return before.IsSpace
            || ((IsChinese(before) || IsChinese(after)) && !NotFirst.Contains(after.Text[0]) && !NotLast.Contains(before.Text[0]));
    }

    // Quotation marks take one cell though the text around them is Chinese; nothing else that is narrow parts a word.
    private static bool IsChinese(TextUnit unit) => unit.Cells > 1 || unit.Text is "“" or "”";
}
