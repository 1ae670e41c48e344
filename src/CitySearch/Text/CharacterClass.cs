using System.Globalization;
using System.Text;

namespace CitySearch.Text;

/// <summary>How a folded code point takes part in words.</summary>
internal enum CharacterClass : byte
{
    /// <summary>White space, punctuation, symbols, emoji: separates words.</summary>
    Other,

    /// <summary>A character of a script written without spaces: Han, kana, bopomofo, Hangul, Yi.</summary>
    Ideograph,

    /// <summary>A letter of any other script.</summary>
    Letter,

    /// <summary>A digit.</summary>
    Digit,
}

/// <summary>Tells the class of a code point.</summary>
internal static class CharacterClasses
{
    private static readonly CharacterClass[] Basic = BuildBasic();

    /// <summary>The class of a folded code point.</summary>
    public static CharacterClass Of(int codePoint) =>
        codePoint < Basic.Length ? Basic[codePoint] : Classify(codePoint);

    private static CharacterClass[] BuildBasic()
    {
        var classes = new CharacterClass[0x10000];
        for (var c = 0; c < classes.Length; c++)
        {
            // Most of the plane is in a few blocks of one class: unified ideographs, Hangul syllables, surrogates and private use.
            classes[c] = c is (>= 0x4E00 and < 0xA000) or (>= 0xAC00 and < 0xD7A4) ? CharacterClass.Ideograph
                : c is >= 0xD800 and < 0xF900 ? CharacterClass.Other
                : Classify(c);
        }

        return classes;
    }

    /// <summary>The class of a folded code point by its category.</summary>
    internal static CharacterClass Classify(int codePoint)
    {
        if (!Rune.IsValid(codePoint))
        {
            return CharacterClass.Other;
        }

        var category = Rune.GetUnicodeCategory(new Rune(codePoint));
        if (category == UnicodeCategory.DecimalDigitNumber)
        {
            return CharacterClass.Digit;
        }

        // 〇, 〡… are letter-like numbers; a plane-2 or plane-3 character newer than the runtime's tables is Han all the same.
        var isLetter = Rune.IsLetter(new Rune(codePoint)) || category == UnicodeCategory.LetterNumber || codePoint is >= 0x20000 and < 0x3FFFE
            || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
        return !isLetter ? CharacterClass.Other : IsUnspaced(codePoint) ? CharacterClass.Ideograph : CharacterClass.Letter;
    }

    private static bool IsUnspaced(int codePoint) => codePoint is
        (>= 0x1100 and < 0x1200) or (>= 0x2E80 and < 0xA4D0) or (>= 0xA960 and < 0xA980) or (>= 0xAC00 and < 0xD800)
        or (>= 0xF900 and < 0xFB00) or (>= 0xFF66 and < 0xFFE0) or (>= 0x1AFF0 and < 0x1B300) or (>= 0x20000 and < 0x3FFFE);
}
