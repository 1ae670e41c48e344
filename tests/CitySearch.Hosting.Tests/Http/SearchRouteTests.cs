using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Hosting.Tests.Http;

public class SearchRouteTests(SampleIndex sample)
{
    public static TheoryData<string, SearchRequest> Requests => new()
    {
        { "q=%E5%9F%8E%E5%B8%82%E5%A4%A7%E8%84%91", new SearchRequest("城市大脑") },
        { "q=CIM&top=3&page=2", new SearchRequest("CIM") { Top = 3, Page = 2 } },
        { "q=平台&kind=Reference", new SearchRequest("平台") { Kind = HitKind.Reference } },
        { "q=平台&kind=article&sort=date", new SearchRequest("平台") { Kind = HitKind.Article, Sort = HitOrder.Date } },
        {
            "q=智慧城市&filter=year:2019&filter=year%3A2021&filter=kind:article&facets=true",
            new SearchRequest("智慧城市") { Filters = [new("year", "2019"), new("year", "2021"), new("kind", "article")], Facets = true }
        },
        { "q=数据&explain=true&facets=false", new SearchRequest("数据") { Explain = true } },
        { "q=数据&context=300", new SearchRequest("数据") { Context = 300 } },
        { "q=", new SearchRequest("") },
        { "", new SearchRequest("") },
        { "q=〔2019〕13号%20😀&unknown=1", new SearchRequest("〔2019〕13号 😀") },
        { "q=%ED%A0%80%00", new SearchRequest("%ED%A0%80\0") },
    };

    [Theory]
    [MemberData(nameof(Requests), DisableDiscoveryEnumeration = true)]
    public async Task A_search_answers_what_the_library_answers_and_the_command_prints(string query, SearchRequest request)
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        using var response = await server.GetAsync($"/api/search?{query}");
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "application/json; charset=utf-8"), (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        var expected = await server.Services.GetRequiredService<ISearchService>().SearchAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(WithoutTime(JsonSerializer.Serialize(expected, SearchJson.Response)), WithoutTime(answer));
    }

    [Fact]
    public async Task Chinese_stands_unescaped_in_utf8()
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        Assert.StartsWith("{\"query\":\"城市大脑\"", await server.TextAsync("/api/search?q=城市大脑&top=1"));
    }

    [Fact]
    public async Task The_concepts_are_those_of_the_thesaurus_with_the_articles_that_a_quoted_search_finds()
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        var all = JsonNode.Parse(await server.TextAsync("/api/concepts"))!;
        var some = JsonNode.Parse(await server.TextAsync("/api/concepts?q=city%20BRAIN&top=1"))!;

        var thesaurus = Concepts.Thesaurus.Parse(await File.ReadAllTextAsync(Path.Combine(SampleIndex.Corpus, "concepts.yaml"), TestContext.Current.CancellationToken));
        Assert.Equal(thesaurus.Concepts.Select(c => c.Id), all["concepts"]!.AsArray().Select(c => c!["id"]!.GetValue<string>()));
        Assert.Equal(thesaurus.Concepts.Count, all["total"]!.GetValue<int>());
        var brain = Assert.Single(some["concepts"]!.AsArray())!;
        Assert.Equal("""{"zh":"城市大脑","en":"City Brain"}""", brain["label"]!.ToJsonString(new JsonSerializerOptions { Encoder = SearchJson.Encoder }));
        Assert.Equal("smart-city", brain["broader"]![0]!["id"]!.GetValue<string>());
        Assert.Equal("智慧城市", brain["broader"]![0]!["label"]!["zh"]!.GetValue<string>());
        Assert.True(some["total"]!.GetValue<int>() > 1, "杭州城市大脑 holds the name too");

        // One label of a concept that has no other: its count is that of the search for it.
        var lone = thesaurus.Concepts.First(c => Concepts.ConceptLabel.Of(c).Count == 2 && c.PreferredLabel.Zh is { Length: > 3 });
        var counted = all["concepts"]!.AsArray().Single(c => c!["id"]!.GetValue<string>() == lone.Id)!["articles"]!.GetValue<int>();
        var labels = new[] { lone.PreferredLabel.Zh!, lone.PreferredLabel.En! };
        var found = new HashSet<string>();
        foreach (var label in labels)
        {
            var answer = JsonNode.Parse(await server.TextAsync($"/api/search?q={Uri.EscapeDataString($"\"{label}\"")}&kind=article&top=100"))!;
            found.UnionWith(answer["hits"]!.AsArray().Select(hit => hit!["id"]!.GetValue<string>()));
        }

        Assert.Equal(found.Count, counted);
    }

    private static string WithoutTime(string json) => System.Text.RegularExpressions.Regex.Replace(json, "\"tookMs\":[0-9.]+", "");
}
