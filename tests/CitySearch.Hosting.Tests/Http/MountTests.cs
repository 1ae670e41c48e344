using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CitySearch.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CitySearch.Hosting.Tests.Http;

[Collection(nameof(AloneInProcess))]
public class MountTests(SampleIndex sample)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = Searching.SearchJson.Encoder };

    [Fact]
    public async Task Mounted_under_a_path_of_another_application_everything_works_there_and_nothing_else_is_touched()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddCitySearch(options => (options.CorpusPath, options.IndexPath) = (SampleIndex.Corpus, sample.Index));
        builder.Services.AddCitySearchHost(options => options.MaxTop = 7);
        await using var app = builder.Build();
        app.UsePathBase("/portal");
        app.UseRouting();
        app.MapGet("/", () => "the application's own");
        app.MapGet("/api/search", () => "the application's own search");
        app.MapCitySearch("/search");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new Uri(app.Urls.First()) };

        foreach (var root in (string[])["", "/portal"])
        {
            Assert.Equal("the application's own", await TextAsync($"{root}/"));
            Assert.Equal("the application's own search", await TextAsync($"{root}/api/search"));
            Assert.StartsWith("{\"query\":\"城市大脑\"", await TextAsync($"{root}/search/api/search?q=城市大脑&top=7"));
            Assert.Equal("ok\n", await TextAsync($"{root}/search/healthz"));
            Assert.Contains("CitySearch", await TextAsync($"{root}/search/"));
            Assert.Contains("citysearch_search_duration", await TextAsync($"{root}/search/metrics"));
            Assert.Contains("/search/api/search", JsonNode.Parse(await TextAsync($"{root}/search/openapi/v1.json"))!["paths"]!.AsObject().Select(p => p.Key));
            using var refused = await client.GetAsync($"{root}/search/api/search?q=a&top=8", TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.ToString()));
            using var slash = await client.GetAsync($"{root}/search?q=a", TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.RedirectKeepVerb, $"{root}/search/?q=a"), (slash.StatusCode, slash.Headers.Location?.ToString()));
            using var nowhere = await client.GetAsync($"{root}/elsewhere", TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.NotFound, null), (nowhere.StatusCode, nowhere.Content.Headers.ContentType));
        }

        using var own = await client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.False(own.Headers.Contains("Content-Security-Policy"));

        Task<string> TextAsync(string address) => client.GetStringAsync(address, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_api_document_reads_as_approved_and_its_examples_are_answered()
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        var document = await server.TextAsync("/openapi/v1.json");

        // The schemas follow the engine's records, which have tests of their own; what they are called must be there.
        var description = JsonNode.Parse(document)!.AsObject();
        var schemas = description["components"]!["schemas"]!.AsObject();
        Assert.All(System.Text.RegularExpressions.Regex.Matches(document, "\"#/components/schemas/([^\"]+)\""), reference => Assert.True(schemas.ContainsKey(reference.Groups[1].Value), reference.Value));
        description.Remove("components");
        Approval.Verify("openapi.json", description.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n");
        // Ids of references are made from what they say; the example's is none of this corpus.
        var reference = JsonNode.Parse(await server.TextAsync("/api/search?q=城市大脑&kind=reference&top=1"))!["hits"]![0]!["id"]!.ToString();
        var paths = JsonNode.Parse(document)!["paths"]!.AsObject();
        Assert.Equal(
            ["/api/articles/{id}", "/api/concepts", "/api/corpus", "/api/references/{id}", "/api/related/{id}", "/api/search", "/api/suggest"],
            paths.Select(p => p.Key).Order(StringComparer.Ordinal));
        foreach (var (path, operations) in paths)
        {
            var query = operations!["get"]!["parameters"]?.AsArray()
                .Where(p => p!["in"]!.GetValue<string>() == "query")
                .Select(p => $"{p!["name"]}={Uri.EscapeDataString((p["example"] is JsonArray several ? several[0] : p["example"])!.ToString())}") ?? [];
            var id = path.Contains("references", StringComparison.Ordinal) ? reference : "articles/city-brain.md";
            using var response = await server.GetAsync($"{path.Replace("{id}", id, StringComparison.Ordinal)}?{string.Join('&', query)}");
            Assert.Equal((path, HttpStatusCode.OK), (path, response.StatusCode));
        }
    }

    [Fact]
    public async Task Metrics_tell_of_searches_and_of_the_generation()
    {
        await using var server = await TestServer.StartAsync(sample.Options);
        await server.TextAsync("/api/search?q=城市大脑");
        using (await server.GetAsync("/api/search?q=城市大脑&filter=colour:red"))
        {
        }

        using var response = await server.GetAsync("/metrics");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        foreach (var metric in (string[])[
            "citysearch_search_duration_seconds_bucket{", "citysearch_search_hits", "citysearch_postings_requests", "citysearch_answers_requests_total{", "citysearch_answers_size_bytes{", "citysearch_index_generation{", "citysearch_index_generation_age_seconds{",
            "outcome=\"answered\"", "outcome=\"refused\"", "http_server_request_duration_seconds_count{"])
        {
            Assert.Contains(metric, text);
        }
    }

    [Fact]
    public async Task Another_process_commits_and_the_host_has_it_without_being_told()
    {
        using var workspace = new Workspace();
        await using var server = await TestServer.StartAsync(workspace.Options);
        using (var before = await server.GetAsync("/readyz"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, before.StatusCode);
        }

        workspace.Write("corpus/a.md", "# 新文章\n\n城市大脑。\n");
        await workspace.UpdateAsync();

        while (true)
        {
            using var ready = await server.GetAsync("/readyz");
            if (ready.StatusCode == HttpStatusCode.OK)
            {
                Assert.Equal("""{"ready":true,"generation":1,"articles":1}""", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                break;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Contains("新文章", await server.TextAsync("/api/search?q=城市大脑"));
    }
}
