using System.Diagnostics.Metrics;
using CitySearch.Hosting.Http;
using CitySearch.Searching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CitySearch.Hosting.Tests.Http;

public class KeptAnswersTests
{
    private static readonly EntityTagHeaderValue Tag = new("\"1\"", isWeak: true);
    private static readonly EntityTagHeaderValue Next = new("\"2\"", isWeak: true);

    [Fact]
    public async Task The_engine_is_asked_once_for_an_address_until_the_index_changes()
    {
        using var workspace = new Workspace(("a.md", "# 城市大脑\n\n一。\n"));
        await workspace.UpdateAsync();
        var (asked, newest) = (0, 1L);
        await using var server = await StartAsync(workspace, request => Empty(request, newest, ref asked));

        var first = await server.TextAsync("/api/search?q=城市");
        Assert.Equal(first, await server.TextAsync("/api/search?q=城市"));
        Assert.Equal(1, asked);
        Assert.NotEqual(first, await server.TextAsync("/api/search?q=城市&top=5"));
        Assert.Equal(2, asked);

        workspace.Write("corpus/b.md", "# 第二篇\n\n大脑。\n");
        await workspace.UpdateAsync();
        newest = 2;
        // The commit is seen within half a second; the test waits as long as it takes.
        while (await server.TextAsync("/api/search?q=城市") == first)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal(3, asked);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1000000", 7)]
    public async Task What_must_not_be_kept_is_asked_for_every_time(string bytes, long generation)
    {
        using var workspace = new Workspace(("a.md", "# 城市大脑\n\n一。\n"));
        await workspace.UpdateAsync();
        var asked = 0;
        await using var server = await StartAsync(workspace, request => Empty(request, generation, ref asked), ("AnswerCacheBytes", bytes));

        Assert.NotEqual(await server.TextAsync("/api/search?q=城市"), await server.TextAsync("/api/search?q=城市"));
        Assert.Equal(2, asked);
    }

    [Fact]
    public void What_is_kept_stays_within_its_bound()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var kept = Kept(services, 10_000);
        for (var i = 0; i < 100; i++)
        {
            kept.Keep($"/{i % 50}", Tag, new byte[500]);
            Assert.InRange(kept.Bytes, 1, 10_000);
        }
    }

    [Fact]
    public void What_is_kept_is_found_by_its_address_and_tag()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var kept = Kept(services, 10_000);
        kept.Keep("/large", Tag, new byte[10_000]);
        kept.Keep("/a", Tag, [1]);

        Assert.Null(Find("/large", Tag));
        Assert.Null(Find("/a", Next));
        Assert.Equal([1], Find("/a", Tag));

        kept.Keep("/a", Next, [2, 3]);
        Assert.Null(Find("/a", Tag));
        Assert.Equal([2, 3], Find("/a", Next));

        kept.Keep("/a", Tag, new byte[5000]);
        Assert.Equal(5000, Find("/a", Tag)!.Length);
        Assert.Null(Find("/a", Next));

        byte[]? Find(string address, EntityTagHeaderValue tag)
        {
            using var body = new MemoryStream();
            var response = new DefaultHttpContext { Response = { Body = body } }.Response;
            if (!kept.TryWrite(address, tag, response))
            {
                return null;
            }

            response.BodyWriter.FlushAsync(TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult();
            Assert.Equal(response.ContentLength, body.Length);
            return body.ToArray();
        }
    }

    private static KeptAnswers Kept(IServiceProvider services, long mostBytes) =>
        new(Options.Create(new CitySearchHostOptions { AnswerCacheBytes = mostBytes }), services.GetRequiredService<IMeterFactory>());

    private static Task<TestServer> StartAsync(Workspace workspace, Func<SearchRequest, SearchResponse> answer, params (string, string)[] settings) => TestServer.StartAsync(
        workspace.Options, settings, register: services => services.AddSingleton<ISearchService>(new StubSearch((request, _) => Task.FromResult(answer(request)))));

    /// <summary>An answer that tells how often the test has asked; the host asks by itself when it warms up.</summary>
    private static SearchResponse Empty(SearchRequest request, long generation, ref int asked) =>
        StubSearch.Empty(request) with { Generation = generation, TookMs = request.Query == "城市" ? Interlocked.Increment(ref asked) : 0 };
}
