using CitySearch.Tests;

namespace CitySearch.Cli.Tests;

public class HelpTests
{
    public static TheoryData<string, bool> Screens => new(
        from command in (string[])["", "search", "console", "suggest", "related", "index", "watch", "serve", "mcp", "stats", "check", "eval"]
        from isChinese in (bool[])[false, true]
        select (command, isChinese));

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Help_reads_well_in_both_languages(string command, bool isChinese)
    {
        var run = await CommandRun.On(
            terminal => terminal with { Width = 80 }, isChinese ? Language.Chinese : Language.English, [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"],
            TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (run.Status, run.Error));
        Approval.Verify($"help{(command.Length > 0 ? "-" : "")}{command}.{(isChinese ? "zh" : "en")}.txt", run.Output);
    }

    [Fact]
    public async Task Help_needs_nothing_else_of_the_command_line()
    {
        var help = await CommandRun.Of("search", "--help");

        Assert.Equal(help, await CommandRun.Of("search", "-h"));
        Assert.Equal(help, await CommandRun.Of("search", "--help", "--top"));
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var run = await CommandRun.Of("--version");

        Assert.Equal(0, run.Status);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\r?\n$", run.Output);
    }
}
