using CitySearch.Cli.Cards;

namespace CitySearch.Cli.QueryConsole.Editing;

/// <summary>What a row of the terminal shows of a line being typed: all of it, or the part around the cursor between &lt; and &gt;.</summary>
/// <param name="Prompt">The prompt, or its end where it is too long.</param>
/// <param name="Text">What is shown of the line.</param>
/// <param name="Column">The cells before the cursor, the prompt's among them.</param>
internal sealed record LineView(string Prompt, string Text, int Column)
{
    // Of the cells for the line, those before the cursor while there is text on both sides of it.
    private const double CursorShare = 2 / 3.0;

    /// <summary>
    /// Lays a line out. It never fills the row: in its last cell the cursor stands behind the line, and a full row would make some
    /// terminals go to the next.
    /// </summary>
    /// <param name="prompt">What stands before the line.</param>
    /// <param name="text">The line.</param>
    /// <param name="cursor">The place of the cursor, in UTF-16 units.</param>
    /// <param name="width">The cells of the row.</param>
    public static LineView Of(string prompt, string text, int cursor, int width)
    {
        var shownPrompt = EndOf(prompt, width / 2);
        var promptCells = TextUnit.CellsOf(shownPrompt);
        var room = Math.Max(4, width - promptCells - 1);
        var units = TextUnit.Of(text, Tone.Plain).ToList();
        var at = TextUnit.Of(text[..cursor], Tone.Plain).Count();
        if (units.Sum(unit => unit.Cells) <= room)
        {
            return new LineView(shownPrompt, text, promptCells + TextUnit.CellsOf(text[..cursor]));
        }

        // Both marks take a cell.
        room -= 2;
        var first = at;
        var before = 0;
        while (first > 0 && before + units[first - 1].Cells <= room * CursorShare)
        {
            before += units[--first].Cells;
        }

        var end = at;
        var shown = before;
        while (end < units.Count && shown + units[end].Cells <= room)
        {
            shown += units[end++].Cells;
        }

        // Near the end of the line there is more room before the cursor.
        while (first > 0 && shown + units[first - 1].Cells <= room)
        {
            shown += units[--first].Cells;
            before += units[first].Cells;
        }

        var part = string.Concat(units.Skip(first).Take(end - first).Select(unit => unit.Text));
        var left = first > 0 ? "<" : "";
        return new LineView(shownPrompt, $"{left}{part}{(end < units.Count ? ">" : "")}", promptCells + left.Length + before);
    }

    /// <summary>A text that takes at most a number of cells: where it is longer, … stands for its end.</summary>
    public static string StartOf(string text, int cells)
    {
        if (TextUnit.CellsOf(text) <= cells)
        {
            return text;
        }

        var left = cells - TextUnit.CellsOf("…");
        return string.Concat(TextUnit.Of(text, Tone.Plain).TakeWhile(unit => (left -= unit.Cells) >= 0).Select(unit => unit.Text)) + "…";
    }

    private static string EndOf(string text, int cells)
    {
        if (TextUnit.CellsOf(text) <= cells)
        {
            return text;
        }

        var left = cells - TextUnit.CellsOf("…");
        return "…" + string.Concat(TextUnit.Of(text, Tone.Plain).Reverse().TakeWhile(unit => (left -= unit.Cells) >= 0).Reverse().Select(unit => unit.Text));
    }
}
