using CitySearch.Searching;

namespace CitySearch.Tests.Searching.Relating;

/// <summary>What the sample corpus' articles and references are related to, as a reader would expect it.</summary>
public sealed class SampleRelativesTests(SampleCorpus corpus) : IClassFixture<SampleCorpus>
{
    [Theory]
    [InlineData("articles/hangzhou.md", "articles/city-brain.md")]
    [InlineData("articles/hangzhou.md", "articles/zhejiang.md")]
    [InlineData("articles/bim.md", "articles/cim.md")]
    [InlineData("articles/cim.md", "articles/digital-twin-city.md")]
    [InlineData("articles/smart-community.md", "articles/grid-management.md")]
    [InlineData("articles/open-data.md", "articles/data-elements.md")]
    [InlineData("articles/one-stop-service.md", "articles/internet-plus-service.md")]
    [InlineData("articles/evaluation-indicators.md", "articles/standards.md")]
    [InlineData("articles/songdo.md", "articles/singapore.md")]
    public async Task An_article_of_the_same_matter_is_among_the_first_five(string id, string related) =>
        Assert.Contains(related, (await RelatedAsync(id, 5)).Hits.Select(h => h.Id));

    [Fact]
    public async Task Every_article_has_relatives_that_are_explained_and_ranked()
    {
        foreach (var article in corpus.Articles)
        {
            var response = await RelatedAsync(article.Id, 20);
            var own = (await corpus.Search.GetArticleAsync(article.Id, TestContext.Current.CancellationToken)).References.Select(r => r.Id).ToHashSet();

            Assert.Equal((article.Id, article.Title), (response.Id, response.Title));
            Assert.Equal(Enumerable.Range(1, 20), response.Hits.Select(h => h.Rank));
            Assert.Equal(response.Hits.OrderByDescending(h => h.Score).Select(h => h.Id), response.Hits.Select(h => h.Id));
            Assert.Distinct(response.Hits.Select(h => h.Id));
            Assert.DoesNotContain(response.Hits, h => h.Id == article.Id || own.Contains(h.Id));
            Assert.All(response.Hits, hit =>
            {
                Assert.InRange(hit.Score, 0.01, 1);
                Assert.Equal(hit.Score, hit.Explanation!.Signals.Sum(s => s.Contribution), tolerance: 0.001);
                Assert.All(hit is ArticleHit found ? found.Sections.SelectMany(s => s.Snippets) : ((ReferenceHit)hit).Snippets, snippet => Assert.NotEqual("", snippet.Text));
            });
        }
    }

    [Fact]
    public async Task Citations_count_in_both_directions()
    {
        var response = await RelatedAsync("articles/hangzhou.md", 100);
        var hangzhou = await corpus.Search.GetArticleAsync("articles/hangzhou.md", TestContext.Current.CancellationToken);
        var related = response.Hits.ToDictionary(h => h.Id, h => h.Explanation!.Signals.SingleOrDefault(s => s.Name == "citations")?.Value ?? 0);

        foreach (var (id, value) in related.Where(r => r.Key.StartsWith("articles/", StringComparison.Ordinal)))
        {
            Assert.Equal((hangzhou.Cites.Any(c => c.Id == id) ? 0.5 : 0) + (hangzhou.CitedBy.Any(c => c.Id == id) ? 0.5 : 0), value);
        }

        Assert.All(hangzhou.Cites.Concat(hangzhou.CitedBy), link => Assert.Contains(link.Id, related.Keys));
        Assert.Contains(1, related.Values);
    }

    [Fact]
    public async Task Articles_that_share_references_are_coupled()
    {
        var hangzhou = await corpus.Search.GetArticleAsync("articles/hangzhou.md", TestContext.Current.CancellationToken);
        var response = await RelatedAsync("articles/hangzhou.md", 100);
        foreach (var shared in hangzhou.References.Where(r => r.CitingArticles > 1))
        {
            var work = await corpus.Search.GetReferenceAsync(shared.Id, TestContext.Current.CancellationToken);
            foreach (var other in work.Citations.Where(c => c.Id != hangzhou.Id))
            {
                var hit = Assert.Single(response.Hits, h => h.Id == other.Id);
                Assert.Contains(hit.Explanation!.Signals, s => s.Name == "coupling");
            }
        }
    }

    [Fact]
    public async Task A_reference_is_related_to_those_who_cite_it_and_to_what_they_cite_with_it()
    {
        var article = await corpus.Search.GetArticleAsync("articles/city-brain.md", TestContext.Current.CancellationToken);
        var practice = Assert.Single(article.References, r => r.Title == "城市大脑的实践与思考");
        var work = await corpus.Search.GetReferenceAsync(practice.Id, TestContext.Current.CancellationToken);

        var response = await RelatedAsync(practice.Id, 60);

        Assert.Equal("城市大脑的实践与思考", response.Title);
        Assert.Subset(response.Hits.Select(h => h.Id).ToHashSet(), work.Citations.Select(c => c.Id).ToHashSet());
        Assert.Contains(response.Hits[0].Id, work.Citations.Select(c => c.Id));
        Assert.Contains(response.Hits.OfType<ReferenceHit>(), h => h.Explanation!.Signals.Any(s => s.Name == "cocitation"));
        Assert.DoesNotContain(response.Hits, h => h.Id == practice.Id);
    }

    [Fact]
    public async Task An_unknown_id_is_answered_with_those_like_it()
    {
        var error = await Assert.ThrowsAsync<UnknownIdException>(() => RelatedAsync("articles/hangzou.md", 10));

        Assert.StartsWith("nothing in the index has the id articles/hangzou.md; there is articles/hangzhou.md", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Too_few_or_too_many_are_refused(int top) =>
        Assert.Equal("top must be between 1 and 100", (await Assert.ThrowsAsync<SearchRequestException>(() => RelatedAsync("articles/hangzhou.md", top))).Message);

    private Task<RelatedResponse> RelatedAsync(string id, int top) => corpus.Search.RelatedAsync(id, top, TestContext.Current.CancellationToken);
}
