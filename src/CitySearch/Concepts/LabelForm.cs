using System.Globalization;
using System.Text;
using CitySearch.Text;

namespace CitySearch.Concepts;

/// <summary>
/// The form in which labels are compared: folded (width, case, accents, script), without what only sets words apart, so
/// that City Brain, city-brain and ＣｉｔｙＢｒａｉｎ are one.
/// </summary>
internal static class LabelForm
{
    /// <summary>The most separators in a row that a label may be broken by in a text.</summary>
    public const int LongestGap = 3;

    /// <summary>
    /// Whether a folded code point inside a label makes no difference: spaces, hyphens, slashes, middle dots,
    /// apostrophes and quotes (“互联网+”政务服务). A line end is none: a label does not run over lines.
    /// </summary>
    public static bool IsSeparator(int codePoint) => codePoint switch
    {
        ' ' or '-' or '_' or '/' or '\'' or '"' => true,
        < 0xA0 => false,
        0xA0 or 0xB7 or 0x30FB or 0x2212 or 0x3000 => true,
        >= 0x2010 and <= 0x2013 => true,
        >= 0x2018 and <= 0x201F => true,
        >= 0x300C and <= 0x300F => true,
        >= 0x2E80 => false,
        _ => Rune.GetUnicodeCategory(new Rune(codePoint)) == UnicodeCategory.SpaceSeparator,
    };

    /// <summary>The form that two labels share when they are the same name; empty when there is nothing to compare.</summary>
    public static string Key(string label) => Join(TextFolding.Fold(label), "");

    /// <summary>
    /// The folded form with one space where separators stand: labels that differ in it may have different terms in an
    /// index (citybrain, city brain) though they are the same name.
    /// </summary>
    public static string Spelling(string label) => Join(TextFolding.Fold(label), " ");

    /// <summary>Whether a key names anything: has a letter, a digit or a Chinese character.</summary>
    public static bool IsName(string key)
    {
        foreach (var rune in key.EnumerateRunes())
        {
            if (CharacterClasses.Of(rune.Value) != CharacterClass.Other)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many code points a text has.</summary>
    public static int Length(string text)
    {
        var length = 0;
        foreach (var c in text)
        {
            length += char.IsLowSurrogate(c) ? 0 : 1;
        }

        return length;
    }

    /// <summary>Whether a spelling stands within another, at word borders where it has letters or digits at its ends.</summary>
    public static bool Contains(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            var end = at + part.Length;
            var startsWord = at == 0 || !IsWordCharacter(part[0]) || !IsWordCharacter(text[at - 1]);
            var endsWord = end == text.Length || !IsWordCharacter(part[^1]) || !IsWordCharacter(text[end]);
            if (startsWord && endsWord)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a folded code point belongs to a word that spaces set apart: a letter of such a script, or a digit.</summary>
    public static bool IsWordCharacter(int codePoint) => CharacterClasses.Of(codePoint) is CharacterClass.Letter or CharacterClass.Digit;

    /// <summary>A folded text with its separators, all of the basic plane, replaced; those at its ends are dropped.</summary>
    private static string Join(string folded, string separator)
    {
        var first = 0;
        while (first < folded.Length && !IsSeparator(folded[first]))
        {
            first++;
        }

        if (first == folded.Length)
        {
            return folded;
        }

        var form = new StringBuilder(folded.Length).Append(folded, 0, first);
        var isPending = true;
        for (var i = first + 1; i < folded.Length; i++)
        {
            if (IsSeparator(folded[i]))
            {
                isPending = true;
                continue;
            }

            form.Append(isPending && form.Length > 0 ? separator : "").Append(folded[i]);
            isPending = false;
        }

        return form.ToString();
    }
}
