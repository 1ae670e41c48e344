using System.Text;
using CsCheck;

namespace CitySearch.Tests.Corpus.Markdown;

/// <summary>Makes Markdown of every construct at random, together with the Han characters that it shows.</summary>
internal static class MarkdownGen
{
    // Stands for the next visible character; every one of a document is another.
    private const char Shown = '字';

    // Stands for a character that nobody sees.
    private const char Hidden = '隐';

    // What may stand between characters without hiding them: no address, no tag, no definition comes of it.
    private static readonly string[] Noise =
    [
        "", "", "", "", "", "，", "。", "；", "“", "”", "（", "）", " ", "  ", "　", "\t", "*", "**", "***", "_", "__", "~", "~~", "`", "``", "[", "]", "![", "<", ">",
        "&", "&amp;", "&nbsp;", "\\", "\\*", "\\[", "|", "#", "##", "$", "^", "=", "+", "-", "'", "\"", "{{", "}}", "[1]", "【2】", "[^9]", "①", "a", "AI", "12", "3.14",
        "😀", "👨‍👩‍👧", "e\u0301", "\u0301", "\u200D", "\uFEFF", "\u2028", "\u0085", "\u00A0", "\0", "\uD83D", "\uDC00", "𠮷", "葛\U000E0100", "ａ", "<b>", "</b>", "<br>", "<i class='x'>",
    ];

    private static readonly string[] SafeNoise = ["", "，", "**", "`", " ", "AI", "<b>", "😀", "&", "\\*"];

    /// <summary>A document and the Han characters that it shows, in order.</summary>
    public static Gen<(string Markdown, string Han)> Documents { get; } =
        Gen.Select(Block.Array[0, 25], Gen.OneOf(Gen.Const("\n"), Gen.Const("\r\n"), Gen.Const("\r")), Gen.Bool, Gen.Bool, Gen.Int[0, 8_000])
            .Select((blocks, lineEnd, mark, matter, first) => Fill(string.Join("\n\n", blocks), first) is var (text, han)
                ? ((mark ? "\uFEFF" : "") + ((matter ? "---\ntitle: 隐\n---\n" : "") + text + "\n").Replace("\n", lineEnd, StringComparison.Ordinal), han)
                : default);

    /// <summary>Text that may be anything.</summary>
    public static Gen<string> Anything { get; } =
        Gen.Frequency((6, Pick(Noise)), (3, Pick(["城市", "参考文献", "参考资料：", "延伸阅读", "引用", "https://a.cn/b", "www.a.cn", "2019", "[J]", "title: 题"])),
            (4, Pick(["\n", "\n\n", "\r\n", "\r", "\n> ", "\n- ", "\n1. ", "\n# ", "\n## ", "\n    ", "\n\t", "\n|", "\n---\n", "\n===\n", "\n```\n", "\n~~~\n", "\n:::", "\n::: tip ", "\n[^1]: ", "\n[1]: "])),
            (2, Pick(["](", ")", ":", "|-|-|\n", "<!--", "-->", "<script>", "</script>", "<style>", "<a href=\"", "<Foo\n", "/>", "<?", "<![CDATA[", "]]>", "[[toc]]", "> [!TIP] ", "---\n", "{#", "}", ":tada:", "<img alt=\""])))
        .Array[0, 120].Select(string.Concat);

    private static Gen<string> Text => Words(Noise, 12);

    private static Gen<string> Safe => Words(SafeNoise, 6);

    private static Gen<string> Block => Gen.Frequency(
        (6, Text.Array[1, 4].Select(lines => string.Join('\n', lines))),
        (1, Words(["", "，", "。"], 900)),
        (3, Gen.Select(Gen.Int[1, 6], Safe).Select((level, text) => new string('#', level) + " " + text)),
        (1, Safe.Select(text => $"## **{text.Replace("**", "", StringComparison.Ordinal)}**")),
        (1, Gen.Select(Safe, Pick(["===", "---"])).Select((text, line) => text + "\n" + line)),
        (2, Gen.Select(Text.Array[1, 4], Pick(["- ", "* ", "+ ", "1. ", "3) "])).Select((items, mark) => string.Join('\n', items.Select(item => mark + item)))),
        (1, Gen.Select(Text, Text, Text).Select((a, b, c) => $"- {a}\n  - {b}\n\n    {c}")),
        (2, Text.Array[1, 3].Select(lines => string.Join('\n', lines.Select(line => "> " + line)))),
        (1, Gen.Select(Text, Safe).Select((a, b) => $"> {a}\n>\n> - {b}")),
        (1, Gen.Select(Safe, Safe, Safe, Safe).Select((a, b, c, d) => $"| {a} | {b} |\n|:--|--:|\n| {c} | {d} |")),
        (1, Gen.Select(Text.Array[0, 3], Pick(["```", "~~~~", "```js {1} [隐]"])).Select((lines, fence) => $"{fence}\n{string.Join('\n', lines)}\n{fence[..(fence[0] == '~' ? 4 : 3)]}")),
        (1, Text.Select(text => $"正文。\n\n    {text}".Replace("正文", "字字", StringComparison.Ordinal))),
        (1, Gen.Select(Safe, Text, Pick(["tip", "warning", "danger", "details", "info"])).Select((title, text, kind) => $"::: {kind} {title}\n{text}\n:::")),
        (1, Safe.Select(text => $"<div class=\"隐\">\n<p>{text.Replace("`", "", StringComparison.Ordinal)}</p>\n</div>")),
        (1, Gen.Select(Safe, Safe).Select((a, b) => $"<Card title=\"字字\"\n  :data=\"['隐']\"\n>\n\n{a}\n\n</Card>\n\n<img src=\"隐\" alt=\"字\"> {b}")),
        (1, Gen.Const("<details><summary>字字</summary>\n\n字\n\n</details>")),
        (1, Gen.Const("<!-- 隐\n\n隐 -->")),
        (1, Gen.Const("<script>\nconst 隐 = '隐'\n\n</script>\n\n<style>\n.隐 {}\n</style>")),
        (1, Gen.Const("字字[^1]字。\n\n[^1]: 字字字\n    字字。")),
        (1, Gen.Const("[字字](./隐.md \"隐\")、![字](隐.png)、[字][ref]，<https://example.org>\n\n[ref]: 隐.md")),
        (1, Gen.Const("***")),
        (1, Gen.Const("[[toc]]")),
        (1, Safe.Select(text => $"> [!NOTE]\n> {text}")));

    private static Gen<T> Pick<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    // Characters with noise between them: each piece of noise has a character on both sides.
    private static Gen<string> Words(string[] noise, int length) =>
        Pick(noise).Array[0, length].Select(pieces => Shown + string.Concat(pieces.Select(piece => piece + Shown)));

    // Characters in Unicode's order, without those that mean something by themselves: 注 as a heading begins a reference list.
    private static (string Text, string Han) Fill(string template, int first)
    {
        var (text, han) = (new StringBuilder(template.Length), new StringBuilder());
        var next = '\u4E00' + first;
        foreach (var c in template)
        {
            if (c == Shown)
            {
                next += next is '隐' - 1 or '葛' - 1 or '注' - 1 ? 2 : 1;
                han.Append((char)next);
            }

            text.Append(c == Shown ? (char)next : c);
            if (c == '葛')
            {
                han.Append(c);
            }
        }

        Assert.DoesNotContain(Hidden, han.ToString());
        return (text.ToString(), han.ToString());
    }
}
