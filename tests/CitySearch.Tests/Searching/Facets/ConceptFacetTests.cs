using CitySearch.Searching;

namespace CitySearch.Tests.Searching.Facets;

/// <summary>The concepts of articles follow the thesaurus as it is edited and the index as it grows.</summary>
public sealed class ConceptFacetTests
{
    private const string Thesaurus = """
        city-brain:
          prefLabel: {zh: 城市大脑, en: City Brain}
        new-smart-city:
          prefLabel: {zh: 新型智慧城市}
        smart-city:
          prefLabel: {zh: 智慧城市}
          abbreviation: [智城]

        """;

    [Fact]
    public async Task An_edit_of_the_thesaurus_shows_in_the_next_counts()
    {
        using var corpus = Corpus();
        await corpus.IndexAsync();
        Assert.Equal("城市大脑 2\n新型智慧城市 1\n智慧城市 1", await CountsAsync(corpus, "智慧城市 2"));

        corpus.Write("concepts.yaml", Thesaurus + "traffic:\n  prefLabel: {zh: 治堵}\n  altLabel: [缓堵]\n");

        Assert.Equal("城市大脑 2\n治堵 2\n新型智慧城市 1\n智慧城市 1", await CountsAsync(corpus, "治堵"));
    }

    [Fact]
    public async Task A_commit_shows_in_the_next_counts_with_the_generation_that_it_made()
    {
        using var corpus = Corpus();
        await corpus.IndexAsync();
        Assert.Equal("城市大脑 2\n新型智慧城市 1\n智慧城市 1", await CountsAsync(corpus, "智慧城市 2"));

        corpus.Write("d.md", "# 丁\n\n杭州也谈City\u00a0Brain和智城。\n").Delete("a.md");
        await corpus.IndexAsync();

        Assert.Equal("城市大脑 2\n新型智慧城市 1\n智慧城市 1", await CountsAsync(corpus, "新型智慧城市"));
        var response = await corpus.SearchAsync(new SearchRequest("杭州") { Filters = [new(FacetNames.Concept, "city brain")] });
        Assert.Equal(["b.md", "d.md"], response.Hits.Select(h => h.Id).Order(StringComparer.Ordinal));
    }

    private static TestCorpus Corpus() => new TestCorpus()
        .Write("concepts.yaml", Thesaurus)
        .Write("a.md", "# 甲\n\n杭州的城市大脑从治堵起步。\n")
        .Write("b.md", "# 乙\n\n杭州的 city-brain 与缓堵，智城二字不算。\n")
        .Write("c.md", "# 丙\n\n杭州建设新型智慧城市。\n");

    private static async Task<string> CountsAsync(TestCorpus corpus, string expected)
    {
        // A change of the file is seen at latest a fifth of a second after it.
        for (var attempt = 0; ; attempt++)
        {
            var response = await corpus.SearchAsync(new SearchRequest("杭州") { Facets = true });
            var counts = FacetCountTests.Printed(response.Facets![FacetNames.Concept]);
            if (counts.Contains(expected, StringComparison.Ordinal) || attempt == 100)
            {
                return counts;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
