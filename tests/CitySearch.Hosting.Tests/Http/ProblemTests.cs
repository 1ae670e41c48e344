using System.Net;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Hosting.Tests.Http;

public class ProblemTests(SampleIndex sample)
{
    private const string NoIndexInEnglish = """{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"the index cannot be searched yet; the host's log says why","kind":"indexMissing"}""";
    private const string NoIndexInChinese = """{"type":"about:blank","title":"服务暂不可用","status":503,"detail":"索引暂时无法检索，原因见服务日志","kind":"indexMissing"}""";

    [Theory]
    [InlineData("/api/search?q=a&top=0", 400, "parameterInvalid", "top: write a whole number from 1 to 100", "top：请写 1 到 100 之间的整数")]
    [InlineData("/api/search?q=a&top=101", 400, "parameterInvalid", "top: write a whole number from 1 to 100", "top：请写 1 到 100 之间的整数")]
    [InlineData("/api/search?q=a&top=1&top=2", 400, "parameterInvalid", "top: write a whole number from 1 to 100", "top：请写 1 到 100 之间的整数")]
    [InlineData("/api/search?q=a&top=%2B1", 400, "parameterInvalid", "top: write a whole number from 1 to 100", "top：请写 1 到 100 之间的整数")]
    [InlineData("/api/search?q=a&page=1001", 400, "parameterInvalid", "page: write a whole number from 1 to 1000", "page：请写 1 到 1000 之间的整数")]
    [InlineData("/api/search?q=a&page=99999999999999999999", 400, "parameterInvalid", "page: write a whole number from 1 to 1000", "page：请写 1 到 1000 之间的整数")]
    [InlineData("/api/search?q=a&kind=2", 400, "parameterInvalid", "kind: write one of all, article, reference", "kind：请从 all、article、reference 中选择")]
    [InlineData("/api/search?q=a&sort=best", 400, "parameterInvalid", "sort: write one of relevance, date", "sort：请从 relevance、date 中选择")]
    [InlineData("/api/search?q=a&facets=yes", 400, "parameterInvalid", "facets: write true or false", "facets：请写 true 或 false")]
    [InlineData("/api/search?q=a&filter=2019", 400, "parameterInvalid", "filter: write name:value, for example year:2019", "filter：请写成 名称:值，例如 year:2019")]
    [InlineData("/api/search?q=a&filter=:", 400, "parameterInvalid", "filter: write name:value, for example year:2019", "filter：请写成 名称:值，例如 year:2019")]
    [InlineData("/api/concepts?top=-1", 400, "parameterInvalid", "top: write a whole number from 1 to 10000", "top：请写 1 到 10000 之间的整数")]
    [InlineData("/api/nothing", 404, "notFound", "there is nothing at this address; /openapi/v1.json lists what there is", "此地址没有内容；可用的地址见 /openapi/v1.json")]
    [InlineData("/nothing/here", 404, "notFound", "there is nothing at this address; /openapi/v1.json lists what there is", "此地址没有内容；可用的地址见 /openapi/v1.json")]
    public async Task What_is_wrong_is_said_in_the_language_of_the_request(string address, int status, string kind, string english, string chinese)
    {
        await using var server = await TestServer.StartAsync(sample.Options);
        var (titleEnglish, titleChinese) = status == 400 ? ("Bad Request", "请求有误") : ("Not Found", "未找到");

        await CheckAsync(server, address, "en-GB", $$"""{"type":"about:blank","title":"{{titleEnglish}}","status":{{status}},"detail":"{{english}}","kind":"{{kind}}"}""");
        await CheckAsync(server, address, "zh-Hans-CN, zh;q=0.9, en;q=0.8", $$"""{"type":"about:blank","title":"{{titleChinese}}","status":{{status}},"detail":"{{chinese}}","kind":"{{kind}}"}""");
    }

    [Fact]
    public async Task A_failure_of_the_engine_is_said_in_the_language_of_the_request()
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        using var english = await server.GetAsync("/api/search?q=a&filter=colour:red");
        using var chinese = await server.GetAsync("/api/search?q=a&filter=colour:red", ("Accept-Language", "zh"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (english.StatusCode, chinese.StatusCode));
        Assert.Contains("there is no filter colour; use one of kind, year", await english.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("\"detail\":\"没有名为 colour 的筛选条件，可用：kind, year", await chinese.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("fr", "en")]
    [InlineData("not a header;;;", "en")]
    [InlineData("zh-TW", "zh")]
    [InlineData("en;q=0.5, zh;q=0.6", "zh")]
    [InlineData("zh;q=0.5, en;q=0.6", "en")]
    [InlineData("zh, en", "zh")]
    [InlineData("en, zh", "en")]
    [InlineData("zh;q=0", "en")]
    public async Task The_language_is_the_one_that_the_request_prefers(string? accepted, string language)
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        using var response = await server.GetAsync("/api/search?top=0", accepted is null ? [] : [("Accept-Language", accepted)]);

        Assert.Equal([language], response.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Fact]
    public async Task Without_an_index_the_host_is_alive_but_not_ready_and_names_no_folder()
    {
        using var workspace = new Workspace();
        await using var server = await TestServer.StartAsync(workspace.Options);

        Assert.Equal("ok\n", await server.TextAsync("/healthz"));
        foreach (var address in (string[])["/readyz", "/api/search?q=a", "/api/concepts"])
        {
            await CheckAsync(server, address, "en", NoIndexInEnglish);
            await CheckAsync(server, address, "zh", NoIndexInChinese);
        }
    }

    [Fact]
    public async Task Something_unexpected_tells_the_caller_nothing_but_where_to_look()
    {
        await using var server = await TestServer.StartAsync(sample.Options, register: services => services.AddSingleton<ISearchService>(new StubSearch((_, _) => throw new InvalidOperationException("secret"))));

        using var response = await server.GetAsync("/api/search?q=a");
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Matches("^\\{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,\"detail\":\"something went wrong; the host's log tells more under [^\" ]+\",\"kind\":\"unexpected\"\\}$", body);
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task A_query_beyond_the_limit_and_one_of_a_megabyte_are_refused()
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        using var longest = await server.GetAsync($"/api/search?q={new string('城', 1000)}");
        using var longer = await server.GetAsync($"/api/search?q={new string('城', 1001)}");
        var huge = await StatusOf(server, $"/api/search?q={new string('a', 1 << 20)}");
        using var after = await server.GetAsync("/api/search?q=城市");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.OK), (longest.StatusCode, longer.StatusCode, after.StatusCode));
        Assert.Contains("\"kind\":\"queryTooLong\"", await longer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(huge, (HttpStatusCode?[])[HttpStatusCode.RequestUriTooLong, null]);
    }

    [Fact]
    public async Task Only_reading_is_allowed()
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch])
        {
            using var response = await server.SendAsync(method, "/api/search?q=a");
            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
        }
    }

    private static async Task CheckAsync(TestServer server, string address, string language, string body)
    {
        using var response = await server.GetAsync(address, ("Accept-Language", language));
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Contains($"\"status\":{(int)response.StatusCode},", body);
        Assert.Null(response.Headers.ETag);
    }

    /// <summary>The status of an answer; <see langword="null"/> when the host hung up before the request was written.</summary>
    private static async Task<HttpStatusCode?> StatusOf(TestServer server, string address)
    {
        try
        {
            using var response = await server.GetAsync(address);
            return response.StatusCode;
        }
        catch (HttpRequestException e) when (e.InnerException is IOException)
        {
            return null;
        }
    }
}
