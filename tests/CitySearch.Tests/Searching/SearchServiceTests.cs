using System.Globalization;
using System.Text.Json;
using CitySearch.Indexing;
using CitySearch.Searching;

namespace CitySearch.Tests.Searching;

/// <summary>The search host of the library over a small corpus whose every value can be counted by hand.</summary>
public sealed class SearchServiceTests : IAsyncLifetime
{
    private static readonly string[] Tags = ["城市大脑", "数据治理", "智慧社区", "标准"];
    private static readonly string[] Authors = ["单志广", "何思源", "林知远"];
    private static readonly string[] Sources = ["城市观察", "标准通讯"];
    private static readonly string[] Folders = ["policy/2019", "policy", "notes"];

    private readonly Library _library = new(Enumerable.Range(0, 40).Select(Article));

    public async ValueTask InitializeAsync() => await _library.UpdateAsync();

    public ValueTask DisposeAsync()
    {
        _library.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Facets_count_what_a_look_at_every_hit_counts()
    {
        var response = await _library.SearchAsync(new SearchRequest("智慧城市") { Top = 1000, Facets = true });

        Assert.Equal(response.Total, response.Hits.Count);
        Assert.Equal(FacetNames.All, response.Facets!.Keys);
        foreach (var name in FacetNames.All.Except([FacetNames.Concept]))
        {
            var counted = response.Hits.SelectMany(hit => Values(hit, name)).GroupBy(v => v, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new FacetCount(g.Key, g.Count()));
            Assert.Equal(counted, response.Facets[name]);
            Assert.True(response.Facets[name].Count > 1, name);
        }
    }

    [Fact]
    public async Task Facets_count_the_whole_result_whatever_the_page_and_respect_filters()
    {
        var filtered = new SearchRequest("智慧城市") { Facets = true, Filters = [new(FacetNames.Author, "单志广")] };
        var all = await _library.SearchAsync(filtered with { Top = 1000 });
        var page = await _library.SearchAsync(filtered with { Top = 3, Page = 2 });

        Assert.Equal(JsonSerializer.Serialize(all.Facets), JsonSerializer.Serialize(page.Facets));
        Assert.Equal(all.Total, all.Facets![FacetNames.Kind].Sum(c => c.Count));
        Assert.All(all.Hits, hit => Assert.Contains("单志广", hit.Authors));
    }

    [Fact]
    public async Task A_filter_by_any_name_keeps_the_hits_that_have_the_value_with_their_scores()
    {
        var all = await _library.SearchAsync(new SearchRequest("智慧城市") { Top = 1000, Facets = true });
        foreach (var (name, counts) in all.Facets!)
        {
            foreach (var (value, count) in counts)
            {
                var filtered = await _library.SearchAsync(new SearchRequest("智慧城市") { Top = 1000, Filters = [new(name, value)] });

                Assert.Equal(count, filtered.Total);
                Assert.Equal(all.Hits.Where(hit => Values(hit, name).Contains(value)).Select(hit => (hit.Id, hit.Score)), filtered.Hits.Select(hit => (hit.Id, hit.Score)));
            }
        }
    }

    [Fact]
    public async Task Values_of_one_name_are_alternatives_and_names_must_all_hold()
    {
        var response = await _library.SearchAsync(new SearchRequest("智慧城市")
        {
            Top = 1000,
            Kind = HitKind.Article,
            Filters = [new(FacetNames.Year, "2016"), new(FacetNames.Year, "2018"), new(FacetNames.Source, "城市观察")],
        });

        Assert.Equal(Enumerable.Range(0, 40).Where(i => Year(i) is 2016 or 2018 && i % 2 == 0).Select(Path).Order(StringComparer.Ordinal), response.Hits.Select(h => h.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_filter_that_nothing_has_gives_no_hits()
    {
        var response = await _library.SearchAsync(new SearchRequest("智慧城市") { Facets = true, Filters = [new(FacetNames.Tag, "没有这个标签")] });

        Assert.Equal((0, 0), (response.Total, response.Hits.Count));
        Assert.All(response.Facets!, facet => Assert.Equal(facet.Key == FacetNames.Tag, facet.Value.Count > 0));
    }

    [Theory]
    [InlineData(HitOrder.Relevance, HitKind.All)]
    [InlineData(HitOrder.Date, HitKind.All)]
    [InlineData(HitOrder.Relevance, HitKind.Reference)]
    public async Task Pages_continue_each_other_without_overlap_to_the_last(HitOrder sort, HitKind kind)
    {
        var request = new SearchRequest("智慧城市") { Sort = sort, Kind = kind };
        var whole = await _library.SearchAsync(request with { Top = 1000 });
        var paged = new List<SearchHit>();
        for (var page = 1; paged.Count < whole.Total; page++)
        {
            var response = await _library.SearchAsync(request with { Top = 7, Page = page });
            Assert.Equal((whole.Total, page, 7), (response.Total, response.Page, response.Top));
            Assert.NotEmpty(response.Hits);
            paged.AddRange(response.Hits);
        }

        Assert.Equal(whole.Hits.Select(h => (h.Rank, h.Id)), paged.Select(h => (h.Rank, h.Id)));
        Assert.Equal(Enumerable.Range(1, whole.Total), paged.Select(h => h.Rank));
        Assert.Empty((await _library.SearchAsync(request with { Top = 7, Page = (whole.Total / 7) + 2 })).Hits);
    }

    [Fact]
    public async Task By_date_the_latest_comes_first_the_undated_last_and_equal_dates_by_score()
    {
        var response = await _library.SearchAsync(new SearchRequest("智慧城市") { Top = 1000, Sort = HitOrder.Date, Kind = HitKind.Article });

        Assert.Equal(40, response.Hits.Count);
        Assert.Contains(response.Hits, hit => hit.Date is null);
        Assert.Equal(response.Hits.OrderByDescending(h => h.Date ?? "", StringComparer.Ordinal).ThenByDescending(h => h.Score).Select(h => (h.Date, h.Score)), response.Hits.Select(h => (h.Date, h.Score)));
    }

    [Theory]
    [InlineData("鲸鱼")]
    [InlineData("\"城市智慧\"")]
    public async Task Words_that_nothing_has_give_no_hits_and_no_message(string query)
    {
        var response = await _library.SearchAsync(new SearchRequest(query) { Facets = true });

        Assert.Equal((0, 0, null), (response.Total, response.Hits.Count, response.Message));
        Assert.All(response.Facets!.Values, Assert.Empty);
    }

    [Fact]
    public async Task Parallel_searches_give_the_answers_of_single_ones()
    {
        SearchRequest[] requests =
        [
            new("智慧城市"), new("数据治理 标准") { Facets = true }, new("单志广") { Kind = HitKind.Reference }, new("城市大脑") { Sort = HitOrder.Date, Page = 2 },
            new("\"第3章\"") { Explain = true }, new("，"), new("2019年") { Filters = [new(FacetNames.Folder, "policy")] },
        ];
        var single = new List<string>();
        foreach (var request in requests)
        {
            single.Add(Json(await _library.SearchAsync(request)));
        }

        var parallel = await Task.WhenAll(Enumerable.Range(0, 70).Select(i => _library.SearchAsync(requests[i % requests.Length])));

        Assert.All(parallel.Index(), answer => Assert.Equal(single[answer.Index % requests.Length], Json(answer.Item)));
    }

    [Fact]
    public async Task A_cancelled_search_is_stopped()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _library.Search.SearchAsync(new SearchRequest("智慧城市"), cancelled.Token));
    }

    [Fact]
    public async Task Without_an_index_a_search_says_how_to_build_one()
    {
        using var library = new Library([]);

        var refused = await Assert.ThrowsAsync<IndexFolderException>(() => library.SearchAsync(new SearchRequest("智慧城市")));

        Assert.Equal($"there is no index in {library.Index}; build it with: citysearch index", refused.Message);
    }

    [Fact]
    public async Task A_search_sees_what_was_indexed_last()
    {
        using var library = new Library([("a.md", "# 智慧城市\n\n甲。\n")]);
        await library.UpdateAsync();
        var before = await library.SearchAsync(new SearchRequest("智慧城市"));
        library.Write("b.md", "# 智慧城市\n\n乙。\n");
        await library.UpdateAsync();

        // A commit is seen half a second after it at the latest.
        SearchResponse after;
        do
        {
            after = await library.SearchAsync(new SearchRequest("智慧城市"));
        }
        while (after.Generation == before.Generation);

        Assert.Equal((1, 1L), (before.Total, before.Generation));
        Assert.Equal((2, 2L), (after.Total, after.Generation));
    }

    private static (string Path, string Text) Article(int i)
    {
        var date = i % 5 == 4 ? "" : $"date: {Year(i)}-0{(i % 9) + 1}-1{i % 9}\n";
        return (Path(i), $"""
            ---
            title: 智慧城市研究之{i}
            {date}authors: [{Authors[i % 3]}, 合著者{i % 7}]
            tags: [{Tags[i % 4]}, {Tags[(i + 1) % 4]}]
            source: {Sources[i % 2]}
            ---

            # 智慧城市研究之{i}

            ## 第{i}章 城市大脑

            智慧城市的第{i}个案例，{string.Concat(Enumerable.Repeat("谈数据治理与标准。", (i % 6) + 1))}

            ## 参考文献

            [1] {Authors[i % 3]}.智慧城市的第{i % 11}种走法.人民网.{2009 + (i % 11)}.9.8
            [2] {Authors[(i + 1) % 3]}. 数字政府{i}[J]. 电子政务, {Year(i)}(1): 1-9.
            """);
    }

    private static int Year(int i) => 2015 + (i % 6);

    private static string Path(int i) => $"{Folders[i % 3]}/a{i.ToString("D2", CultureInfo.InvariantCulture)}.md";

    /// <summary>The values of a hit as its own fields have them.</summary>
    private static IEnumerable<string> Values(SearchHit hit, string name) => (name, hit) switch
    {
        (FacetNames.Kind, ArticleHit) => ["article"],
        (FacetNames.Kind, _) => ["reference"],
        (FacetNames.Year, _) => hit.Date is { } date ? [date[..4]] : [],
        (FacetNames.Author, _) => hit.Authors.Distinct(StringComparer.Ordinal),
        (FacetNames.Source, _) => hit.Source is { } source ? [source] : [],
        (FacetNames.Tag, ArticleHit article) => article.Tags.Distinct(StringComparer.Ordinal),
        (FacetNames.Folder, ArticleHit article) => article.Path.Split('/')[..^1] is var folders ? Enumerable.Range(1, folders.Length).Select(n => string.Join('/', folders[..n])) : [],
        _ => [],
    };

    private static string Json(SearchResponse response) => JsonSerializer.Serialize(response with { TookMs = 0 }, SearchJson.Response);
}
