using CitySearch.Concepts;
using CitySearch.Searching;

namespace CitySearch.Tests.Searching.Facets;

/// <summary>Facet counts and filtered totals of the sample corpus, against a count of every hit.</summary>
public sealed class FacetCountTests(SampleCorpus corpus) : IClassFixture<SampleCorpus>
{
    public static TheoryData<string> Queries =>
    [
        "城市大脑", "智慧城市", "数据治理", "杭州", "标准", "政务服务 一网通办", "smart city", "\"数字孪生\"", "智慧社区怎样建设", "浙数办发〔2019〕13号", "新型智慧城市 评价指标", "鲸鱼",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Counts_and_totals_are_those_of_a_look_at_every_hit(string query)
    {
        var bruteForce = new BruteForce(corpus.Articles, await ThesaurusAsync());
        var all = await SearchAsync(query, []);
        Assert.Equal(all.Total, all.Hits.Count);
        foreach (var filters in FilterSets(all))
        {
            var response = await SearchAsync(query, filters);
            var (hits, facets) = bruteForce.Count(all.Hits, filters);

            Assert.Equal(hits.Select(h => (h.Id, h.Score)), response.Hits.Select(h => (h.Id, h.Score)));
            Assert.Equal(hits.Count, response.Total);
            Assert.Equal(FacetNames.All, response.Facets!.Keys);
            Assert.All(facets, facet => Assert.Equal((facet.Key, Printed(facet.Value)), (facet.Key, Printed(response.Facets[facet.Key]))));
        }
    }

    [Fact]
    public async Task A_concept_can_be_named_by_any_of_its_labels()
    {
        var byPreferred = await SearchAsync("杭州", [new(FacetNames.Concept, "城市大脑")]);
        var byEnglish = await SearchAsync("杭州", [new(FacetNames.Concept, "City Brain")]);

        Assert.NotEqual(0, byPreferred.Total);
        Assert.Equal(byPreferred.Hits.Select(h => h.Id), byEnglish.Hits.Select(h => h.Id));
        Assert.Equal(0, (await SearchAsync("杭州", [new(FacetNames.Concept, "不是概念")])).Total);
    }

    /// <summary>No filter, each facet's best and last values, two of one facet, and pairs of facets.</summary>
    internal static List<SearchFilter[]> FilterSets(SearchResponse all)
    {
        var facets = all.Facets!.Where(f => f.Value.Count > 0).Select(f => f.Value.Select(c => new SearchFilter(f.Key, c.Value)).ToList()).ToList();
        List<SearchFilter[]> sets = [[], [new(FacetNames.Tag, "没有这个标签")]];
        sets.AddRange(facets.SelectMany(values => new SearchFilter[][] { [values[0]], [values[^1]], [values[0], values[values.Count / 2]] }));
        sets.AddRange(facets.Zip(facets.Skip(1), (a, b) => new[] { a[0], b[b.Count / 3] }));
        sets.AddRange(facets.Zip(facets.Skip(2), (a, b) => new[] { a[0], a[^1], b[0], b[^1] }));
        return sets;
    }

    internal static string Printed(IEnumerable<FacetCount> counts) => string.Join('\n', counts.Select(c => $"{c.Value} {c.Count}"));

    private static async Task<Thesaurus> ThesaurusAsync() =>
        Thesaurus.Parse(await File.ReadAllTextAsync(Path.Combine(SampleCorpus.Folder, "concepts.yaml"), TestContext.Current.CancellationToken));

    private Task<SearchResponse> SearchAsync(string query, SearchFilter[] filters) =>
        corpus.Search.SearchAsync(new SearchRequest(query) { Top = 1000, Facets = true, Filters = filters }, TestContext.Current.CancellationToken);
}
