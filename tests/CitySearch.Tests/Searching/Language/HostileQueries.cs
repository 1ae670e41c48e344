using CsCheck;

namespace CitySearch.Tests.Searching.Language;

/// <summary>Queries that nobody means well with: operators, words and odd characters in any order.</summary>
internal static class HostileQueries
{
    private static readonly string[] Pieces =
    [
        "\"", "“", "”", "「", "」", "＂", "(", ")", "（", "）", "+", "-", "＋", "－", "*", "＊", "~", "～", ":", "：", "\\", "《", "》", "..", "<", ">=", "~8", "~1",
        " ", " ", " ", " ", "\u3000", "\n", "\0", "\u200f", "\u202e", "\ud840", "\udc00", "👨‍👩‍👧‍👦", "①", "㎡", "，", "。",
        "AND", "OR", "NOT", " AND ", " OR ", " NOT ", "and", "并且", "title:", "标题：", "author:", "作者:", "year:", "年份：", "date:", "no:", "文号:", "cites:", "kind:", "path:", "tag:", "注意:", "http://",
        "智慧", "城市", "招商", "公司", "a", "b1", "smart", "C++", "5G+", "2019", "2016..2019", "2018-12", "article", "文献", "GB/T 36333-2018", "浙数办发(2019)13号", "国务院令（第711号）", "abc-t200", "智慧*", "brian~",
    ];

    /// <summary>Any of them.</summary>
    public static Gen<string> Any { get; } = OneOf(Pieces).Array[1, 14].Select(string.Concat);

    /// <summary>One of some texts.</summary>
    public static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
