using System.Globalization;

namespace CitySearch.Cli.QueryConsole.Editing;

/// <summary>A line being typed, and where in it the cursor stands: always between text elements, never within one.</summary>
internal sealed class LineBuffer
{
    /// <summary>The text; without control characters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The place of the cursor, in UTF-16 units from the start of the text.</summary>
    public int Cursor { get; private set; }

    /// <summary>Puts another text in place of all; the cursor goes to its end.</summary>
    public void Set(string text) => Set(text, text.Length);

    /// <summary>Puts text where the cursor stands, which goes behind it.</summary>
    public void Insert(string text) => Set(Text.Insert(Cursor, text), Cursor + text.Length);

    /// <summary>Puts text in place of what stands between a place and the cursor.</summary>
    public void Replace(int start, string text) => Set(string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(Cursor)), start + text.Length);

    /// <summary>Goes to a place; from within a text element to its end.</summary>
    public void MoveTo(int place) => Set(Text, Math.Clamp(place, 0, Text.Length));

    /// <summary>Removes what stands between two places.</summary>
    public void Remove(int start, int end) => Set(Text.Remove(start, end - start), start);

    /// <summary>Where the text element before the cursor begins.</summary>
    public int Before => Elements().LastOrDefault(start => start < Cursor);

    /// <summary>Where the text element at the cursor ends.</summary>
    public int After => Elements().Append(Text.Length).FirstOrDefault(start => start > Cursor, Text.Length);

    /// <summary>Where the word before the cursor begins: a run of letters and digits, of Chinese characters, or of other marks.</summary>
    public int WordBefore
    {
        get
        {
            var start = Cursor;
            while (start > 0 && KindAt(start - 1) == WordKind.Space)
            {
                start--;
            }

            for (var kind = start > 0 ? KindAt(start - 1) : WordKind.Space; start > 0 && KindAt(start - 1) == kind; start--)
            {
            }

            return start;
        }
    }

    /// <summary>Where the word at the cursor, or behind the spaces at it, ends.</summary>
    public int WordAfter
    {
        get
        {
            var end = Cursor;
            while (end < Text.Length && KindAt(end) == WordKind.Space)
            {
                end++;
            }

            for (var kind = end < Text.Length ? KindAt(end) : WordKind.Space; end < Text.Length && KindAt(end) == kind; end++)
            {
            }

            return end;
        }
    }

    private IEnumerable<int> Elements()
    {
        for (var start = 0; start < Text.Length; start += StringInfo.GetNextTextElementLength(Text, start))
        {
            yield return start;
        }
    }

    // What is put in or taken out may join its neighbours to one element, a mark to the letter before it.
    private void Set(string text, int cursor)
    {
        Text = text;
        Cursor = Elements().Append(text.Length).First(start => start >= cursor);
    }

    private WordKind KindAt(int place)
    {
        while (place > 0 && IsMark(place))
        {
            place--;
        }

        var c = Text[place];
        return char.IsWhiteSpace(c) ? WordKind.Space
            : c is >= '\u2E80' && (char.IsLetter(c) || char.IsSurrogate(c)) && !char.IsBetween(c, '\uFF00', '\uFFEF') ? WordKind.Han
            : char.IsLetterOrDigit(c) ? WordKind.Letters
            : WordKind.Other;
    }

    private bool IsMark(int place) =>
        char.IsLowSurrogate(Text[place])
        || CharUnicodeInfo.GetUnicodeCategory(Text[place]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private enum WordKind
    {
        Space,
        Han,
        Letters,
        Other,
    }
}
