using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CitySearch.Cli.Export;
using CitySearch.Cli.Tests.Cards;

namespace CitySearch.Cli.Tests.Export;

/// <summary>The files that <c>export</c> writes.</summary>
public partial class ExportTests
{
    private const string Dangerous = """
        ---
        title: =HYPERLINK("http://example.org","城市大脑"), “引号”
        authors: [+张三, "@李四"]
        date: 2020
        ---

        # 标题

        城市大脑 *不是* [大脑](http://example.org/)，_也不是_ <b>口号</b> 1. 第一

        ## 参考文献

        [1] - 城市大脑的 *实践* 与思考. 人民网, 2019.
        """;

    [Theory]
    [InlineData("csv")]
    [InlineData("md")]
    [InlineData("bib")]
    public async Task A_result_is_written_whole_in_the_format_of_the_file(string extension)
    {
        using var workspace = new Workspace([.. SmallCorpus.Files, ("drafts/dangerous.md", Dangerous)]);
        var file = workspace[$"结果.{extension}"];

        var run = await Session(workspace, $"城市大脑\nexport {file}");

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.EndsWith($"wrote all 6 hits to {file}\n", run.Output);
        Assert.Equal([file], Directory.GetFiles(workspace["."]).Select(Path.GetFullPath));
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(extension == "csv", text[0] == '\uFEFF');
        Approval.Verify($"hits.{extension}.txt", Scores().Replace(text.TrimStart('\uFEFF'), "$1"));
    }

    [Fact]
    public async Task Json_is_the_contract_with_all_pages()
    {
        using var workspace = new Workspace([.. Enumerable.Range(1, 23).Select(i => ($"{i:00}.md", $"# 第{i}篇\n\n城市大脑"))]);
        var file = workspace["hits.json"];

        var run = await Session(workspace, $"城市大脑\nexport {file}\nnext");

        Assert.Contains($"wrote all 23 hits to {file}\n11–20 of 23 hits", run.Output);
        using var answer = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        SearchContract.Check(answer.RootElement);
        Assert.Equal(Enumerable.Range(1, 23), answer.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("rank").GetInt32()));
    }

    [Fact]
    public async Task More_than_a_thousand_hits_are_cut_and_it_is_said()
    {
        using var workspace = new Workspace([.. Enumerable.Range(1, 1003).Select(i => ($"{i:0000}.md", "城市大脑"))]);
        var file = workspace["hits.csv"];

        var run = await Session(workspace, $"城市大脑\nexport {file}");

        Assert.EndsWith($"wrote the first 1000 of 1003 hits to {file}\n", run.Output);
        Assert.Equal(1001, (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task A_file_that_is_there_is_written_over_only_when_that_is_said()
    {
        using var workspace = new Workspace(SmallCorpus.Files);
        var file = workspace.Write("hits.csv", "mine");

        var refused = await Session(workspace, $"城市大脑\nexport {file}");
        Assert.EndsWith($"{file} is there already; name another file, or write over it: export! FILE\n", refused.Output);
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        var done = await Session(workspace, $"城市大脑\n导出！ \"{file}\"", Language.Chinese);
        Assert.EndsWith($"已将全部 5 条结果写入 {file}\n", done.Output);
        Assert.StartsWith("rank,kind,id,", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("export {0}/hits.xlsx", "name a file that ends in .json, .csv, .md or .bib: export hits.csv\n")]
    [InlineData("export!", "name a file that ends in .json, .csv, .md or .bib: export hits.csv\n")]
    [InlineData("export {0}/none/hits.csv", "{0}/none/hits.csv cannot be written; name a file in a folder of yours (")]
    public async Task What_cannot_be_written_is_said_in_a_line(string line, string said)
    {
        using var workspace = new Workspace(SmallCorpus.Files);
        var folder = Path.GetFullPath(workspace["."]).TrimEnd('/');

        var run = await Session(workspace, $"城市大脑\n{line.Replace("{0}", folder)}\n");

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains(said.Replace("{0}", folder), run.Output);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("export hits.csv", "there are no hits yet; type a query first\n")]
    [InlineData("export trade policy", "no hits (2.1 ms)\n")]
    public async Task Without_a_result_or_a_file_nothing_is_written(string line, string said)
    {
        using var workspace = new Workspace(SmallCorpus.Files);

        Assert.Equal(said, QueryConsole.ConsoleTests.Shown((await Session(workspace, line)).Output));
    }

    [Fact]
    public async Task The_entries_of_a_bibliography_are_read_again_and_no_key_comes_twice()
    {
        using var workspace = new Workspace(("a b.md", "城市大脑"), ("a-b.md", "城市大脑"), ("a,b.md", "城市大脑"));
        var file = workspace["hits.bib"];
        await Session(workspace, $"城市大脑\nexport {file}");

        var keys = Keys().Matches(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);

        Assert.Equal(["a-b.md", "a-b.md-2", "a-b.md-3"], keys);
    }

    [Theory]
    [InlineData("~/结果.csv", "/home/me/结果.csv")]
    [InlineData("\"/tmp/my hits.csv\"", "/tmp/my hits.csv")]
    public void A_path_is_taken_as_it_is_typed(string typed, string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are those of Unix.");

        Assert.Equal(path, ResultExport.FullPath(typed, name => name == "HOME" ? "/home/me" : null));
    }

    private static async Task<CommandRun> Session(Workspace workspace, string lines, Language? language = null)
    {
        await workspace.Run("index");
        using var input = new StringReader(lines);
        return await CommandRun.On(terminal => terminal with { Input = input }, language ?? Language.English, workspace.WithFolders("console"), TestContext.Current.CancellationToken);
    }

    // What a change of the ranking changes is no matter of the table's.
    [GeneratedRegex(@"(?m)^(\d+,(?:article|reference),[^,]+,)[\d.]+")]
    private static partial Regex Scores();

    [GeneratedRegex(@"(?m)^@\w+\{([^,]+),")]
    private static partial Regex Keys();
}
