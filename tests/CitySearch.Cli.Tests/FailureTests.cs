using CitySearch.Hosting;

namespace CitySearch.Cli.Tests;

/// <summary>What keeps a command from its work is one line in the user's language, and a status.</summary>
public class FailureTests
{
    private const string Article = "# 城市大脑\n\n正文。\n";

    public static TheoryData<FailureKind> Kinds => new(Enum.GetValues<FailureKind>().Where(kind => kind != FailureKind.Other));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_failure_has_a_chinese_line_that_names_what_it_is_about(FailureKind kind)
    {
        var said = FailureTexts.Say(new Failure(kind, "甲", "乙"), inChinese: true);

        Assert.NotEqual("in English", said);
        Assert.Contains("甲", said);
        Assert.Equal(
            kind is FailureKind.CorpusUnreadable or FailureKind.IndexAnalyzerAbsent or FailureKind.IndexDamaged or FailureKind.IndexFolderForeign or FailureKind.IndexUnreadable
                or FailureKind.IndexUnwritable or FailureKind.FilterUnknown or FailureKind.FilterValueUnknown or FailureKind.IdUnlike or FailureKind.ContextOutOfRange or FailureKind.AnalyzerUnknown or FailureKind.AnalyzerAbsent or FailureKind.AnalyzerUnusable,
            said.Contains('乙'));
        Assert.Equal("in English", FailureTexts.Say(new Failure(kind, "甲", "乙"), inChinese: false));
    }

    [Fact]
    public async Task A_corpus_that_is_not_there()
    {
        using var workspace = new Workspace();
        Directory.Delete(workspace.Corpus);

        await Fails(workspace, 1, $"the corpus folder {workspace.Corpus} does not exist; name one that does (--corpus)", $"资料文件夹 {workspace.Corpus} 不存在，请用 --corpus 指定存在的文件夹", "index");
        await Fails(workspace, 1, $"the corpus folder {workspace.Corpus} does not exist; name one that does (--corpus)", $"资料文件夹 {workspace.Corpus} 不存在，请用 --corpus 指定存在的文件夹", "search", "城市");
        Assert.False(Directory.Exists(workspace.Index));
    }

