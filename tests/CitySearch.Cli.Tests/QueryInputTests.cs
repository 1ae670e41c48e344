using System.Text.Json;
using CsCheck;

namespace CitySearch.Cli.Tests;

/// <summary>Whatever stands in a query, it is answered or the user is told in one line what is wrong.</summary>
public class QueryInputTests(SampleIndex sample)
{
    private const string Operators = "+-*/\\|&!()[]{}<>《》〔〕【】（）“”\"'^~:：?？@#$%,，.。;；=AND OR NOT NEAR/3 title:";

    private static readonly string[] Words = ["城市", "大脑", "smart", "2019", "〔2019〕13号", "GB/T 51212-2016", "😀", "\ud83d"];

    public static TheoryData<string> Inputs => new(
        "", " ", "\t\n", "\"", "\"\"", "“”", "“", "\"城市", "城市\"大脑\"\"", "()", "(((", "[城市 TO 大脑]", "城市 AND", "OR", "NOT 城市", "+城市 -大脑", "城市~2 大脑^3",
        "*", "?", "城*", "title:城市", "a:b:c", "/城市/", "\\", "城市\\", "&&", "||", "!", "😀", "👨‍👩‍👧‍👦 城市", "𨨏", "\0", "e\u0301", "１２３", "〇", "100%", "<b>城市</b>",
        "'; DROP TABLE", "$(id)", "`id`", "%s%n", "..", "../../etc/passwd", "http://example.org/?q=%E5%9F%8E", "-", "- -", "-城市", "-1", "-abc", "--", "---", "--城市", "@abc", "@", "@/etc/passwd",
        new string('城', 1000), string.Concat(Enumerable.Repeat("智慧城市的建设，", 125)), new string('(', 1000), string.Join(' ', Enumerable.Range(0, 300)), new string('a', 40000),
        string.Concat(Enumerable.Repeat("😀", 500)), string.Concat(Enumerable.Repeat("\"城市\" ", 200)));

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Any_input_is_answered(string query) => Check(query, await sample.Search("--json", "--", query));

    [Theory]
    [InlineData("城市 --top 3")]
    [InlineData("--top 是什么")]
    [InlineData("-公司")]
    [InlineData("-json")]
    [InlineData("@abc")]
    [InlineData("--城市")]
    [InlineData("true")]
    [InlineData("[suggest]")]
    public async Task What_looks_like_an_option_and_is_none_is_text(string query) => Check(query, await sample.Search("--json", query));

    [Fact]
    public async Task Half_a_character_is_answered() => Check("城\udc00市 \ud840", await sample.Search("--json", "城\udc00市 \ud840"));

    [Fact]
    public void Any_thousand_characters_of_a_page_are_answered()
    {
        var page = File.ReadAllText(Path.Combine(SampleIndex.Corpus, "articles", "hangzhou.md"));
        Gen.Int[0, page.Length - 1000].ForAll(start => Check(page.Substring(start, 1000), sample.Search("--json", "--", page.Substring(start, 1000)).GetAwaiter().GetResult()), cases: 20);
    }

    [Fact]
    public void Any_mixture_of_text_and_operators_is_answered()
    {
        var word = Gen.OneOf(Gen.Int[0, Words.Length - 1].Select(i => Words[i]), Gen.Int[0, Operators.Length - 1].Select(i => Operators[i].ToString()), Gen.Char.Select(c => c.ToString()));
        word.Array[0, 12].Select(string.Concat).ForAll(query => Check(query, sample.Search("--json", "--explain", "--", query).GetAwaiter().GetResult()), cases: 300);
    }

    private static void Check(string query, CommandRun run)
    {
        Assert.Equal((0, ""), (run.Status, run.Error));
        using var answer = JsonDocument.Parse(run.Output);
        SearchContract.Check(answer.RootElement);
        // Half a surrogate pair is no character: JSON has the replacement character for it.
        Assert.Equal(Whole(query), answer.RootElement.GetProperty("query").GetString());
        if (answer.RootElement.TryGetProperty("message", out var message))
        {
            Assert.Equal(0, answer.RootElement.GetProperty("total").GetInt32());
            Assert.NotEqual("", message.GetString());
        }
    }

    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
