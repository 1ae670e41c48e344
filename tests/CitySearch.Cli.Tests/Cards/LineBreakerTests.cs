using CitySearch.Cli.Cards;
using CsCheck;

namespace CitySearch.Cli.Tests.Cards;

public class LineBreakerTests
{
    private static readonly string[] Pieces =
        ["城市", "大脑", "，", "。", "（", "）", "《", "》", "“", "”", " ", "  ", "smart", "city", "2019-06-10", "[8]", "«", "»", "：", "😀", "e\u0301", "https://example.org/a?b=c", "…", "——", "·"];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(string.Concat);

    private static readonly string[] Words = ["城市", "大脑", "城。", "（城市）", "《城》，", "“城”", "城（市）：", "smart", "2019"];

    private static readonly Gen<string> Sentences = Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 40].Select(words => string.Join("", words.Prepend("城")));

    [Theory]
    [InlineData("智慧城市的建设与运营", 10, "智慧城市的|建设与运营")]
    [InlineData("智慧城市的建设与运营", 11, "智慧城市的|建设与运营")]
    [InlineData("把数据管起来，用起来。", 12, "把数据管起|来，用起来。")]
    [InlineData("见《城市大脑》一书", 4, "见|《城|市大|脑》|一书")]
    [InlineData("2019年6月印发", 6, "2019年|6月印|发")]
    [InlineData("the smart city", 9, "the smart|city")]
    [InlineData("the smart city", 5, "the|smart|city")]
    [InlineData("第28页[8]。", 8, "第28页|[8]。")]
    [InlineData("https://example.org/", 8, "https://|example.|org/")]
    [InlineData("城市大脑", 3, "城|市|大|脑")]
    [InlineData("城市大脑", 1, "城|市|大|脑")]
    [InlineData("ab  城市", 4, "ab|城市")]
    [InlineData("a\nb\tc\u001b[31m", 20, "a b c [31m")]
    public void Lines_break_where_writing_allows_it(string text, int width, string lines) => Assert.Equal(lines.Split('|'), Lines(text, width, width));

    [Fact]
    public void The_first_line_may_be_shorter_than_the_rest() => Assert.Equal(["智慧", "城市的建设"], Lines("智慧城市的建设", 5, 10));

    [Fact]
    public void Without_a_width_there_is_one_line() => Assert.Equal(["智慧城市的建设 与 运营"], Lines("智慧城市的建设 与 运营", 0, 0));

    [Fact]
    public void What_is_kept_whole_is_broken_only_where_it_is_longer_than_a_line()
    {
        TextUnit[] name = [.. TextUnit.Of("作者 ", Tone.Plain), .. TextUnit.Of("欧阳知远", Tone.Plain, isWhole: true)];

        Assert.Equal(["作者", "欧阳知远"], Lines(name, 10, 10));
        Assert.Equal(["作者", "欧阳知", "远"], Lines(name, 6, 6));
    }

    [Fact]
    public void Nothing_but_spaces_is_lost_and_no_line_is_too_wide() => Gen.Select(Texts, Gen.Int[2, 40]).ForAll((text, width) =>
    {
        var lines = Lines(text, width, width);
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(TextUnit.Of(line, Tone.Plain).Sum(u => u.Cells) <= width, line));
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
    });

    [Fact]
    public void No_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() => Gen.Select(Sentences, Gen.Int[12, 40]).ForAll((text, width) =>
        Assert.All(Lines(text, width, width), line => Assert.False("，。）》”：".Contains(line[0]) || "（《“".Contains(line[^1]), line)));

    private static List<string> Lines(string text, int first, int rest) => Lines([.. TextUnit.Of(text, Tone.Plain)], first, rest);

    private static List<string> Lines(TextUnit[] units, int first, int rest) =>
        [.. LineBreaker.Lines(units, first, rest).Select(range => string.Concat(units[range].Select(u => u.Text)))];
}
