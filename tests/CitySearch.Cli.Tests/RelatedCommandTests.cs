using System.Text.Json;
using System.Text.RegularExpressions;
using CitySearch.Cli.Tests.Cards;
using CitySearch.Searching;
using CitySearch.Tests;

namespace CitySearch.Cli.Tests;

public partial class RelatedCommandTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Relatives_are_cards_that_say_how_they_are_related(bool isChinese)
    {
        using var workspace = new Workspace(SmallCorpus.Files);
        await workspace.Run("index");

        var run = await workspace.Run(isChinese ? Language.Chinese : Language.English, "related", "articles/city-brain.md");

        Assert.Equal((0, ""), (run.Status, run.Error));
        Approval.Verify($"related.{(isChinese ? "zh" : "en")}.txt", Took().Replace(run.Output, "2.1"));
    }

    [Fact]
    public async Task The_json_is_that_of_the_library()
    {
        using var workspace = new Workspace(SmallCorpus.Files);
        await workspace.Run("index");

        var run = await workspace.Run("related", "articles/city-brain.md", "--top", "1", "--json");
        var response = JsonSerializer.Deserialize(run.Output, SearchJson.Related)!;

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(run.Output.TrimEnd(), JsonSerializer.Serialize(response, SearchJson.Related));
        var hit = Assert.IsType<ArticleHit>(Assert.Single(response.Hits));
        Assert.Equal(("articles/city-brain.md", "articles/wuzhen.md", "小城镇要不要大脑"), (response.Id, hit.Id, hit.Title));
    }

    [Fact]
    public async Task An_unknown_id_fails_with_one_line_that_names_those_like_it()
    {
        using var workspace = new Workspace(SmallCorpus.Files);
        await workspace.Run("index");

        var english = await workspace.Run("related", "articles/wuzen.md");
        var chinese = await workspace.Run(Language.Chinese, "related", "没有");

        Assert.Equal(new CommandRun(1, "", $"citysearch: nothing in the index has the id articles/wuzen.md; there is articles/wuzhen.md{Environment.NewLine}"), english);
        Assert.Equal(new CommandRun(1, "", $"citysearch: 索引中没有 没有，检索结果的标识可用 search --json 查看{Environment.NewLine}"), chinese);
    }

    [GeneratedRegex(@"(?<=[(（])[\d.]+(?= (ms|毫秒))")]
    private static partial Regex Took();
}
