using System.Text;
using System.Text.RegularExpressions;
using CitySearch.Corpus.References;

namespace CitySearch.Formats.Bibliographies;

/// <summary>
/// Writes names as references have them: Chinese ones in one piece, family name first; Western ones with initials without
/// full stops (GB/T 7714-2015, 8.1.1).
/// </summary>
internal static partial class PersonNames
{
    /// <summary>A name whose parts are known.</summary>
    /// <param name="family">The family name, particles included.</param>
    /// <param name="given">The given names, or empty.</param>
    /// <param name="suffix">Jr, III, or empty.</param>
    public static string Of(string family, string given, string suffix = "")
    {
        (family, given, suffix) = (family.Trim(), given.Trim(), suffix.Trim().TrimEnd('.'));
        if (family.Length == 0 || given.Length == 0)
        {
            return family + given;
        }

        if (IsHan(family) && IsHan(given))
        {
            // The parts of a name that was translated keep the dot between them.
            return given.Length > 2 && family.Length > 2 ? $"{given}·{family}" : family + given;
        }

        var initials = Initials(given);
        return family + (initials.Length > 0 ? " " + initials : "") + (suffix.Length > 0 ? " " + suffix : "");
    }

    /// <summary>A name as one text: <c>张三</c>, <c>张, 三</c>, <c>Knuth, Donald E.</c>, <c>Donald E. Knuth</c>.</summary>
    public static string Parse(string name)
    {
        name = Others().Replace(name, "").Trim().TrimEnd(',', ';', '，', '；').Trim();
        var parts = name.Split(',', '，');
        if (parts.Length > 1)
        {
            return parts.Length > 2 && !IsHan(parts[0].Trim()) ? Of(parts[0], parts[2], parts[1]) : Of(parts[0], parts[1]);
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || words.Length > 8)
        {
            return name;
        }

        if (words.Length == 2 && Array.TrueForAll(words, IsHan))
        {
            // 三 张 is the order of BibTeX, 王 坚 a name that was spaced out.
            var written = string.Concat(words);
            var isReversed = !ChineseNames.IsName(ChineseNames.Fold(written)) && ChineseNames.IsName(ChineseNames.Fold(words[1] + words[0]));
            return isReversed ? words[1] + words[0] : written;
        }

        if (name.Any(EntryText.IsHan))
        {
            return name;
        }

        // Knuth D E is the standard's own form.
        if (words[1..].All(word => word.Length <= 3 && word.Trim('.').All(char.IsUpper)))
        {
            return Of(words[0], string.Join(' ', words[1..].Select(Spread)));
        }

        var family = words.Length - 1;
        while (family > 1 && char.IsLower(words[family - 1][0]))
        {
            family--;
        }

        return Of(string.Join(' ', words[family..]), string.Join(' ', words[..family]));
    }

    /// <summary>The names in a field that lists several: 张三;李四, 张三, 李四. A family name and a given name parted by a comma are one.</summary>
    public static IEnumerable<string> Split(string names)
    {
        var parts = names.Split([';', '；', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != 1)
        {
            return parts;
        }

        var commas = names.Split([',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isList = commas.Length > 1 && Array.TrueForAll(commas, part => IsHan(part) && part.Length > 1) && !(commas.Length == 2 && ChineseNames.IsName(ChineseNames.Fold(string.Concat(commas))));
        return isList ? commas : [names.Trim()];
    }

    /// <summary>Whether a name stands for those that are not named.</summary>
    public static bool IsOthers(string name) => name.Trim().TrimEnd('.') is "others" or "et al" or "等" or "";

    private static bool IsHan(string text) => text.Length > 0 && text.All(c => EntryText.IsHan(c) || c == '·');

    private static string Spread(string word) => string.Join(' ', word.Where(char.IsUpper));

    // Jean-Paul as J P; undotted capitals in one word are initials already.
    private static string Initials(string given)
    {
        var result = new StringBuilder();
        foreach (var word in given.Split([' ', '.', '-', '~', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var c in word.Length <= 3 && word.All(char.IsUpper) ? word : word[..(char.IsHighSurrogate(word[0]) && word.Length > 1 ? 2 : 1)])
            {
                result.Append(result.Length > 0 && !char.IsLowSurrogate(c) ? " " : "").Append(char.ToUpperInvariant(c));
            }
        }

        return result.ToString();
    }

    [GeneratedRegex(@"[,，\s]+(?:et al\.?|等)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Others();
}
