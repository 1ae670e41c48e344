using System.Text.Json;
using System.Text.RegularExpressions;
using CitySearch.Tests;

namespace CitySearch.Cli.Tests;

public partial class SearchCommandTests(SampleIndex sample)
{
    [Theory]
    [InlineData("城市大脑")]
    [InlineData("数字政府和城市大脑的关系")]
    [InlineData("單志廣")]
    [InlineData("smart city")]
    [InlineData("〔2019〕13号")]
    [InlineData("DB3301/T 0273-2018")]
    [InlineData("\"一网通办\"")]
    [InlineData("新加坡 智慧国")]
    [InlineData("智慧社区为什么总是停在门禁上")]
    [InlineData("国办发〔2017〕39号")]
    public async Task Search_prints_one_line_of_json_that_holds_to_the_contract(string query)
    {
        var run = await sample.Search(query, "--json", "--facets", "--explain");

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(run.Output.Length - 1, run.Output.IndexOf('\n'));
        Assert.StartsWith("{", run.Output);
        using var answer = JsonDocument.Parse(run.Output);
        SearchContract.Check(answer.RootElement);
        Assert.Equal(query, answer.RootElement.GetProperty("query").GetString());
        Assert.NotEqual(0, answer.RootElement.GetProperty("total").GetInt32());
        Assert.Contains("\"highlights\":[{", run.Output);
        Assert.All(Hits(answer), hit => Assert.Equal(
            hit.GetProperty("score").GetDouble(), hit.GetProperty("explanation").GetProperty("signals").EnumerateArray().Sum(s => s.GetProperty("contribution").GetDouble()), 0.001));
    }

    [Fact]
    public async Task A_whole_answer_is_as_approved()
    {
        using var workspace = new Workspace(Cards.SmallCorpus.Files);

        var run = await workspace.Run("search", "城市大脑", "--json", "--facets", "--sort", "date");

        // Times differ from run to run, and scores with the weights of the ranking.
        Approval.Verify("search.json", Measured().Replace(run.Output, "\"$1\":0"));
    }

