using System.Text;

namespace CitySearch.Indexing.Scanning;

/// <summary>
/// A shell's pattern for one name, after POSIX.1-2017 (Shell and Utilities, 2.13): <c>*</c>, <c>?</c>, <c>[a-z]</c>,
/// <c>[!a]</c>, <c>[[:digit:]]</c>, and a backslash before what is meant literally. A character is a Unicode scalar.
/// </summary>
internal static class Glob
{
    // The file systems of these do not tell cases apart, as a rule.
    private static readonly bool IgnoresCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    /// <summary>Whether a whole name matches. A pattern with a bracket that does not close matches nothing.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int p = 0, n = 0, starAt = -1, starFrom = 0;
        while (n < name.Length)
        {
            Rune.DecodeFromUtf16(name[n..], out var rune, out var length);
            if (p < pattern.Length && pattern[p] == '*')
            {
                starAt = p++;
                starFrom = n;
            }
            else if (p < pattern.Length && MatchesOne(pattern[p..], rune) is var taken and > 0)
            {
                p += taken;
                n += length;
            }
            else if (starAt >= 0)
            {
                Rune.DecodeFromUtf16(name[starFrom..], out _, out var skipped);
                starFrom += skipped;
                p = starAt + 1;
                n = starFrom;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].Trim('*').IsEmpty;
    }

    /// <summary>The length of the piece at the start of a pattern when it matches a character; otherwise 0.</summary>
    private static int MatchesOne(ReadOnlySpan<char> pattern, Rune rune)
    {
        switch (pattern[0])
        {
            case '?':
                return 1;
            case '[':
                return MatchesBracket(pattern, rune);
            default:
                var escape = pattern[0] == '\\' ? 1 : 0;
                return Rune.DecodeFromUtf16(pattern[escape..], out var literal, out var length) == System.Buffers.OperationStatus.Done && AreEqual(literal, rune) ? escape + length : 0;
        }
    }

    private static int MatchesBracket(ReadOnlySpan<char> pattern, Rune rune)
    {
        var at = 1;
        var isNegated = at < pattern.Length && pattern[at] is '!' or '^';
        at += isNegated ? 1 : 0;
        var isIn = false;
        for (var first = at; at < pattern.Length; )
        {
            if (pattern[at] == ']' && at > first)
            {
                return isIn != isNegated ? at + 1 : 0;
            }

            if (pattern[at..].StartsWith("[:", StringComparison.Ordinal) && pattern[at..].IndexOf(":]", StringComparison.Ordinal) is var end and > 0)
            {
                isIn |= IsOfClass(rune, pattern.Slice(at + 2, end - 2));
                at += end + 2;
                continue;
            }

            var from = Next(pattern, ref at);
            var to = from;
            if (at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']')
            {
                at++;
                to = Next(pattern, ref at);
            }

            isIn |= (rune >= from && rune <= to) || AreEqual(rune, from) || AreEqual(rune, to);
        }

        return 0;
    }

    private static Rune Next(ReadOnlySpan<char> pattern, ref int at)
    {
        at += pattern[at] == '\\' && at + 1 < pattern.Length ? 1 : 0;
        Rune.DecodeFromUtf16(pattern[at..], out var rune, out var length);
        at += length;
        return rune;
    }

    private static bool AreEqual(Rune a, Rune b) => a == b || (IgnoresCase && Rune.ToUpperInvariant(a) == Rune.ToUpperInvariant(b));

    private static bool IsOfClass(Rune rune, ReadOnlySpan<char> name) => name switch
    {
        "alnum" => Rune.IsLetterOrDigit(rune),
        "alpha" => Rune.IsLetter(rune),
        "digit" => rune.Value is >= '0' and <= '9',
        "lower" => Rune.IsLower(rune),
        "upper" => Rune.IsUpper(rune),
        "space" => Rune.IsWhiteSpace(rune),
        "blank" => rune.Value is ' ' or '\t',
        "punct" => Rune.IsPunctuation(rune) || Rune.IsSymbol(rune),
        "cntrl" => Rune.IsControl(rune),
        "xdigit" => rune.IsAscii && char.IsAsciiHexDigit((char)rune.Value),
        _ => false,
    };
}
