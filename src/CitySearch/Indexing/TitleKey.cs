using System.Buffers;
using CitySearch.Text;

namespace CitySearch.Indexing;

/// <summary>
/// How a title is recognised where a text names it: folded, without punctuation, marks and spaces, as a 64-bit hash.
/// Among a million titles the chance that two differing ones collide is below one in ten million.
/// </summary>
internal static class TitleKey
{
    // A longer span between 《 and 》 is an unclosed mark, not a title.
    private const int LongestTitle = 120;

    private const string Country = "中华人民共和国";

    private static readonly SearchValues<char> Opening = SearchValues.Create("《");

    /// <summary>The key of a title, or 0 when nothing of it is left.</summary>
    public static ulong Of(ReadOnlySpan<char> title)
    {
        var hash = StableHash.Basis;
        foreach (var c in TextFolding.Fold(title))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                hash = StableHash.Next(hash, c);
            }
        }

        return hash == StableHash.Basis ? 0 : hash;
    }

    /// <summary>
    /// The keys under which a title is named: itself, without a closing remark in brackets (（试行）, （2018年修正）), and
    /// without the country's name before a law's, which legal writing leaves out: 《网络安全法》.
    /// </summary>
    public static IEnumerable<ulong> OfArticle(string title)
    {
        yield return Of(title);
        var name = title.Trim();
        if (name.Length > 0 && name[^1] is '）' or ')' && name.AsSpan().LastIndexOfAny('（', '(') is > 0 and var open)
        {
            name = name[..open];
            yield return Of(name);
        }

        if (name.Length > Country.Length && name.StartsWith(Country, StringComparison.Ordinal))
        {
            yield return Of(name.AsSpan(Country.Length));
        }
    }

    /// <summary>Adds the keys of all titles that a text names between 《 and 》, the outer ones of nested marks.</summary>
    public static void AddNamed(ReadOnlySpan<char> text, ISet<ulong> keys)
    {
        while (text.IndexOfAny(Opening) is var open && open >= 0)
        {
            text = text[(open + 1)..];
            var depth = 1;
            var limit = Math.Min(text.Length, LongestTitle);
            for (var i = 0; i < limit; i++)
            {
                depth += text[i] switch { '《' => 1, '》' => -1, _ => 0 };
                if (depth == 0)
                {
                    if (Of(text[..i]) is not 0 and var key)
                    {
                        keys.Add(key);
                    }

                    text = text[(i + 1)..];
                    break;
                }
            }
        }
    }
}