    [Theory]
    [InlineData("單志廣", "单志广")]
    [InlineData("〔2019〕13号", "〔2019〕13号")]
    [InlineData("国办发[2017]39号", "国办发〔2017〕39号")]
    [InlineData("DB3301/T 0273-2018", "DB3301/T 0273-2018")]
    [InlineData("\"一网通办\"", "一网通办")]
    public async Task Search_highlights_what_stands_in_the_text(string query, string text)
    {
        var run = await sample.Search(query, "--json");

        using var answer = JsonDocument.Parse(run.Output);
        Assert.Contains(Snippets(answer).SelectMany(Highlighted), highlighted => highlighted.EndsWith(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_line_of_a_section_is_where_its_first_snippet_begins()
    {
        var checkedLines = 0;
        foreach (var query in new[] { "城市大脑", "数据共享", "智慧城市 评价", "新加坡", "标准", "建设 运营", "2019年", "smart" })
        {
            using var answer = JsonDocument.Parse((await sample.Search(query, "--json", "--kind", "article", "--top", "50")).Output);
            foreach (var hit in Hits(answer))
            {
                var lines = await File.ReadAllLinesAsync(Path.Combine(SampleIndex.Corpus, hit.GetProperty("path").GetString()!), TestContext.Current.CancellationToken);
                foreach (var section in hit.GetProperty("sections").EnumerateArray())
                {
                    // A snippet may begin in a line and go on in the next, as in a table.
                    var line = section.GetProperty("line").GetInt32() - 1;
                    var beginning = Letters(section.GetProperty("snippets")[0].GetProperty("text").GetString()!);
                    var at = string.Concat(lines.Skip(line).Take(3).Select(Letters)).IndexOf(beginning[..Math.Min(8, beginning.Length)], StringComparison.Ordinal);
                    Assert.True(at >= 0 && at < Letters(lines[line]).Length, $"{hit.GetProperty("path")}:{line + 1} does not hold the beginning of {section.GetProperty("snippets")[0]}");
                    checkedLines++;
                }
            }
        }

        Assert.True(checkedLines > 50, $"{checkedLines} lines");
    }

    [Fact]
    public async Task In_a_paragraph_wrapped_by_hand_it_is_the_line_inside_the_paragraph()
    {
        string[] lines =
        [
            "# 城市大脑", "",
            .. Enumerable.Range(1, 30).Select(i => $"第{i}行谈的是别的事情，一直写到行末，"),
            "这里在**第三十三行**说到了数字孪生，",
            .. Enumerable.Range(34, 30).Select(i => $"第{i}行又谈别的事情，也写到行末，"),
        ];
        using var workspace = new Workspace(("a.md", string.Join('\n', lines)));

        using var answer = JsonDocument.Parse((await workspace.Run("search", "数字孪生", "--json")).Output);

        var section = Hits(answer).Single().GetProperty("sections")[0];
        var line = section.GetProperty("line").GetInt32();
        Assert.InRange(line, 20, 33);
        Assert.Contains(Letters(section.GetProperty("snippets")[0].GetProperty("text").GetString()!)[..4], Letters(lines[line - 1]));
    }

    [Fact]
    public async Task Search_of_nothing_searchable_says_so()
    {
        var english = await sample.Search("，。！", "--json");
        var cards = await sample.Search("");

        Assert.Equal(0, english.Status);
        Assert.Contains("\"message\":\"there is nothing to search for", english.Output);
        Assert.Equal((0, "there is nothing to search for: the query has no word, number or Chinese character" + Environment.NewLine), (cards.Status, cards.Output));
    }

    [Fact]
    public async Task Words_of_a_query_are_joined_by_spaces()
    {
        using var several = JsonDocument.Parse((await sample.Search("新加坡", "智慧国", "--json")).Output);

        Assert.Equal("新加坡 智慧国", several.RootElement.GetProperty("query").GetString());
    }

    [Fact]
    public async Task Pages_continue_each_other()
    {
        using var whole = JsonDocument.Parse((await sample.Search("城市", "--json", "--top", "6")).Output);
        var paged = new List<string>();
        foreach (var page in new[] { "1", "2", "3" })
        {
            using var answer = JsonDocument.Parse((await sample.Search("城市", "--json", "--top", "2", "--page", page)).Output);
            paged.AddRange(Hits(answer).Select(Id));
        }

        Assert.Equal(Hits(whole).Select(Id), paged);
    }

    [Fact]
    public async Task Filters_kinds_and_order_can_be_combined()
    {
        var run = await sample.Search("城市", "--json", "--kind", "article", "--filter", "year=2019", "--filter", "year=2021", "--sort", "date");

        using var answer = JsonDocument.Parse(run.Output);
        var dates = Hits(answer).Select(hit => hit.GetProperty("date").GetString()!).ToList();
        Assert.True(dates.Count > 2);
        Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
        Assert.Equal(["2019", "2021"], dates.Select(d => d[..4]).Distinct().Order());
        Assert.All(Hits(answer), hit => Assert.Equal("article", hit.GetProperty("kind").GetString()));
    }

    private static JsonElement.ArrayEnumerator Hits(JsonDocument answer) => answer.RootElement.GetProperty("hits").EnumerateArray();

    private static string Id(JsonElement hit) => hit.GetProperty("id").GetString()!;

    private static IEnumerable<JsonElement> Snippets(JsonDocument answer) => Hits(answer).SelectMany(hit =>
        hit.TryGetProperty("snippets", out var snippets) ? snippets.EnumerateArray().ToList()
        : hit.GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("snippets").EnumerateArray()).ToList());

    private static IEnumerable<string> Highlighted(JsonElement snippet) => snippet.GetProperty("highlights").EnumerateArray()
        .Select(h => snippet.GetProperty("text").GetString()!.Substring(h.GetProperty("start").GetInt32(), h.GetProperty("length").GetInt32()));

    /// <summary>The letters and digits of a line without what Markdown adds to it.</summary>
    private static string Letters(string line) => string.Concat(Markup().Replace(line, "").Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"""(tookMs|score)"":[0-9.]+")]
    private static partial Regex Measured();

    [GeneratedRegex(@"\[\^[^\]]*\]|\]\([^)]*\)|<[^>]*>")]
    private static partial Regex Markup();
}
