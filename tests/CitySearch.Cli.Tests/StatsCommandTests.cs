using System.Text.Json;

namespace CitySearch.Cli.Tests;

public class StatsCommandTests
{
    [Fact]
    public async Task Stats_say_what_the_index_holds()
    {
        using var workspace = new Workspace(Cards.SmallCorpus.Files);
        await workspace.Run("index");

        var json = await workspace.Run("stats", "--json");
        var english = await workspace.Run("stats");
        var chinese = await workspace.Run(Language.Chinese, "stats");

        using var stats = JsonDocument.Parse(json.Output);
        Assert.Equal(json.Output.Length - 1, json.Output.IndexOf('\n'));
        Assert.Equal((3, 3, 1), (Number(stats, "articles"), Number(stats, "files"), Number(stats, "generation")));
        Assert.Equal(3, Number(stats, "references"));
        Assert.Equal(new DirectoryInfo(workspace.Corpus).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length), Number(stats, "corpusBytes"));
        Assert.Equal(["articles: 3", "references: 3", "generation: 1"], english.Output.Split(Environment.NewLine).Where(l => l.StartsWith("articles", StringComparison.Ordinal) || l.StartsWith("ref", StringComparison.Ordinal) || l.StartsWith("gen", StringComparison.Ordinal)));
        Assert.StartsWith($"文章：3{Environment.NewLine}", chinese.Output);
        Assert.Equal(english.Output.Split(Environment.NewLine).Length, chinese.Output.Split(Environment.NewLine).Length);
    }

    private static long Number(JsonDocument stats, string name) => stats.RootElement.GetProperty(name).GetInt64();
}
