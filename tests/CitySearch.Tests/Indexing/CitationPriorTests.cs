using CitySearch.Searching;

namespace CitySearch.Tests.Indexing;

public sealed class CitationPriorTests : IDisposable
{
    private readonly IndexingFixture _fixture = new();

    [Fact]
    public async Task Of_articles_that_answer_alike_the_cited_one_comes_first_and_no_longer_does_when_the_citation_goes()
    {
        _fixture.Write("a.md", "# 甲城经验\n\n城市大脑的经验。\n");
        _fixture.Write("b.md", "# 乙城经验\n\n城市大脑的经验。\n");
        _fixture.Write("citing.md", "# 综述\n\n无关的话。\n");
        await _fixture.UpdateAsync();
        var uncited = await _fixture.IdsAsync("城市大脑");
        var last = uncited[1];
        var title = last == "a.md" ? "甲城经验" : "乙城经验";

        _fixture.Write("citing.md", $"# 综述\n\n参见《{title}》。\n");
        await _fixture.UpdateAsync();
        Assert.Equal([last, uncited[0]], await _fixture.IdsAsync("城市大脑"));

        _fixture.Write("citing.md", "# 综述\n\n无关的话。\n");
        await _fixture.UpdateAsync();
        Assert.Equal(uncited, await _fixture.IdsAsync("城市大脑"));
    }

    [Fact]
    public async Task Where_nothing_cites_anything_the_prior_takes_no_part_in_a_score()
    {
        _fixture.Write("a.md", "# 甲城经验\n\n城市大脑的经验。\n");
        _fixture.Write("b.md", "# 乙城经验\n\n城市大脑的经验。\n");
        await _fixture.UpdateAsync();

        var response = await _fixture.Searcher.SearchAsync(new SearchRequest("城市大脑") { Explain = true }, TestContext.Current.CancellationToken);

        Assert.All(response.Hits, hit => Assert.DoesNotContain(hit.Explanation!.Signals, s => s.Name == "prior"));
    }

    [Fact]
    public async Task A_link_to_a_file_that_comes_later_counts_from_then_on()
    {
        _fixture.Write("citing.md", "# 综述\n\n参见[经验](cases/a.md)。\n");
        _fixture.Write("b.md", "# 城市大脑经验\n\n城市大脑的经验。\n");
        await _fixture.UpdateAsync();
        Assert.Null(await PriorAsync("b.md"));

        _fixture.Write("cases/a.md", "# 城市大脑经验\n\n城市大脑的经验。\n");
        await _fixture.UpdateAsync();

        Assert.True(await PriorAsync("cases/a.md") > 0);
        Assert.True(await PriorAsync("b.md") < 0);
    }

    public void Dispose() => _fixture.Dispose();

    private async Task<double?> PriorAsync(string id)
    {
        var response = await _fixture.Searcher.SearchAsync(new SearchRequest("城市大脑经验") { Explain = true }, TestContext.Current.CancellationToken);
        return Assert.Single(response.Hits, h => h.Id == id).Explanation!.Signals.SingleOrDefault(s => s.Name == "prior")?.Value;
    }
}
