using System.Text;
using System.Text.RegularExpressions;
using CitySearch.Cli.QueryConsole;
using CitySearch.Cli.Tests.Cards;
using CitySearch.Searching;

namespace CitySearch.Cli.Tests.QueryConsole;

/// <summary>The console as scripts of lines and the whole output that they give.</summary>
public class ConsoleTests
{
    private const string Script = """
        next
        filter
        sort date
        城市大脑
        facets
        filter year=2019
        cite 1
        cite 99
        explain
        explain 1
        filter colour=red
        prev
        open 1
        open 2
        refs 1
        refs 2
        related 2
        explain 1
        export hits.txt
        help
        unfilter year
        城市大脑 kind:article
        explain
        explain 1
        search next
        quit
        not reached
        """;

    public static TheoryData<int, bool, bool> Screens => new(
        from width in (int[])[60, 100, 160]
        from isChinese in (bool[])[false, true]
        from hasColour in (bool[])[false, true]
        select (width, isChinese, hasColour));

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_session_is_answered_line_by_line(int width, bool isChinese, bool hasColour)
    {
        var run = await Run(Script, terminal => terminal with { Width = width, HasColour = hasColour, ShowsPrompt = true }, isChinese ? Language.Chinese : Language.English);

        Assert.Equal((0, ""), (run.Status, run.Error));
        Approval.Verify($"session-{width}.{(isChinese ? "zh" : "en")}{(hasColour ? "-colour" : "")}.txt", Shown(run.Output));
    }

    [Theory]
    [InlineData("quit")]
    [InlineData("退出")]
    [InlineData("")]
    public async Task Over_a_pipe_there_is_no_prompt_and_the_end_of_the_input_ends_it(string last)
    {
        var run = await Run($"筛选 author=沈一川\n\n城市大脑\n{last}", terminal => terminal, Language.Chinese);

        Assert.Equal(0, run.Status);
        Assert.StartsWith("共 1 条结果", run.Output);
        Assert.DoesNotContain("citysearch", run.Output);
    }

    [Fact]
    public async Task An_interruption_stops_the_query_and_not_the_session()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, TextWriter.Null, Language.English);
        var search = new EndlessSearch();
        var session = new ConsoleSession(search, null!, terminal, "corpus");

        var taken = terminal.Interruption.RunAsync(token => session.TakeAsync("城市大脑", token), TestContext.Current.CancellationToken);
        await search.Started.Task;

        Assert.True(terminal.Interruption.TryInterrupt());
        Assert.True(await taken);
        Assert.False(terminal.Interruption.TryInterrupt());
        Assert.True(await session.TakeAsync("next", TestContext.Current.CancellationToken));
        Assert.Equal("stopped\nthere are no hits yet; type a query first\n", output.ToString());
    }

    [Fact]
    public async Task The_process_takes_utf8_lines_over_a_pipe_in_any_locale_and_ends_with_its_input()
    {
        using var workspace = new Workspace(SmallCorpus.Files);
        using var process = CommandProcess.Start("C", workspace.WithFolders("console"));
        var lines = new UTF8Encoding(false).GetBytes("小城镇 kind:article\nfilter author=沈一川\nopen 1\n");
        await process.StandardInput.BaseStream.WriteAsync(lines, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(process.StandardOutput.BaseStream, new UTF8Encoding(false));
        var output = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (process.ExitCode, await error));
        Approval.Verify("pipe.txt", Shown(output));
    }

    [Theory]
    [InlineData("下一页", true, ConsoleVerb.Next, "")]
    [InlineData("下一页", false, ConsoleVerb.Search, "下一页")]
    [InlineData("引用\u30003", true, ConsoleVerb.Cite, "3")]
    [InlineData("引用文献", true, ConsoleVerb.Search, "引用文献")]
    [InlineData("search next", false, ConsoleVerb.Search, "next")]
    [InlineData("\"next\"", false, ConsoleVerb.Search, "\"next\"")]
    [InlineData("next generation", false, ConsoleVerb.Search, "next generation")]
    [InlineData("filter bubble", false, ConsoleVerb.Search, "filter bubble")]
    [InlineData("FILTER Year=2019", false, ConsoleVerb.Filter, "Year=2019")]
    [InlineData("cite 2019 policies", false, ConsoleVerb.Search, "cite 2019 policies")]
    [InlineData("unfilter colour", false, ConsoleVerb.Unfilter, "colour")]
    [InlineData("打开 2", true, ConsoleVerb.Open, "2")]
    [InlineData("search", false, ConsoleVerb.Search, "search")]
    public void What_is_no_command_is_a_query(string line, bool isChinese, object verb, string argument) =>
        Assert.Equal(new ConsoleLine((ConsoleVerb)verb, argument), ConsoleLine.Read(line, isChinese ? Language.Chinese : Language.English));

    private static async Task<CommandRun> Run(string lines, Func<Terminal, Terminal> setUp, Language language)
    {
        using var workspace = new Workspace(SmallCorpus.Files);
        await workspace.Run("index");
        using var input = new StringReader(lines);
        return await CommandRun.On(terminal => setUp(terminal with { Input = input }), language, workspace.WithFolders("console"), TestContext.Current.CancellationToken);
    }

    internal static string Shown(string output) => Regex.Replace(output, @"\d+\.\d (ms|毫秒)", "2.1 $1").Replace('\e', '␛');

    /// <summary>A search that ends only when it is cancelled.</summary>
    private sealed class EndlessSearch : ISearchService
    {
        public TaskCompletionSource Started { get; } = new();

        public async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
        {
            Started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("The search went on after its end.");
        }

        public Task<WholeArticle> GetArticleAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<WholeReference> GetReferenceAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<WholeArticle> GetArticleAsync(string id, string? query, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<RelatedResponse> RelatedAsync(string id, int top, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
