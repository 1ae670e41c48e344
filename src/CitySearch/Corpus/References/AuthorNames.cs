namespace CitySearch.Corpus.References;

/// <summary>Compares the names of authors.</summary>
internal static class AuthorNames
{
    private static readonly char[] Separators = [' ', '.', '-', ',', '·', '\''];

    /// <summary>Whether two lists can name the same authors: one may be empty or break off (等), and names may be shortened.</summary>
    /// <param name="a">Folded names.</param>
    /// <param name="b">Folded names.</param>
    public static bool AgreeAll(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        // 中共中央, 国务院 beside 中共中央国务院
        if (a.Count != b.Count && a.Count > 0 && b.Count > 0 && string.Concat(a) == string.Concat(b))
        {
            return true;
        }

        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            if (!Agree(a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The longest word of a name: the family name, or all of a Chinese name.</summary>
    public static string Longest(string name) =>
        Words(name).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).FirstOrDefault() ?? "";

    /// <summary>Whether two names can be one person's: a word in common, and the others equal or its initials.</summary>
    private static bool Agree(string a, string b)
    {
        if (a == b)
        {
            return true;
        }

        if (a.Any(EntryText.IsHan) || b.Any(EntryText.IsHan))
        {
            return string.Concat(Words(a)) == string.Concat(Words(b));
        }

        var (fewer, more) = (Words(a).ToList(), Words(b).ToList());
        (fewer, more) = fewer.Count <= more.Count ? (fewer, more) : (more, fewer);
        var common = fewer.RemoveAll(word => word.Length > 1 && more.Remove(word));
        return common > 0 && fewer.TrueForAll(word =>
        {
            var match = more.FindIndex(other => other.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(other, StringComparison.Ordinal));
            if (match >= 0)
            {
                more.RemoveAt(match);
            }

            return match >= 0;
        });
    }

    private static string[] Words(string name) => name.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