    [Fact]
    public async Task An_index_that_is_not_there()
    {
        using var workspace = new Workspace(("a.md", Article));

        await Fails(workspace, 1, $"there is no index in {workspace.Index}; build it with: citysearch index", $"{workspace.Index} 中还没有索引，请先运行：citysearch index", "stats");
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_never_built_over()
    {
        using var workspace = new Workspace(("a.md", Article));
        workspace.Write("index/diary.txt", "不可失去");

        foreach (var args in (string[][])[["index"], ["index", "--rebuild"], ["search", "城市"]])
        {
            await Fails(
                workspace, 1,
                $"{workspace.Index} holds diary.txt, which is not of a CitySearch index; name an empty or a new folder for the index (--index)",
                $"{workspace.Index} 中的 diary.txt 不属于 CitySearch 索引，请用 --index 指定空文件夹或新文件夹",
                args);
        }

        Assert.Equal(["diary.txt"], Directory.EnumerateFileSystemEntries(workspace.Index).Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_index_folder_that_is_a_file_or_the_corpus()
    {
        using var workspace = new Workspace(("a.md", Article));
        var file = workspace.Write("index", "");

        await Fails(workspace, 1, $"{file} is not a folder; name an empty or a new folder for the index (--index)", $"{file} 不是文件夹，请用 --index 指定空文件夹或新文件夹", "index");
        Assert.Equal(
            new CommandRun(1, "", $"citysearch: {workspace.Corpus} 是资料文件夹，请用 --index 为索引另指定文件夹{Environment.NewLine}"),
            await CommandRun.In(Language.Chinese, "index", "--corpus", workspace.Corpus, "--index", workspace.Corpus));
    }

    [Fact]
    public async Task Another_process_that_is_indexing()
    {
        using var workspace = new Workspace(("a.md", Article));
        await workspace.Run("index");
        using var held = new FileStream(Path.Combine(workspace.Index, "LOCK"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        await Fails(workspace, 1, $"another process is indexing into {workspace.Index}; wait until it has finished", $"另一个进程正在更新索引 {workspace.Index}，请等它结束后再试", "index");
        Assert.Equal(0, (await workspace.Run("search", "城市")).Status);
    }

    [Fact]
    public async Task A_damaged_index_is_said_so_and_built_anew_by_whoever_needs_it()
    {
        using var workspace = new Workspace(("a.md", Article));
        await workspace.Run("index");
        var right = await workspace.Run("search", "城市", "--json");
        var current = Path.Combine(workspace.Index, "CURRENT");
        foreach (var language in new[] { Language.English, Language.Chinese })
        {
            await File.WriteAllTextAsync(current, "nothing\n", TestContext.Current.CancellationToken);
            var checkedRun = await workspace.Run(language, "check");
            var searched = await workspace.Run(language, "search", "城市", "--json");

            var said = language.Say("damaged: its file CURRENT names no index", "损坏：its file CURRENT names no index") + Environment.NewLine;
            Assert.Equal(new CommandRun(1, said + language.Say("build it anew with: citysearch check --repair", "请重新建立：citysearch check --repair") + Environment.NewLine, ""), checkedRun);
            Assert.Equal((0, Hits(right)), (searched.Status, Hits(searched)));
            Assert.StartsWith(said + language.Say("built anew from the corpus: 1 articles, 1 sections,", "已由资料重新建立：1 篇文章，1 个段落，"), searched.Error);
            Assert.Equal(0, (await workspace.Run(language, "check")).Status);
        }

        await File.WriteAllTextAsync(current, "nothing\n", TestContext.Current.CancellationToken);
        Assert.StartsWith("原索引已损坏，已重建；新增 1，", (await workspace.Run(Language.Chinese, "index")).Output);
        await File.WriteAllTextAsync(current, "nothing\n", TestContext.Current.CancellationToken);
        var repaired = await workspace.Run("check", "--repair", "--json");
        Assert.Equal(0, repaired.Status);
        Assert.StartsWith("{\"good\":true,", repaired.Output);
        Assert.Contains("\"faults\":[\"its file CURRENT names no index\"]", repaired.Output);
        Assert.Contains("\"rebuildReason\":\"damage\"", repaired.Output);
    }

    [Fact]
    public async Task A_filter_or_an_analyzer_that_there_is_not_is_misuse()
    {
        using var workspace = new Workspace(("a.md", Article));

        await Fails(
            workspace, 2,
            "there is no filter colour; use one of kind, year, tag, author, source, folder, title, heading, date, no, cites, path, concept", "没有名为 colour 的筛选条件，可用：kind, year, tag, author, source, folder, title, heading, date, no, cites, path, concept",
            "search", "城市", "--filter", "colour=red");
        await Fails(
            workspace, 2,
            "the filter 年份 cannot be 明年; write a year or date as 2019, 2016..2019, >=2018-12 or 2019-06-10", "筛选条件 年份 不能是 明年，年份或日期请写成 2019、2016..2019、>=2018-12 或 2019-06-10",
            "search", "城市", "--filter", "年份=明年");
        await Fails(
            workspace, 2,
            "there is no analyzer magic; use one of default, words, cjk, standard, smartcn, or the assembly-qualified name of a Lucene analyzer's type (Namespace.Type, Assembly)",
            "没有名为 magic 的分析器，可用：default, words, cjk, standard, smartcn，或 Lucene 分析器的类型全名（命名空间.类型, 程序集）",
            "index", "--analyzer", "magic");
        await Fails(
            workspace, 2,
            "System.String cannot serve as an analyzer: it must be a class that derives from Lucene.Net.Analysis.Analyzer", "System.String 不能用作分析器：it must be a class that derives from Lucene.Net.Analysis.Analyzer",
            "index", "--analyzer", "System.String");
        Assert.False(Directory.Exists(workspace.Index));
    }

    [Fact]
    public async Task A_thesaurus_that_cannot_be_used_is_told_beside_the_answer()
    {
        using var workspace = new Workspace(("a.md", Article), ("concepts.yaml", "concepts: [\n"));

        var english = await workspace.Run("search", "城市大脑", "--json");
        var chinese = await workspace.Run(Language.Chinese, "search", "城市大脑");

        Assert.Equal((0, 0), (english.Status, chinese.Status));
        Assert.Contains("\"total\":1", english.Output);
        Assert.StartsWith($"searched without the thesaurus: {Path.Combine(workspace.Corpus, "concepts.yaml")}:", english.Error);
        Assert.StartsWith($"未使用词表：{Path.Combine(workspace.Corpus, "concepts.yaml")}:", chinese.Error);
        Assert.Equal(1, english.Error.Count('\n'));
    }

    [Fact]
    public async Task Being_stopped_is_status_1()
    {
        using var workspace = new Workspace(("a.md", Article));
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        foreach (var args in (string[][])[["index"], ["search", "城市"]])
        {
            Assert.Equal(new CommandRun(1, "", "citysearch: stopped" + Environment.NewLine), await CommandRun.On(t => t, Language.English, workspace.WithFolders(args), stopped.Token));
            Assert.Equal(new CommandRun(1, "", "citysearch: 已停止" + Environment.NewLine), await CommandRun.On(t => t, Language.Chinese, workspace.WithFolders(args), stopped.Token));
        }
    }

    private static string Hits(CommandRun run) => run.Output[run.Output.IndexOf("\"hits\"", StringComparison.Ordinal)..];

    private static async Task Fails(Workspace workspace, int status, string english, string chinese, params string[] args)
    {
        Assert.Equal(new CommandRun(status, "", $"citysearch: {english}{Environment.NewLine}"), await workspace.Run(args));
        Assert.Equal(new CommandRun(status, "", $"citysearch: {chinese}{Environment.NewLine}"), await workspace.Run(Language.Chinese, args));
    }

    private sealed class Failure(FailureKind kind, params string[] values) : Exception("in English"), IFailure
    {
        public FailureKind Kind => kind;

        public IReadOnlyList<string> Values => values;
    }
}
