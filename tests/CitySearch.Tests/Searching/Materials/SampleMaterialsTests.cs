using CitySearch.Corpus;
using CitySearch.Searching;

namespace CitySearch.Tests.Searching.Materials;

/// <summary>Whole articles and references of the sample corpus, held against what the reader makes of its files.</summary>
public sealed class SampleMaterialsTests(SampleCorpus corpus) : IClassFixture<SampleCorpus>
{
    [Fact]
    public async Task An_article_is_read_back_as_its_file_has_it()
    {
        foreach (var article in corpus.Articles)
        {
            var whole = await ArticleAsync(article.Id);

            Assert.Equal(
                (article.Id, article.Title, article.Path, article.Date?.ToString(), article.Source, article.Description, article.Permalink),
                (whole.Id, whole.Title, whole.Path, whole.Date, whole.Source, whole.Description, whole.Permalink));
            Assert.Equal(article.Authors, whole.Authors);
            Assert.Equal(article.Tags, whole.Tags);
            Assert.Equal(
                article.Sections.Select(s => $"{string.Join('/', s.Headings)}#{s.Anchor}:{s.Line} {s.Text} [{string.Join(',', s.CitedLabels)}]"),
                whole.Sections.Select(s => $"{string.Join('/', s.Headings)}#{s.Anchor}:{s.Line} {s.Text} [{string.Join(',', s.CitedLabels)}]"));
            Assert.Equal(article.References.Select(r => (r.Label, r.Line, r.Reference.Text)), whole.References.Select(r => (r.Label, r.Line, r.Text)));
        }
    }

    [Fact]
    public async Task Links_between_files_are_citations_in_both_directions()
    {
        var links = 0;
        foreach (var article in corpus.Articles)
        {
            var linked = article.Links
                .Where(link => link.EndsWith(".md", StringComparison.Ordinal) && !link.Contains('/'))
                .Select(link => $"articles/{link}").Where(id => id != article.Id).Distinct().ToList();
            var whole = await ArticleAsync(article.Id);
            Assert.Subset(whole.Cites.Select(c => c.Id).ToHashSet(), linked.ToHashSet());
            foreach (var cited in whole.Cites)
            {
                Assert.Contains(new ArticleLink(article.Id, article.Title), (await ArticleAsync(cited.Id)).CitedBy);
                links++;
            }
        }

        var all = new List<WholeArticle>();
        foreach (var article in corpus.Articles)
        {
            all.Add(await ArticleAsync(article.Id));
        }

        Assert.True(links > 100, $"{links} links are too few to show anything");
        Assert.Equal(links, all.Sum(a => a.CitedBy.Count));
    }

    [Fact]
    public async Task A_reference_has_every_entry_of_it_and_the_sections_that_cite_it()
    {
        var listed = new List<(string Id, string Article, ListedReference Entry)>();
        foreach (var article in corpus.Articles)
        {
            listed.AddRange((await ArticleAsync(article.Id)).References.Select(entry => (entry.Id, article.Id, entry)));
        }

        var byArticle = corpus.Articles.ToDictionary(a => a.Id);
        var shared = 0;
        var alsoListed = 0;
        foreach (var work in listed.GroupBy(l => l.Id))
        {
            var reference = await corpus.Search.GetReferenceAsync(work.Key, TestContext.Current.CancellationToken);

            Assert.Equal(work.Key, reference.Id);
            Assert.Equal(work.Select(l => (l.Article, l.Entry.Label, l.Entry.Line, l.Entry.Text)), reference.Citations.Select(c => (c.Id, c.Label, c.Line, c.Text)));
            Assert.Contains(reference.Text, work.Select(l => l.Entry.Text).Concat(reference.Listings.Select(l => l.Text)));
            Assert.All(reference.Listings, l => Assert.StartsWith("references/", l.Id));
            Assert.All(work, l => Assert.Equal(work.Select(other => other.Article).Distinct().Count(), l.Entry.CitingArticles));
            foreach (var citation in reference.Citations)
            {
                var article = byArticle[citation.Id];
                Assert.Equal(article.Title, citation.Title);
                Assert.Equal(Citing(article, citation.Label).Select(s => (s.Line, s.Anchor)), citation.Places.Select(p => (p.Line, p.Anchor)));
            }

            shared += reference.Citations.Count > 1 ? 1 : 0;
            alsoListed += reference.Listings.Count;
        }

        Assert.True(shared > 5, $"only {shared} works are cited by several articles");
        Assert.NotEqual(0, alsoListed);
    }

    [Fact]
    public async Task The_hits_of_a_search_can_all_be_read_whole()
    {
        var response = await corpus.Search.SearchAsync(new SearchRequest("城市大脑") { Top = 200 }, TestContext.Current.CancellationToken);

        Assert.Equal(2, response.Hits.Select(h => h.GetType()).Distinct().Count());
        foreach (var hit in response.Hits)
        {
            if (hit is ReferenceHit reference)
            {
                var whole = await corpus.Search.GetReferenceAsync(hit.Id, TestContext.Current.CancellationToken);
                Assert.Equal((hit.Title, reference.Text, reference.DocumentNumber, reference.Year), (whole.Title, whole.Text, whole.DocumentNumber, whole.Year));
                Assert.Equal(reference.CitedBy.Select(c => (c.Id, c.Label)).Order(), whole.Citations.Select(c => (c.Id, c.Label)).Order());
            }
            else
            {
                Assert.Equal(hit.Title, (await ArticleAsync(hit.Id)).Title);
            }
        }
    }

    [Theory]
    [InlineData("city-brain", "nothing in the index has the id city-brain; there is articles/city-brain.md")]
    [InlineData("articles/city_brian.md", "nothing in the index has the id articles/city_brian.md; there is articles/city-brain.md")]
    [InlineData("凤凰古城.docx", "nothing in the index has the id 凤凰古城.docx; search prints the ids of its hits with --json")]
    public async Task An_id_that_there_is_not_is_answered_with_those_like_it(string id, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<UnknownIdException>(() => ArticleAsync(id))).Message);

    [Fact]
    public async Task A_bibliography_is_no_article()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(SampleCorpus.Folder, "references")))
        {
            await Assert.ThrowsAsync<UnknownIdException>(() => ArticleAsync($"references/{Path.GetFileName(file)}"));
        }
    }

    [Fact]
    public async Task An_article_is_no_reference_and_a_reference_no_article()
    {
        var reference = (await ArticleAsync("articles/city-brain.md")).References[0].Id;

        await Assert.ThrowsAsync<UnknownIdException>(() => ArticleAsync(reference));
        await Assert.ThrowsAsync<UnknownIdException>(() => corpus.Search.GetReferenceAsync("articles/city-brain.md", TestContext.Current.CancellationToken));
    }

    private static IEnumerable<Section> Citing(Article article, string label) => article.Sections.Where(s => label.Length > 0 && s.CitedLabels.Contains(label));

    private Task<WholeArticle> ArticleAsync(string id) => corpus.Search.GetArticleAsync(id, TestContext.Current.CancellationToken);
}
