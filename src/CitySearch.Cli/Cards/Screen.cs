using System.Text;
using CitySearch.Snippets;
using Spectre.Console;

namespace CitySearch.Cli.Cards;

/// <summary>How a stretch of text is shown.</summary>
internal enum Tone
{
    /// <summary>As the terminal shows text.</summary>
    Plain,

    /// <summary>A title.</summary>
    Strong,

    /// <summary>What can be read over.</summary>
    Quiet,

    /// <summary>What matched.</summary>
    Match,
}

/// <summary>
/// Writes text into a column of a terminal: breaks lines by the width of the characters (a Han character takes two
/// cells) and indents what continues. Without colour, what matched stands between « and ».
/// </summary>
/// <param name="output">Takes the text.</param>
/// <param name="width">The width in cells; 0 for lines of any length.</param>
/// <param name="hasColour">Whether to write ANSI colours.</param>
internal sealed class Screen(TextWriter output, int width, bool hasColour)
{
    // Punctuation that does not begin a line (GB/T 15834).
    private const string NotFirst = "，。、；：？！）》〉」』】〕”’…,.;:?!)]}»";

    private readonly StringBuilder _line = new();
    private int _column;
    private int _indent;
    private Tone _tone;

    /// <summary>The screen that standard output is.</summary>
    public static Screen OfStandardOutput()
    {
        var isTerminal = !Console.IsOutputRedirected;
        return new Screen(Console.Out, isTerminal ? Math.Max(40, Console.WindowWidth) : 0, isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));
    }

    /// <summary>Begins a line at a column; its continuations begin there too.</summary>
    public Screen Begin(int indent)
    {
        _indent = indent;
        _column = 0;
        Pad();
        return this;
    }

    /// <summary>Adds text to the line.</summary>
    public Screen Add(string text, Tone tone = Tone.Plain)
    {
        if (tone == Tone.Match && !hasColour)
        {
            text = $"«{text}»";
        }

        SetTone(tone);
        for (var i = 0; i < text.Length;)
        {
            var length = UnitLength(text, i);
            var unit = OneLine(text.Substring(i, length));
            var cells = Math.Max(0, unit.GetCellWidth());
            if (width > 0 && _column + cells > width && _column > _indent && !NotFirst.Contains(unit[0]))
            {
                Wrap();
                unit = unit.TrimStart();
                cells = unit.GetCellWidth();
            }

            _line.Append(unit);
            _column += cells;
            i += length;
        }

        SetTone(Tone.Plain);
        return this;
    }

    /// <summary>Adds a snippet, its highlights marked.</summary>
    public Screen Add(Snippet snippet)
    {
        var at = 0;
        foreach (var (start, length) in snippet.Highlights)
        {
            Add(snippet.Text[at..start]);
            Add(snippet.Text.Substring(start, length), Tone.Match);
            at = start + length;
        }

        return Add(snippet.Text[at..]);
    }

    /// <summary>Ends the line.</summary>
    public void End()
    {
        output.WriteLine(_line.ToString().TrimEnd());
        _line.Clear();
    }

    /// <summary>An empty line.</summary>
    public void Gap() => output.WriteLine();

    /// <summary>A word of letters and digits, or one character with its marks.</summary>
    private static int UnitLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] < 0x0590 && char.IsLetterOrDigit(text[end]) && end - start < 24)
        {
            end++;
        }

        return end > start ? end - start : System.Globalization.StringInfo.GetNextTextElementLength(text, start);
    }

    // Control characters of a text would move the cursor of whoever reads it.
    private static string OneLine(string unit) => unit.Length == 1 && char.IsControl(unit[0]) ? " " : unit is "\r\n" ? " " : unit;

    private void Wrap()
    {
        var tone = _tone;
        SetTone(Tone.Plain);
        output.WriteLine(_line.ToString().TrimEnd());
        _line.Clear();
        _column = 0;
        Pad();
        SetTone(tone);
    }

    private void Pad()
    {
        _line.Append(' ', _indent);
        _column = _indent;
    }

    private void SetTone(Tone tone)
    {
        if (hasColour && tone != _tone)
        {
            _line.Append(tone switch
            {
                Tone.Strong => "\e[1m",
                Tone.Quiet => "\e[2m",
                Tone.Match => "\e[1;33m",
                _ => "\e[0m",
            });
        }

        _tone = tone;
    }
}
