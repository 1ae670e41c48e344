using System.Globalization;
using System.Text.Json;
using CitySearch.Indexing;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Searching.Paging;

/// <summary>Every hit stands on exactly one page, however deep, and whatever is indexed between two pages.</summary>
public sealed class PagingTests
{
    private static readonly string[] Words = ["治堵", "停车", "养老", "数据", "标准", "社区", "交通", "医疗"];

    [Theory]
    [InlineData(HitOrder.Relevance)]
    [InlineData(HitOrder.Date)]
    public async Task Ten_thousand_hits_are_each_on_one_page(HitOrder order)
    {
        using var corpus = new TestCorpus().Write("corpus.jsonl", string.Join('\n', Enumerable.Range(0, 10_500).Select(Line)));
        await corpus.IndexAsync();
        var request = new SearchRequest("智慧城市") { Sort = order, Top = 1000 };
        var hits = new List<SearchHit>();
        for (var page = 1; page <= 10; page++)
        {
            var response = await corpus.SearchAsync(request with { Page = page });
            Assert.Equal(10_500, response.Total);
            hits.AddRange(response.Hits);
        }

        Assert.Equal(Enumerable.Range(1, 10_000), hits.Select(h => h.Rank));
        Assert.Equal(10_000, hits.Select(h => h.Id).Distinct().Count());
        Assert.Equal(
            order == HitOrder.Date ? hits.OrderByDescending(h => h.Date ?? "", StringComparer.Ordinal).ThenByDescending(h => h.Score).Select(h => h.Id) : hits.OrderByDescending(h => h.Score).Select(h => h.Id),
            hits.Select(h => h.Id));
        foreach (var (top, page) in new[] { (10, 1), (10, 2), (7, 31), (97, 100), (3, 3333) })
        {
            var response = await corpus.SearchAsync(request with { Top = top, Page = page });
            Assert.Equal(hits.Skip((page - 1) * top).Take(top).Select(h => (h.Rank, h.Id, h.Score)), response.Hits.Select(h => (h.Rank, h.Id, h.Score)));
        }
    }

    [Theory]
    [InlineData(HitOrder.Relevance)]
    [InlineData(HitOrder.Date)]
    public async Task Pages_of_the_first_pages_generation_go_on_while_the_index_changes(HitOrder order)
    {
        using var corpus = new TestCorpus();
        for (var i = 0; i < 40; i++)
        {
            corpus.Write(Name(i), Article(i));
        }

        await corpus.IndexAsync();
        var request = new SearchRequest("智慧城市") { Sort = order, Top = 10 };
        var whole = await corpus.SearchAsync(request with { Top = 100 });
        var pages = new List<SearchResponse> { await corpus.SearchAsync(request) };
        for (var page = 2; page <= 4; page++)
        {
            corpus.Write(Name(100 + page), Article(100 + page)).Write(Name(page), "# 别的\n\n什么也没有。\n").Delete(Name(10 + page));
            await corpus.IndexAsync(rebuild: page == 3);
            pages.Add(await corpus.SearchAsync(request with { Page = page, Generation = pages[0].Generation }));
        }

        Assert.Equal(whole.Hits.Select(h => h.Id), pages.SelectMany(p => p.Hits).Select(h => h.Id));
        Assert.All(pages, page => Assert.Equal((40, 1L, null), (page.Total, page.Generation, page.Note)));
        var newest = await corpus.SearchAsync(request);
        Assert.Equal((37, 4L, null), (newest.Total, newest.Generation, newest.Note));
        Assert.Equal(Json(newest), Json(await corpus.SearchAsync(request with { Generation = 4 })));
    }

    [Fact]
    public async Task A_generation_that_is_gone_is_answered_from_the_newest_with_a_note()
    {
        using var corpus = new TestCorpus().Write("a.md", Article(1));
        await corpus.IndexAsync();
        for (var i = 0; i <= GenerationHolder.MostKept; i++)
        {
            Assert.Equal(i + 1, (await corpus.SearchAsync(new SearchRequest("智慧城市"))).Generation);
            corpus.Write(Name(i), Article(i));
            await corpus.IndexAsync();
        }

        var first = await corpus.SearchAsync(new SearchRequest("智慧城市") { Generation = 1 });
        var second = await corpus.SearchAsync(new SearchRequest("智慧城市") { Generation = 2 });

        Assert.Equal((2L, null), (second.Generation, second.Note));
        Assert.Equal(10, first.Generation);
        Assert.Equal("generation 1 of the index is no longer held; this page is of generation 10, so hits may come again or be missed", first.Note);
    }

    [Fact]
    public async Task What_answered_a_search_is_kept_for_some_minutes_and_then_closed()
    {
        var clock = new Clock();
        using var corpus = new TestCorpus(addServices: services => services.AddSingleton<TimeProvider>(clock)).Write("a.md", Article(1));
        await corpus.IndexAsync();
        await corpus.SearchAsync(new SearchRequest("智慧城市"));
        var holder = corpus.Services.GetRequiredService<GenerationHolder>();
        var lease = holder.Acquire();
        var reader = lease.Generation.Reader;
        lease.Dispose();
        corpus.Write("b.md", Article(2));
        await corpus.IndexAsync();
        await corpus.SearchAsync(new SearchRequest("智慧城市"));

        clock.Advance(GenerationHolder.KeptFor - TimeSpan.FromSeconds(1));
        Assert.Equal(1, reader.RefCount);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, reader.RefCount);
        Assert.Equal(2, (await corpus.SearchAsync(new SearchRequest("智慧城市") { Generation = 1 })).Generation);
    }

    private static string Json(SearchResponse response) => JsonSerializer.Serialize(response with { TookMs = 0 }, SearchJson.Response);

    private static string Name(int i) => $"a{i.ToString(CultureInfo.InvariantCulture)}.md";

    private static string Article(int i) => $"---\ndate: {2010 + (i % 4)}\n---\n# 第{i}篇\n\n智慧城市{string.Concat(Enumerable.Repeat("谈治理", i % 3))}。\n";

    private static string Line(int i)
    {
        var date = i % 5 == 0 ? "" : $"{2000 + (i % 23)}-0{1 + (i % 9)}";
        return $$$"""{"_id":"d{{{i}}}","title":"{{{Words[i % 8]}}}之{{{i % 100}}}","text":"智慧城市{{{string.Concat(Enumerable.Repeat(Words[i % 7], 1 + (i % 5)))}}}，第{{{i % 50}}}处。","metadata":{"date":"{{{date}}}"}}""";
    }

    /// <summary>A clock that stands still until it is advanced.</summary>
    private sealed class Clock : TimeProvider
    {
        private readonly List<(Action Run, long Due)> _timers = [];
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer(this, () => callback(state));

        public void Advance(TimeSpan time)
        {
            _now += time.Ticks;
            foreach (var (run, _) in _timers.FindAll(t => t.Due <= _now))
            {
                run();
            }
        }

        private sealed class Timer(Clock clock, Action run) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                clock._timers.RemoveAll(t => t.Run == run);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    clock._timers.Add((run, clock._now + dueTime.Ticks));
                }

                return true;
            }

            public void Dispose() => clock._timers.RemoveAll(t => t.Run == run);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
