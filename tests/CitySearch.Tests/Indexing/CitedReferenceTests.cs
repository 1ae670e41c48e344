using CitySearch.Searching;

namespace CitySearch.Tests.Indexing;

public sealed class CitedReferenceTests : IDisposable
{
    private const string Chen = "陈卫强.城市大脑的实践与思考.人民网.2019.9.8";
    private const string Standard = "GB/T 33356-2022 新型智慧城市评价指标[S].";

    private readonly IndexingFixture _fixture = new();

    [Fact]
    public async Task A_work_that_several_articles_cite_is_one_reference_with_its_citations()
    {
        Write("hangzhou.md", "杭州", Standard, Chen);
        Write("cases/brain.md", "城市大脑", Chen);

        var report = await _fixture.UpdateAsync();

        Assert.Equal(2, report.References);
        Assert.Equal([("cases/brain.md", "城市大脑", "1"), ("hangzhou.md", "杭州", "2")], await CitedBy("陈卫强"));
        Assert.Equal([("hangzhou.md", "杭州", "1")], await CitedBy("评价指标"));
    }

    [Fact]
    public async Task Citations_come_and_go_with_the_articles_that_make_them()
    {
        Write("a.md", "甲", Chen);
        await _fixture.UpdateAsync();
        Write("b.md", "乙", Standard, Chen);
        await _fixture.UpdateAsync();
        Assert.Equal([("a.md", "甲", "1"), ("b.md", "乙", "2")], await CitedBy("陈卫强"));

        _fixture.Delete("a.md");
        await _fixture.UpdateAsync();
        Assert.Equal([("b.md", "乙", "2")], await CitedBy("陈卫强"));

        _fixture.Delete("b.md");
        var report = await _fixture.UpdateAsync();
        Assert.Equal(0, report.References);
        Assert.Empty((await _fixture.SearchAsync("陈卫强")).Hits);
    }

    [Fact]
    public async Task An_article_that_drops_a_reference_no_longer_cites_it()
    {
        Write("a.md", "甲", Chen, Standard);
        Write("b.md", "乙", Chen);
        await _fixture.UpdateAsync();

        Write("a.md", "甲", Standard);
        var report = await _fixture.UpdateAsync();

        Assert.Equal(2, report.References);
        Assert.Equal([("b.md", "乙", "1")], await CitedBy("陈卫强"));
        Assert.Equal([("a.md", "甲", "1")], await CitedBy("评价指标"));
    }

    [Fact]
    public async Task A_citation_shows_the_articles_present_title_and_path()
    {
        Write("a.md", "甲", Chen);
        Write("b.md", "乙", Chen);
        await _fixture.UpdateAsync();

        Write("a.md", "甲的新题", Chen);
        _fixture.Move("b.md", "moved/b.md");
        await _fixture.UpdateAsync();

        Assert.Equal([("a.md", "甲的新题", "1"), ("moved/b.md", "乙", "1")], await CitedBy("陈卫强"));
    }

    [Fact]
    public async Task A_reference_of_any_length_is_indexed()
    {
        var endless = string.Concat(Enumerable.Repeat("城市信息模型（CIM）基础平台技术导则。", 3000));
        Write("a.md", "甲", endless, Chen);

        var report = await _fixture.UpdateAsync();

        Assert.Empty(report.Failed);
        Assert.Equal([("a.md", "甲", "2")], await CitedBy("陈卫强"));
    }

    public void Dispose() => _fixture.Dispose();

    private void Write(string path, string title, params string[] references) => _fixture.Write(
        path,
        $"# {title}\n\n正文。\n\n## 参考文献\n\n" + string.Join("\n\n", references.Select((r, i) => $"[{i + 1}] {r}")) + "\n");

    private async Task<(string Id, string Title, string Label)[]> CitedBy(string query)
    {
        var response = await _fixture.SearchAsync(query, HitKind.Reference);
        return [.. Assert.IsType<ReferenceHit>(Assert.Single(response.Hits)).CitedBy.Select(c => (c.Id, c.Title, c.Label))];
    }
}
