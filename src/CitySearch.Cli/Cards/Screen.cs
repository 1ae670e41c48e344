using System.Text;
using CitySearch.Snippets;

namespace CitySearch.Cli.Cards;

/// <summary>
/// Writes text into a column of a terminal: breaks lines by the width of the characters and indents what continues.
/// Without colour, what matched stands between « and ».
/// </summary>
/// <param name="output">Takes the text.</param>
/// <param name="width">The width in cells; 0 for lines of any length.</param>
/// <param name="hasColour">Whether to write ANSI colours.</param>
internal sealed class Screen(TextWriter output, int width, bool hasColour)
{
    // However narrow the terminal, a column of this many cells is left for text.
    private const int NarrowestColumn = 10;

    private const int HangOfNarrowTable = 4;

    private readonly List<TextUnit> _line = [];
    private int _indent;
    private int _hang;

    /// <summary>Begins a line at a column; its continuations begin there too.</summary>
    public Screen Begin(int indent) => Begin(indent, indent);

    /// <summary>Begins a line at a column; its continuations begin at another.</summary>
    public Screen Begin(int indent, int hang)
    {
        _indent = indent;
        _hang = hang;
        return this;
    }

    /// <summary>Adds text to the line.</summary>
    public Screen Add(string text, Tone tone = Tone.Plain)
    {
        if (tone == Tone.Match && !hasColour)
        {
            text = $"«{text}»";
        }

        _line.AddRange(TextUnit.Of(text, tone));
        return this;
    }

    /// <summary>Adds text that stays on one line where it fits: a name, a date.</summary>
    public Screen AddWhole(string text, Tone tone = Tone.Plain)
    {
        _line.AddRange(TextUnit.Of(text, tone, isWhole: true));
        return this;
    }

    /// <summary>Adds a snippet, its highlights marked.</summary>
    public Screen Add(Snippet snippet, Tone tone = Tone.Plain)
    {
        var at = 0;
        for (var i = 0; i < snippet.Highlights.Count; i++)
        {
            var (start, length) = snippet.Highlights[i];
            Add(snippet.Text[at..start], tone);
            Add(snippet.Text.Substring(start, length), Tone.Match);
            at = start + length;
        }

        return Add(snippet.Text[at..], tone);
    }

    /// <summary>Ends the line: writes it, broken where it is too long.</summary>
    public void End()
    {
        var indent = _indent;
        foreach (var range in LineBreaker.Lines(_line, Column(_indent), Column(_hang)))
        {
            output.WriteLine(Render(indent, range));
            indent = _hang;
        }

        _line.Clear();
    }

    /// <summary>
    /// Writes rows of two columns: the second begins where the widest of the first leaves off, and continues there. Where that would
    /// leave too little for it, it goes under the first.
    /// </summary>
    public void Table(IEnumerable<(string First, string Second)> rows)
    {
        const int Gap = 2;
        var all = rows.Select(row => (First: TextUnit.CellsOf(row.First), Row: row)).ToList();
        var column = all.Max(row => row.First) + Gap;
        var isBeside = width == 0 || column <= width / 2;
        foreach (var (cells, row) in all)
        {
            if (isBeside)
            {
                Begin(0, column).AddWhole(row.First, Tone.Strong).AddWhole(new string(' ', column - cells)).Add(row.Second).End();
            }
            else
            {
                Begin(0, HangOfNarrowTable).Add(row.First, Tone.Strong).End();
                Begin(HangOfNarrowTable).Add(row.Second).End();
            }
        }
    }

    /// <summary>An empty line.</summary>
    public void Gap() => output.WriteLine();

    private int Column(int indent) => width == 0 ? 0 : Math.Max(NarrowestColumn, width - indent);

    private string Render(int indent, Range range)
    {
        var text = new StringBuilder().Append(' ', indent);
        var tone = Tone.Plain;
        var (start, length) = range.GetOffsetAndLength(_line.Count);
        foreach (var unit in _line.GetRange(start, length))
        {
            Turn(text, ref tone, unit.Tone);
            text.Append(unit.Text);
        }

        Turn(text, ref tone, Tone.Plain);
        return text.ToString();
    }

    private void Turn(StringBuilder text, ref Tone from, Tone to)
    {
        if (!hasColour || from == to)
        {
            return;
        }

        if (from != Tone.Plain)
        {
            text.Append("\e[0m");
        }

        text.Append(to switch
        {
            Tone.Strong => "\e[1m",
            Tone.Quiet => "\e[2m",
            Tone.Match => "\e[1;33m",
            _ => "",
        });
        from = to;
    }
}
