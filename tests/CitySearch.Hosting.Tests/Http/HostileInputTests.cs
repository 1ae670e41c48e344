using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CitySearch.Hosting.Tests.Http;

public class HostileInputTests(SampleIndex sample)
{
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public async Task Script_in_titles_texts_names_and_references_comes_back_as_text_of_a_type_that_no_browser_runs()
    {
        using var workspace = new Workspace(
            ("\"><img src=x onerror=alert(1)>.md", $"# 标题 `{Script}`\n\n正文 `{Script}` 城市 `</script><svg onload=alert(2)>`。\n\n## 参考文献\n\n[1] 某人.城市 \\<script>alert(1)\\</script>[J].刊物,2019. javascript:alert(3)\n"),
            ("‮txt.md", "# \u202e反向\u0000城市\n\n城市\u2028行\u2029段\n"));
        await workspace.UpdateAsync();
        await using var server = await TestServer.StartAsync(workspace.Options);

        foreach (var address in (string[])[$"/api/search?q={Uri.EscapeDataString("城市 " + Script)}&facets=true&explain=true", $"/api/search?q={Uri.EscapeDataString("\"\\\u0001</script>\u2028")}"])
        {
            using var response = await server.GetAsync(address, ("Accept", "text/html"));
            var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

            Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
            CheckHeaders(response);
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
            Assert.DoesNotContain(text, c => c < ' ');
            var answer = JsonNode.Parse(text)!;
            Assert.Equal(Uri.UnescapeDataString(address[(address.IndexOf("q=", StringComparison.Ordinal) + 2)..].Split('&')[0]), answer["query"]!.GetValue<string>());
        }

        var hits = JsonNode.Parse(await server.TextAsync("/api/search?q=城市"))!["hits"]!.AsArray();
        Assert.Contains($"标题 {Script}", hits.Select(hit => hit!["title"]?.GetValue<string>()));
        Assert.Contains("\"><img src=x onerror=alert(1)>.md", hits.Select(hit => hit!["path"]?.GetValue<string>()));
        Assert.Contains(hits, hit => hit!["kind"]!.GetValue<string>() == "reference" && hit["text"]!.GetValue<string>().Contains("<script>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_answer_tells_browsers_to_run_nothing_of_it()
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        foreach (var address in (string[])["/", "/page.js", "/page.css", "/healthz", "/readyz", "/metrics", "/openapi/v1.json", "/api/search?q=a", "/api/search?top=x", "/api/nothing", $"/{Script}", "/api/concepts"])
        {
            using var response = await server.GetAsync(address);
            CheckHeaders(response);
            Assert.DoesNotContain(Script, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/....//....//etc/passwd")]
    [InlineData("/wwwroot/index.html")]
    [InlineData("/appsettings.json")]
    [InlineData("/page.js/..%5c..%5cappsettings.json")]
    [InlineData("/%00")]
    [InlineData("//etc/passwd")]
    public async Task No_path_leads_out_of_the_page(string path)
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        var answer = await RawHttp.SendAsync(server.Address, $"GET {path} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain("root:", answer);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\r\n\r\n")]
    public async Task What_is_no_honest_request_is_not_answered_with_anything(string request)
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        var answer = await RawHttp.SendAsync(server.Address, request);

        Assert.Matches("^(HTTP/1.1 400 |$)", answer);
        Assert.Equal(1, answer.Split("HTTP/1.1 ").Length - (answer.Length == 0 ? 0 : 1));
    }

    [Fact]
    public async Task Pages_of_other_origins_read_nothing_unless_their_origin_is_allowed()
    {
        await using var closed = await TestServer.StartAsync(sample.Options);
        await using var server = await TestServer.StartAsync(sample.Options, [("AllowedOrigins:0", "https://portal.example")]);

        using var unknown = await closed.GetAsync("/api/search?q=a", ("Origin", "https://portal.example"));
        using var foreign = await server.GetAsync("/api/search?q=a", ("Origin", "https://evil.example"));
        using var posted = await server.SendAsync(HttpMethod.Post, "/api/search?q=a", ("Origin", "https://evil.example"));
        using var allowed = await server.GetAsync("/api/search?q=a", ("Origin", "https://portal.example"));
        using var preflight = await server.SendAsync(HttpMethod.Options, "/api/search", ("Origin", "https://portal.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "authorization"));

        Assert.False(unknown.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        Assert.Equal(["https://portal.example"], allowed.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("Origin", allowed.Headers.Vary);
        Assert.Equal((HttpStatusCode.NoContent, "https://portal.example"), (preflight.StatusCode, preflight.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        Assert.Contains("Authorization", preflight.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    private static void CheckHeaders(HttpResponseMessage response)
    {
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }
}
