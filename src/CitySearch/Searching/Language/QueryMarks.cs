using System.Globalization;
using System.Text;

namespace CitySearch.Searching.Language;

/// <summary>The marks of the query language, half- and full-width alike.</summary>
internal static class QueryMarks
{
    /// <summary>What an escape stands before.</summary>
    public const char Escape = '\\';

    /// <summary>The connective of which both sides must hold.</summary>
    public const string And = "AND";

    /// <summary>The connective of which one side must hold.</summary>
    public const string Or = "OR";

    /// <summary>What stands before what must not hold.</summary>
    public const string Not = "NOT";

    /// <summary>Whether a character opens a group.</summary>
    public static bool IsOpen(char c) => c is '(' or '（';

    /// <summary>Whether a character closes a group.</summary>
    public static bool IsClose(char c) => c is ')' or '）';

    /// <summary>Whether a character asks for what follows.</summary>
    public static bool IsPlus(char c) => c is '+' or '＋';

    /// <summary>Whether a character excludes what follows.</summary>
    public static bool IsMinus(char c) => c is '-' or '－';

    /// <summary>Whether a character ends the beginning of a word.</summary>
    public static bool IsStar(char c) => c is '*' or '＊';

    /// <summary>Whether a character makes a word fuzzy or a phrase loose.</summary>
    public static bool IsTilde(char c) => c is '~' or '～';

    /// <summary>Whether a character ends the name of a field.</summary>
    public static bool IsColon(char c) => c is ':' or '：';

    /// <summary>The quotes that close what a quote opens; <see langword="null"/> for any other character.</summary>
    public static string? Closing(char c) => c switch
    {
        '"' or '“' or '＂' => "\"”＂",
        '「' => "」",
        _ => null,
    };

    /// <summary>
    /// How many UTF-16 units an escape's character has: a mark, a space or a digit, but no letter, for <c>C:\temp</c> holds no
    /// escape; 0 when none stands there.
    /// </summary>
    public static int Escaped(ReadOnlySpan<char> text)
    {
        if (Rune.DecodeFromUtf16(text, out var rune, out var length) != System.Buffers.OperationStatus.Done)
        {
            return 0;
        }

        return Rune.GetUnicodeCategory(rune) is >= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or (>= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol) || Rune.IsWhiteSpace(rune)
            ? length
            : 0;
    }

    /// <summary>Whether a text has anything that can be searched for.</summary>
    public static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsWord(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text ends in a letter or digit, or, when asked so, in a letter.</summary>
    public static bool EndsInWord(ReadOnlySpan<char> text, bool inLetter) =>
        Rune.DecodeLastFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done && (inLetter ? IsLetter(rune) : IsWord(rune));

    /// <summary>Whether a text has a letter.</summary>
    public static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsLetter(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetter(Rune rune) => Rune.IsLetter(rune) || rune.Value is >= 0x20000 and < 0x3FFFE;

    private static bool IsWord(Rune rune) => IsLetter(rune) || Rune.IsNumber(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
}
