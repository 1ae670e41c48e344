using CitySearch.Searching;
using CitySearch.Snippets;

namespace CitySearch.Tests.Searching;

/// <summary>Titles and headings are highlighted by the rules of snippets, and snippets are as long as a request wants them.</summary>
public sealed class HighlightedHitsTests : IAsyncLifetime
{
    private readonly TestCorpus _corpus = new TestCorpus()
        .Write("concepts.yaml", "city-brain:\n  prefLabel: {zh: 城市大脑, en: City Brain}\n")
        .Write("brain.md", $"""
            # 城市的大脑：城市大脑在城市

            ## City Brain 与城市

            城市大脑改变城市。

            ## 城市治理

            {string.Concat(Enumerable.Range(1, 60).Select(i => $"第{i}条，城市要有大脑，城市大脑也要有城市。"))}

            ## 参考文献

            [1] 陈卫强.城市大脑的实践与思考.人民网.2019.9.8
            """);

    public async ValueTask InitializeAsync() => await _corpus.IndexAsync();

    public ValueTask DisposeAsync()
    {
        _corpus.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("\"城市大脑\"", "城市的大脑：«城市大脑»在城市", "City Brain 与城市 | 城市治理")]
    [InlineData("城市大脑", "城市的大脑：«城市大脑»在城市", "«City Brain» 与城市 | «城市»治理")]
    [InlineData("City Brain", "城市的大脑：«城市大脑»在城市", "«City» «Brain» 与城市")]
    [InlineData("城市", "«城市»的大脑：«城市»大脑在«城市»", "City Brain 与«城市» | «城市»治理")]
    public async Task A_title_and_headings(string query, string title, string headings)
    {
        var response = await _corpus.SearchAsync(new SearchRequest(query) { Kind = HitKind.Article });
        var hit = Assert.IsType<ArticleHit>(Assert.Single(response.Hits));

        Assert.Equal(title, TestCorpus.Marked(new Snippet(hit.Title!, hit.TitleHighlights)));
        Assert.All(hit.Sections, s => Assert.Equal(s.Headings.Count, s.HeadingHighlights.Count));
        Assert.Equal(
            headings.Split(" | "),
            hit.Sections.OrderBy(s => s.Line).Select(s => TestCorpus.Marked(new Snippet(s.Headings[^1], s.HeadingHighlights[^1]))).Distinct());
    }

    [Fact]
    public async Task A_references_title()
    {
        var response = await _corpus.SearchAsync(new SearchRequest("城市大脑 实践") { Kind = HitKind.Reference });
        var hit = Assert.Single(response.Hits);

        Assert.Equal("«城市大脑»的«实践»与思考", TestCorpus.Marked(new Snippet(hit.Title!, hit.TitleHighlights)));
    }

    [Theory]
    [InlineData(SearchRequest.ShortestContext)]
    [InlineData(120)]
    [InlineData(500)]
    [InlineData(SearchRequest.LongestContext)]
    public async Task Snippets_are_about_as_long_as_asked_for(int context)
    {
        var response = await _corpus.SearchAsync(new SearchRequest("城市治理 条") { Kind = HitKind.Article, Context = context });
        var longest = Assert.IsType<ArticleHit>(Assert.Single(response.Hits)).Sections.SelectMany(s => s.Snippets).Max(s => s.Text.Length);

        // No longer than the section, which ends at some six hundred characters.
        Assert.InRange(longest, Math.Min(context, 600) / 2, context + (context / 4));
    }

    [Theory]
    [InlineData(SearchRequest.ShortestContext - 1)]
    [InlineData(SearchRequest.LongestContext + 1)]
    public async Task A_context_out_of_range_is_refused(int context)
    {
        var refused = await Assert.ThrowsAsync<SearchRequestException>(() => _corpus.SearchAsync(new SearchRequest("城市") { Context = context }));

        Assert.Equal("context must be between 40 and 2000 characters", refused.Message);
    }
}
