using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CitySearch.Searching;
using CitySearch.Searching.Suggestions;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Hosting.Tests.Http;

public class MaterialRouteTests(SampleIndex sample)
{
    [Theory]
    [InlineData("articles/city-brain.md")]
    [InlineData("articles%2Fcity-brain.md")]
    [InlineData("articles%2fcity%2Dbrain.md")]
    public async Task An_article_is_read_by_its_id_however_its_slashes_are_written(string id)
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        var answer = await server.TextAsync($"/api/articles/{id}");

        var expected = await server.Services.GetRequiredService<ISearchService>().GetArticleAsync("articles/city-brain.md", TestContext.Current.CancellationToken);
        Assert.Equal(JsonSerializer.Serialize(expected, SearchJson.Article), answer);
    }

    [Fact]
    public async Task A_reference_of_a_hit_is_read_by_its_id_with_its_citations()
    {
        await using var server = await TestServer.StartAsync(sample.Options);
        var hit = JsonNode.Parse(await server.TextAsync("/api/search?q=城市大脑&kind=reference&top=1"))!["hits"]![0]!;

        var reference = JsonNode.Parse(await server.TextAsync($"/api/references/{hit["id"]}"))!;

        Assert.Equal(hit["text"]!.ToString(), reference["text"]!.ToString());
        Assert.Equal(hit["citedBy"]!.AsArray().Select(c => c!["id"]!.ToString()).Order(), reference["citations"]!.AsArray().Select(c => c!["id"]!.ToString()).Order());
    }

    [Fact]
    public async Task Suggestions_are_those_of_the_library()
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        var answer = JsonNode.Parse(await server.TextAsync("/api/suggest?q=csdn&top=3"))!;

        var expected = await server.Services.GetRequiredService<ISuggestionService>().SuggestAsync("csdn", 3, TestContext.Current.CancellationToken);
        Assert.NotEmpty(expected.Suggestions);
        Assert.Equal(expected.Suggestions.Select(s => s.Text), answer["suggestions"]!.AsArray().Select(s => s!["text"]!.ToString()));
    }

    [Theory]
    [InlineData("articles/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("articles/....//....//etc/passwd")]
    [InlineData("articles/%5C%5C.%5Cetc%5Cpasswd")]
    [InlineData("articles/%00")]
    [InlineData("articles/concepts.yaml")]
    [InlineData("articles/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("references/..%2f..%2fetc%2fpasswd")]
    [InlineData("references/0000000000000000")]
    public async Task An_id_that_is_none_is_not_found_and_names_no_file(string path)
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        var raw = await RawHttp.SendAsync(server.Address, $"GET /api/{path} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAccept-Language: zh\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 40[04] ", raw);
        Assert.DoesNotContain("root:", raw);
        if (raw.StartsWith("HTTP/1.1 404", StringComparison.Ordinal))
        {
            Assert.Contains("Content-Type: application/problem+json", raw);
            Assert.Contains("索引中没有", raw);
        }
    }

    [Fact]
    public async Task An_id_that_is_nearly_one_is_answered_with_those_like_it()
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        using var response = await server.GetAsync("/api/articles/city-brain.md");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("idUnlike", problem["kind"]!.ToString());
        Assert.Contains("articles/city-brain.md", problem["detail"]!.ToString());
    }
}
