using CitySearch.Indexing;
using CitySearch.Searching;

namespace CitySearch.Tests.Searching;

public sealed class StandaloneSearchTests
{
    [Fact]
    public async Task It_answers_as_the_service_does_and_sees_what_is_indexed_afterwards()
    {
        using var library = new Library([("a.md", "# 城市大脑\n\n杭州的城市大脑。"), ("concepts.yaml", "brain:\n  prefLabel: {zh: 城市大脑, en: City Brain}\n")]);
        using var search = new StandaloneSearch(new CitySearchOptions { CorpusPath = library.Corpus, IndexPath = library.Index });
        var request = new SearchRequest("City Brain");
        await Assert.ThrowsAsync<IndexFolderException>(() => search.Service.SearchAsync(request, TestContext.Current.CancellationToken));

        await library.UpdateAsync();
        var own = await search.Service.SearchAsync(request, TestContext.Current.CancellationToken);
        var service = await library.SearchAsync(request);

        Assert.Equal("城市大脑", Assert.Single(own.Hits).Title);
        Assert.Equal(service.Hits.Select(h => (h.Id, h.Score)), own.Hits.Select(h => (h.Id, h.Score)));
        Assert.Single(search.Thesaurus.Current.Concepts);
    }

    [Fact]
    public void Options_that_cannot_work_are_refused_by_their_key()
    {
        var refused = Assert.Throws<ArgumentException>(() => new StandaloneSearch(new CitySearchOptions { Freshness = 2 }));

        Assert.StartsWith("CitySearch:Freshness is 2; it must be from 0 to 1", refused.Message, StringComparison.Ordinal);
    }
}
