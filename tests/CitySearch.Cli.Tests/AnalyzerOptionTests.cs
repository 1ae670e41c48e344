using System.Text.Json;

namespace CitySearch.Cli.Tests;

/// <summary>An index is asked with the analyzer it was built with, and keeps it until another is named.</summary>
public class AnalyzerOptionTests
{
    // Characters and pairs find 段简 across the border of two words; an analyzer of words does not.
    private const string AcrossWords = "段简";

    [Fact]
    public async Task An_index_is_searched_and_kept_with_its_analyzer_until_another_is_named()
    {
        using var workspace = new Workspace(("a.md", "# 测试\n\n这是一段简单的测试文本。\n"));

        Assert.Equal(("default", null), await Index(workspace));
        Assert.Equal(1, await Total(workspace, $"\"{AcrossWords}\""));

        Assert.Equal(("words", "the analyzer was default and is now words"), await Index(workspace, "--analyzer", "words"));
        Assert.Equal(0, await Total(workspace, $"\"{AcrossWords}\""));
        Assert.Equal(1, await Total(workspace, "\"简单\""));

        workspace.Write("corpus/b.md", "# 又一篇\n\n也是一段简单的文本。\n");
        Assert.Equal(("words", null), await Index(workspace));
        Assert.Equal(("words", "a rebuild was asked for"), await Index(workspace, "--rebuild"));
        Assert.Equal(0, await Total(workspace, $"\"{AcrossWords}\""));
        Assert.Equal(2, await Total(workspace, "\"简单\""));

        Assert.Equal(("default", "the analyzer was words and is now default"), await Index(workspace, "--analyzer", "default"));
        Assert.Equal(2, await Total(workspace, $"\"{AcrossWords}\""));
    }

    [Fact]
    public async Task The_environment_names_an_analyzer_too_and_the_option_wins()
    {
        using var workspace = new Workspace(("a.md", "# 测试\n\n正文。\n"));
        Task<CommandRun> Run(params string[] args) => CommandRun.On(
            terminal => terminal with { Variable = name => name == "CITYSEARCH_ANALYZER" ? "cjk" : null }, Language.Chinese, workspace.WithFolders(args), TestContext.Current.CancellationToken);

        await Run("search", "测试");
        Assert.Contains("分析器：cjk", (await Run("stats")).Output);

        Assert.StartsWith("分析器改为 words，已重建；", (await Run("index", "--analyzer", "words")).Output);
        Assert.StartsWith("分析器改为 cjk，已重建；", (await Run("index")).Output);
    }

    [Theory]
    [InlineData("cjk")]
    [InlineData("standard")]
    [InlineData("Lucene.Net.Analysis.Core.WhitespaceAnalyzer, Lucene.Net.Analysis.Common")]
    public async Task Any_analyzer_that_can_build_can_be_searched(string analyzer)
    {
        using var workspace = new Workspace(("a.md", "# Smart city\n\n智慧 城市\n"));

        Assert.Equal((analyzer, null), await Index(workspace, "--analyzer", analyzer));

        Assert.Equal(1, await Total(workspace, "智慧 城市"));
    }

    private static async Task<(string? Analyzer, string? Because)> Index(Workspace workspace, params string[] args)
    {
        var run = await workspace.Run(["index", "--json", .. args]);
        Assert.Equal((0, ""), (run.Status, run.Error));
        using var report = JsonDocument.Parse(run.Output);
        var reason = report.RootElement.GetProperty("rebuildReason").GetString();
        var because = report.RootElement.GetProperty("rebuiltBecause").GetString();
        Assert.Equal(because is null, reason is null);
        Assert.Contains(reason, (string?[])[null, "requested", "analyzer"]);
        return (report.RootElement.GetProperty("analyzer").GetString(), because);
    }

    private static async Task<int> Total(Workspace workspace, string query)
    {
        var run = await workspace.Run("search", query, "--json");
        Assert.Equal((0, ""), (run.Status, run.Error));
        using var answer = JsonDocument.Parse(run.Output);
        SearchContract.Check(answer.RootElement);
        return answer.RootElement.GetProperty("total").GetInt32();
    }
}
