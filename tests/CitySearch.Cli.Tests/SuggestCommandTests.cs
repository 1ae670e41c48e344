using System.Text.Json;
using CitySearch.Tests;

namespace CitySearch.Cli.Tests;

public class SuggestCommandTests(SampleIndex sample)
{
    [Theory]
    [InlineData(false, "en", "csdn")]
    [InlineData(true, "zh", "城市dn")]
    public async Task Suggestions_are_a_line_each_with_what_was_typed_marked(bool isChinese, string name, string prefix)
    {
        var run = await CommandRun.On(
            terminal => terminal, isChinese ? Language.Chinese : Language.English,
            ["suggest", prefix, "--top", "4", "--corpus", SampleIndex.Corpus, "--index", sample.Index], TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (run.Status, run.Error));
        Approval.Verify($"suggest.{name}.txt", run.Output);
    }

    [Fact]
    public async Task Json_has_text_kind_highlights_and_count()
    {
        var run = await CommandRun.Of("suggest", "chengshi", "danao", "--top", "1", "--json", "--corpus", SampleIndex.Corpus, "--index", sample.Index);

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("chengshi danao", json.RootElement.GetProperty("prefix").GetString());
        var suggestion = Assert.Single(json.RootElement.GetProperty("suggestions").EnumerateArray().ToList());
        Assert.Equal("城市大脑", suggestion.GetProperty("text").GetString());
        Assert.Equal("concept", suggestion.GetProperty("kind").GetString());
        Assert.Equal("""[{"start":0,"length":4}]""", suggestion.GetProperty("highlights").GetRawText());
        Assert.True(suggestion.GetProperty("count").GetInt32() > 10);
    }

    [Fact]
    public async Task Too_many_suggestions_are_a_misuse()
    {
        var run = await CommandRun.Of("suggest", "a", "--top", "101", "--index", sample.Index);

        Assert.Equal((2, "", "citysearch: --top 101: write a whole number from 1 to 100\n"), (run.Status, run.Output, run.Error));
    }
}
