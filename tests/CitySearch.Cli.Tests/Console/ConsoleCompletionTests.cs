using CitySearch.Cli.QueryConsole;
using CitySearch.Cli.QueryConsole.Editing;
using CitySearch.Cli.Tests.Cards;
using CitySearch.Searching;

namespace CitySearch.Cli.Tests.QueryConsole;

/// <summary>What Tab offers, over the three articles of the small corpus.</summary>
public class ConsoleCompletionTests
{
    [Theory]
    [InlineData("ne", false, "0: next (the next page)")]
    [InlineData("s", false, "0: search  (search for words that are a command) | sort  (the order of hits) | Hua X S (author) | 谁来建，谁来用 (heading) | 城市大脑：从“数字治堵”到“数字治城”——一座城市的试验与全国的回声 (title) | City brain: practice of large-scale artificial intelligence in the real world (reference)")]
    [InlineData("  exp", false, "2: explain  (how the query was understood, how a hit got its score) | export  (write all hits to a file: .json, .csv, .md or .bib) | export!  (the same over a file that is there)")]
    [InlineData("下", true, "0: 下一页 (看下一页)")]
    [InlineData("下", false, "0: ")]
    [InlineData("filter t", false, "7: tag= () | title= ()")]
    [InlineData("筛选 作", true, "3: 作者= ()")]
    [InlineData("filter year=", false, "12: 2019 (3 hits) | 2021 (1 hit)")]
    [InlineData("筛选 年份=2021", true, "6: 2021 (1 条)")]
    [InlineData("filter colour=", false, "0: ")]
    [InlineData("sort d", false, "5: date ()")]
    [InlineData("unfilter fo", false, "9: folder ()")]
    [InlineData("小城", true, "0: 小城镇要不要大脑 (标题)")]
    [InlineData("xiaochengzhen", false, "0: 小城镇要不要大脑 (title)")]
    [InlineData("search 小城", false, "7: 小城镇要不要大脑 (title)")]
    [InlineData("sort 小城", false, "5: 小城镇要不要大脑 (title)")]
    [InlineData("浙江 小城", false, "3: 小城镇要不要大脑 (title)")]
    [InlineData("没有 ", false, "0: ")]
    [InlineData("!!", false, "0: ")]
    public async Task Commands_what_follows_them_and_queries_are_completed(string text, bool isChinese, string offered)
    {
        using var workspace = new Workspace(SmallCorpus.Files);
        await workspace.Run("index");
        var language = isChinese ? Language.Chinese : Language.English;
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, language);
        using var engine = new Engine(new CitySearchOptions { CorpusPath = workspace.Corpus, IndexPath = workspace.Index }, terminal);
        var session = new ConsoleSession(engine.Search, engine.Index, terminal, workspace.Corpus);
        await session.TakeAsync("城市大脑", TestContext.Current.CancellationToken);

        var completion = await new ConsoleCompletion(engine.Suggestions, session.ValuesAsync, language).CompleteAsync(text, TestContext.Current.CancellationToken);

        Assert.Equal(offered, $"{completion.Start}: {string.Join(" | ", completion.Candidates.Select(candidate => $"{candidate.Text} ({candidate.Note})"))}");
    }

    [Fact]
    public async Task Without_an_index_commands_are_completed_and_an_empty_line_offers_all()
    {
        using var workspace = new Workspace(SmallCorpus.Files);
        using var engine = new Engine(new CitySearchOptions { CorpusPath = workspace.Corpus, IndexPath = workspace.Index }, new Terminal(TextWriter.Null, TextWriter.Null, Language.Chinese));
        var completion = new ConsoleCompletion(engine.Suggestions, (_, _) => Task.FromResult<IReadOnlyList<FacetCount>>([]), Language.Chinese);

        Assert.Equal([new Candidate("next", "看下一页")], (await completion.CompleteAsync("ne", TestContext.Current.CancellationToken)).Candidates);
        Assert.Equal(ConsoleName.All.Count, (await completion.CompleteAsync("", TestContext.Current.CancellationToken)).Candidates.Count);
    }
}
