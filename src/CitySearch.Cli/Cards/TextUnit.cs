using System.Globalization;
using Spectre.Console;

namespace CitySearch.Cli.Cards;

/// <summary>A character with its marks, as a terminal shows it.</summary>
/// <param name="Text">The text element.</param>
/// <param name="Cells">The columns that it takes; a Han character takes two.</param>
/// <param name="Tone">How it is shown.</param>
/// <param name="IsJoined">Whether it stays with the character before it.</param>
internal readonly record struct TextUnit(string Text, int Cells, Tone Tone, bool IsJoined)
{
    /// <summary>Whether it is a space, which vanishes at a line's end.</summary>
    public bool IsSpace => Text == " ";

    /// <summary>The cells that a text takes.</summary>
    public static int CellsOf(string text) => Of(text, Tone.Plain).Sum(unit => unit.Cells);

    /// <summary>The units of a text.</summary>
    /// <param name="text">The text; control characters, which would move the cursor of whoever reads it, become spaces.</param>
    /// <param name="tone">How it is shown.</param>
    /// <param name="isWhole">Whether it is kept on one line where it fits.</param>
    public static IEnumerable<TextUnit> Of(string text, Tone tone, bool isWhole = false)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, i);
            var unit = char.IsControl(text[i]) ? " " : text.Substring(i, length);
            yield return new TextUnit(unit, Math.Max(0, unit.GetCellWidth()), tone, isWhole && i > 0);
            i += length;
        }
    }
}
