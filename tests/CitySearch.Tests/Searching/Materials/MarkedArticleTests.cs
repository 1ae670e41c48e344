using CitySearch.Corpus;
using CitySearch.Searching;
using CitySearch.Snippets;

namespace CitySearch.Tests.Searching.Materials;

/// <summary>Whole articles of the sample corpus with what a query matches in them.</summary>
public sealed class MarkedArticleTests(SampleCorpus corpus) : IClassFixture<SampleCorpus>
{
    [Fact]
    public async Task Every_place_that_a_quoted_query_stands_at_is_marked_and_nothing_else()
    {
        var marked = 0;
        foreach (var article in corpus.Articles)
        {
            var whole = await ReadAsync(article.Id, "\"城市大脑\"");

            Assert.Equal(Places(whole.Title), whole.TitleHighlights);
            foreach (var section in whole.Sections)
            {
                Assert.Equal(Places(section.Text), section.Highlights);
                Assert.Equal(section.Headings.Select(Places), section.HeadingHighlights);
                marked += section.Highlights!.Count;
            }
        }

        Assert.True(marked > 50, $"{marked} marks are too few to show anything");
    }

    [Fact]
    public async Task A_search_and_the_whole_article_mark_the_same()
    {
        const string Query = "杭州城市大脑怎样治堵";
        var response = await corpus.Search.SearchAsync(new SearchRequest(Query) { Kind = HitKind.Article }, TestContext.Current.CancellationToken);
        foreach (var hit in response.Hits.Cast<ArticleHit>())
        {
            var whole = await ReadAsync(hit.Id, Query);
            foreach (var (section, snippet) in hit.Sections.SelectMany(s => s.Snippets, (s, snippet) => (s, snippet)))
            {
                var of = whole.Sections.First(s => s.Headings.SequenceEqual(section.Headings) && s.Text.Contains(snippet.Text, StringComparison.Ordinal));
                var start = of.Text.IndexOf(snippet.Text, StringComparison.Ordinal);
                Assert.Equal(
                    snippet.Highlights.Select(h => h.Start + start),
                    of.Highlights!.Select(h => h.Start).Where(at => at >= start && at < start + snippet.Text.Length));
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Without_a_query_nothing_is_marked(string? query)
    {
        var whole = await ReadAsync("articles/hangzhou.md", query);

        Assert.Null(whole.TitleHighlights);
        Assert.All(whole.Sections, section => Assert.Equal((null, null), (section.Highlights, section.HeadingHighlights)));
    }

    [Fact]
    public async Task Each_paragraph_names_its_line()
    {
        foreach (var article in corpus.Articles)
        {
            var sections = (await ReadAsync(article.Id, null)).Sections;

            Assert.Equal(
                article.Sections.Where(s => s.Text.Length > 0 || s.Headings.Count > 0).Select(s => string.Join(',', s.ParagraphLines)),
                sections.Select(s => string.Join(',', s.ParagraphLines)));
            Assert.All(sections, section => Assert.Equal(section.Text.Length == 0 ? 0 : section.Text.Split('\n').Length, section.ParagraphLines.Count));
        }
    }

    private Task<WholeArticle> ReadAsync(string id, string? query) => corpus.Search.GetArticleAsync(id, query, TestContext.Current.CancellationToken);

    private static List<Highlight> Places(string text)
    {
        const string Word = "城市大脑";
        var places = new List<Highlight>();
        for (var at = text.IndexOf(Word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Word, at + Word.Length, StringComparison.Ordinal))
        {
            places.Add(new Highlight(at, Word.Length));
        }

        return places;
    }
}
