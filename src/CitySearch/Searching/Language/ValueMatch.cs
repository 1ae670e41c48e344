using CitySearch.Text;

namespace CitySearch.Searching.Language;

/// <summary>
/// Compares values with what a query or filter asks for. A value that is exactly that wins over one that is that folded, and both over those that
/// contain it: who picks 人民网 from the facets does not want 人民网研究院, who writes 单 wants 单志广.
/// </summary>
internal static class ValueMatch
{
    /// <summary>How well a value matches: 0 not at all, 1 in part, 2 whole when folded, 3 exactly.</summary>
    public static int Of(FieldValue value, QueryNode asked) => asked switch
    {
        TextNode text => Whole(value, text.Text),
        PhraseNode phrase => Whole(value, phrase.Text),
        PrefixNode prefix => value.Folded.StartsWith(Folded(prefix.Text), StringComparison.Ordinal) ? 1 : 0,
        FuzzyNode fuzzy => IsNear(value.Folded, Folded(fuzzy.Text), fuzzy.Edits) ? 1 : 0,
        _ => 0,
    };

    /// <summary>Whether a path begins so, or, where the asked has stars, is that with anything in the place of a star.</summary>
    public static bool OfPath(FieldValue path, string asked)
    {
        var pattern = Folded(asked.Replace('\\', '/')).TrimStart('/');
        pattern = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        return pattern.Contains('*', StringComparison.Ordinal) ? IsGlob(path.Folded, pattern) : path.Folded.StartsWith(pattern, StringComparison.Ordinal);
    }

    private static string Folded(string text) => TextFolding.Fold(text).Trim();

    private static int Whole(FieldValue value, string text) => value.Text == text ? 3
        : Folded(text) is var folded && value.Folded.Trim() == folded ? 2
        : Contains(value.Folded, folded) ? 1
        : 0;

    /// <summary>Whether a text stands in a value: letters and digits as whole words, Chinese characters anywhere.</summary>
    private static bool Contains(string value, string text)
    {
        for (var at = value.IndexOf(text, StringComparison.Ordinal); at >= 0 && text.Length > 0; at = value.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            var end = at + text.Length;
            if (!(at > 0 && GoesOn(value[at - 1], value[at])) && !(end < value.Length && GoesOn(value[end - 1], value[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool GoesOn(char before, char after) => IsLetterOrDigit(before) && IsLetterOrDigit(after);

    private static bool IsLetterOrDigit(char c) => CharacterClasses.Of(c) is CharacterClass.Letter or CharacterClass.Digit;

    private static bool IsNear(string value, string text, int? edits)
    {
        var most = edits ?? (text.Length < 3 ? 0 : text.Length < 6 ? 1 : 2);
        return EditDistance.Of(text, value, most) <= most;
    }

    /// <summary>Matches in time in proportion to both lengths' product at most: on a mismatch only the last star is tried again.</summary>
    private static bool IsGlob(string text, string pattern)
    {
        var (t, p, star, from) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, from) = (p++, t);
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++from);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
