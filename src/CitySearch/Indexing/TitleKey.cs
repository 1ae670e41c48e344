using System.Buffers;
using CitySearch.Text;

namespace CitySearch.Indexing;

/// <summary>
/// How a title is recognised where a text names it: folded (width, case, script), without punctuation, marks and
/// spaces, as a 64-bit hash. Among a million titles the chance that two differing ones collide is below one in ten
/// million.
/// </summary>
internal static class TitleKey
{
    // A longer span between 《 and 》 is an unclosed mark, not a title.
    private const int LongestTitle = 120;

    // What legal writing leaves out: 《网络安全法》.
    private const string Country = "中华人民共和国";

    private static readonly SearchValues<char> Opening = SearchValues.Create("《〈");

    // How a notice says that it issues a document, and how its title ends. The document's text is in the notice, and it
    // is cited by its own name.
    private static readonly string[] Issuing = ["关于印发", "关于发布", "关于公布", "关于转发", "关于批转", "关于颁布"];
    private static readonly string[] Notice = ["的通知", "的公告", "的通告", "的决定"];

    /// <summary>The key of a title, or 0 when nothing of it is left.</summary>
    public static ulong Of(ReadOnlySpan<char> title) => Hash(TextFolding.Fold(title));

    /// <summary>
    /// Adds the keys under which a title is known: itself; without a closing remark in brackets (（试行）, （2018年修正）);
    /// without the country's name before a law's; and of a notice that issues a document, the document's title.
    /// </summary>
    public static void Add(ReadOnlySpan<char> title, ISet<ulong> keys)
    {
        var name = TextFolding.Fold(title).AsSpan().Trim();
        AddForms(name, keys);
        name = WithoutRemark(name);
        foreach (var issuing in Issuing)
        {
            if (name.IndexOf(issuing) is var at && at >= 0)
            {
                AddForms(WithoutEnding(name[(at + issuing.Length)..]), keys);
                break;
            }
        }
    }

    /// <summary>
    /// Adds the keys of all titles that a text names between 《 and 》, and between 〈 and 〉 inside of them, the outer and
    /// the inner ones alike.
    /// </summary>
    public static void AddNamed(ReadOnlySpan<char> text, ISet<ulong> keys)
    {
        var insideUntil = 0;
        for (var at = 0; text[at..].IndexOfAny(Opening) is var next && next >= 0; at++)
        {
            at += next;
            var isOuter = text[at] == '《';
            if (!isOuter && at >= insideUntil)
            {
                continue;
            }

            var length = LengthOf(text[(at + 1)..], text[at], isOuter ? '》' : '〉');
            if (length >= 0)
            {
                Add(text.Slice(at + 1, length), keys);
                insideUntil = Math.Max(insideUntil, at + 1 + length);
            }
        }
    }

    /// <summary>The length of the title that begins a text after its opening mark, or -1 when it is not closed.</summary>
    private static int LengthOf(ReadOnlySpan<char> text, char open, char close)
    {
        var depth = 1;
        for (var i = 0; i < Math.Min(text.Length, LongestTitle); i++)
        {
            depth += text[i] == open ? 1 : text[i] == close ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static void AddForms(ReadOnlySpan<char> folded, ISet<ulong> keys)
    {
        keys.Add(Hash(folded));
        folded = WithoutRemark(folded);
        keys.Add(Hash(folded));
        if (folded.Length > Country.Length && folded.StartsWith(Country))
        {
            keys.Add(Hash(folded[Country.Length..]));
        }

        keys.Remove(0);
    }

    private static ReadOnlySpan<char> WithoutRemark(ReadOnlySpan<char> folded) =>
        folded.Length > 0 && folded[^1] == ')' && folded.LastIndexOf('(') is > 0 and var bracket ? folded[..bracket] : folded;

    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> name)
    {
        foreach (var notice in Notice)
        {
            if (name.EndsWith(notice))
            {
                return name[..^notice.Length].Trim("《》〈〉 ");
            }
        }

        return name;
    }

    private static ulong Hash(ReadOnlySpan<char> folded)
    {
        var hash = StableHash.Basis;
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                hash = StableHash.Next(hash, c);
            }
        }

        return hash == StableHash.Basis ? 0 : hash;
    }
}
