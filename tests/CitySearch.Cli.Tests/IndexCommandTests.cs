using System.Text.Json;

namespace CitySearch.Cli.Tests;

public class IndexCommandTests
{
    private static readonly string[] Names = ["articles", "sections", "references", "added", "updated", "removed", "unchanged", "failed", "seconds", "generation"];

    [Fact]
    public async Task Index_prints_what_it_did_as_one_line_of_json()
    {
        using var workspace = new Workspace(("a.md", "# 城市大脑\n\n正文。\n"), ("b.md", "# 智慧社区\n\n正文。\n"));

        var first = await Report(workspace);
        workspace.Write("corpus/b.md", "# 智慧社区\n\n改过的正文。\n");
        workspace.Write("corpus/c.jsonl", "{\"_id\":\"1\",\"title\":\"数字孪生\",\"text\":\"正文\"}\nnot json\n");
        File.Delete(Path.Combine(workspace.Corpus, "a.md"));
        var second = await Report(workspace);

        Assert.Equal((2, 0, 0, 0, 1), (first.Added, first.Updated, first.Removed, first.Unchanged, first.Generation));
        Assert.Equal((1, 1, 1, 0, 2), (second.Added, second.Updated, second.Removed, second.Unchanged, second.Generation));
    }

    [Fact]
    public async Task Files_that_cannot_be_read_are_named_on_standard_error()
    {
        using var workspace = new Workspace(("good.md", "# 城市大脑\n\n正文。\n"), ("bad.jsonl", "not json\n"));

        var english = await workspace.Run("index");
        var chinese = await workspace.Run(Language.Chinese, "index");

        Assert.Equal((0, 0), (english.Status, chinese.Status));
        Assert.StartsWith("not read: bad.jsonl: line 1: ", english.Error);
        Assert.StartsWith("未能读取：bad.jsonl：line 1: ", chinese.Error);
        Assert.StartsWith("added 2, updated 0, moved 0, removed 0, unchanged 0, failed 1 files. The index holds 1 articles, ", english.Output);
        Assert.StartsWith("已是最新，无需更新：1 篇文章，", chinese.Output);
    }

    [Fact]
    public async Task Patterns_of_the_command_line_say_what_is_material_and_win_over_those_of_the_settings()
    {
        using var workspace = new Workspace(("a.md", "# 甲\n"), ("b.jsonl", "{\"_id\":\"1\",\"text\":\"正文\"}\n"), ("drafts/c.md", "# 丙\n"), ("other/d.md", "# 丁\n"));
        workspace.Write("appsettings.json", """{ "CitySearch": { "Exclude": ["other/"] } }""");
        Task<CommandRun> Run(params string[] args) => CommandRun.On(
            terminal => terminal with { Folder = Path.GetDirectoryName(workspace.Corpus)! }, Language.English, workspace.WithFolders(args), TestContext.Current.CancellationToken);

        var bySettings = await Run("index");
        var byCommandLine = await Run("index", "--include", "*.md", "--exclude", "drafts/", "--exclude", "nothing");

        Assert.StartsWith("added 3, ", bySettings.Output, StringComparison.Ordinal);
        Assert.StartsWith("added 1, updated 0, moved 0, removed 2, unchanged 1, ", byCommandLine.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_of_reading_in_the_settings_hold_for_a_command_that_runs_once()
    {
        using var workspace = new Workspace(("a.md", "# 甲\n"), ("b.txt", new string('乙', 2000)));
        Task<CommandRun> Run(string limit)
        {
            workspace.Write("appsettings.json", $$"""{ "CitySearch": { "Formats": { "MaxFileBytes": {{limit}} } } }""");
            return CommandRun.On(
                terminal => terminal with { Folder = Path.GetDirectoryName(workspace.Corpus)! }, Language.English, workspace.WithFolders("index"), TestContext.Current.CancellationToken);
        }

        var limited = await Run("1000");
        var unusable = await Run("-1");
        var unreadable = await Run("\"much\"");

        Assert.Contains("failed 1 files", limited.Output, StringComparison.Ordinal);
        Assert.Contains("b.txt", limited.Error, StringComparison.Ordinal);
        Assert.All([unusable, unreadable], run =>
        {
            Assert.Equal((2, ""), (run.Status, run.Output));
            Assert.StartsWith("citysearch: appsettings.json: ", run.Error, StringComparison.Ordinal);
            Assert.Contains("MaxFileBytes", run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.TrimEnd().Split('\n'));
        });
    }

    private static async Task<(int Added, int Updated, int Removed, int Unchanged, long Generation)> Report(Workspace workspace)
    {
        var run = await workspace.Run("index", "--json");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(run.Output.Length - 1, run.Output.IndexOf('\n'));
        using var report = JsonDocument.Parse(run.Output);
        Assert.All(Names, name => Assert.True(report.RootElement.TryGetProperty(name, out _), name));
        int Number(string name) => report.RootElement.GetProperty(name).GetInt32();
        foreach (var failed in report.RootElement.GetProperty("failed").EnumerateArray())
        {
            Assert.Equal(["path", "error"], failed.EnumerateObject().Select(p => p.Name));
        }

        return (Number("added"), Number("updated"), Number("removed"), Number("unchanged"), report.RootElement.GetProperty("generation").GetInt64());
    }
}
