using System.Net;
using System.Text.Json;
using CitySearch.Hosting.Http;

namespace CitySearch.Hosting.Tests.Http;

public class KeyTests(SampleIndex sample)
{
    [Fact]
    public async Task Where_keys_are_set_the_api_asks_for_one_and_health_and_the_page_do_not()
    {
        var key = ApiKey.New();
        await using var server = await TestServer.StartAsync(sample.Options, [("ApiKeys:portal", ApiKey.Hash(key))]);

        foreach (var guarded in (string[])["/api/search?q=城市", "/api/concepts", "/api/nothing", "/metrics", "/openapi/v1.json"])
        {
            using var missing = await server.GetAsync(guarded);
            using var wrong = await server.GetAsync(guarded, ("Authorization", $"Bearer {ApiKey.New()}"));
            using var hash = await server.GetAsync(guarded, ("Authorization", $"Bearer {ApiKey.Hash(key)}"));
            using var basic = await server.GetAsync(guarded, ("Authorization", $"Basic {key}"));
            using var right = await server.GetAsync(guarded, ("Authorization", $"bearer  {key}"));

            Assert.All([missing, wrong, hash, basic], refused =>
            {
                Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
                Assert.Equal("Bearer realm=\"CitySearch\"", refused.Headers.WwwAuthenticate.ToString());
                Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.ToString());
            });
            Assert.NotEqual(HttpStatusCode.Unauthorized, right.StatusCode);
        }

        foreach (var open in (string[])["/healthz", "/readyz", "/", "/page.js"])
        {
            using var response = await server.GetAsync(open);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_key_that_is_taken_out_of_the_file_is_refused_and_one_that_is_put_in_is_taken_without_a_restart()
    {
        using var workspace = new Workspace();
        var (first, second) = (ApiKey.New(), ApiKey.New());
        workspace.Write("appsettings.json", Settings(("portal", first)));
        await using var server = await TestServer.StartAsync(sample.Options, folder: workspace.Folder);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await StatusAsync(first), await StatusAsync(second)));

        workspace.Write("appsettings.json", Settings(("lab", second)));

        while (await StatusAsync(first) == HttpStatusCode.OK)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await StatusAsync(first), await StatusAsync(second)));

        static string Settings((string Name, string Key) key) =>
            JsonSerializer.Serialize(new { CitySearch = new { ApiKeys = new Dictionary<string, string> { [key.Name] = ApiKey.Hash(key.Key) } } });

        async Task<HttpStatusCode> StatusAsync(string key)
        {
            using var response = await server.GetAsync("/api/search?q=城市", ("Authorization", $"Bearer {key}"));
            return response.StatusCode;
        }
    }

    [Fact]
    public void A_key_is_256_random_bits_and_its_hash_tells_nothing_of_it()
    {
        var keys = Enumerable.Range(0, 100).Select(_ => ApiKey.New()).ToList();

        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^cs_[A-Za-z0-9_-]{43}$", key));
        // echo -n abc | sha256sum
        Assert.Equal("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ApiKey.Hash("abc"));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://127.0.0.1:0;http://[::]:0")]
    [InlineData("http://*:0")]
    [InlineData("http://example.com:0")]
    [InlineData("http://192.0.2.1:0")]
    public async Task Where_other_machines_can_reach_it_the_host_does_not_start_without_keys(string urls)
    {
        var settings = new SearchServerSettings(sample.Options) { Urls = urls, Folder = AppContext.BaseDirectory };

        var refused = Assert.Throws<ServerRefusedException>(() => SearchServer.Create(settings));

        Assert.EndsWith("can be reached from other machines and no API key is set: make one with citysearch serve --new-key NAME, or let everybody ask with --public", refused.Message);
        Assert.EndsWith("可从其他机器访问，但未设置 API 密钥：请用 citysearch serve --new-key NAME 生成密钥，或用 --public 向所有人开放", refused.Chinese);
        await using var isPublic = SearchServer.Create(settings with { Public = true });
        Assert.NotNull(isPublic);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", true)]
    [InlineData("http://127.8.9.10:80", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://LOCALHOST:5080", true)]
    [InlineData("http://unix:/tmp/citysearch.sock", true)]
    [InlineData("http://127.0.0.1.example:80", false)]
    [InlineData("http://+:80", false)]
    public void Only_loopback_addresses_and_local_sockets_are_this_machines_own(string url, bool isLocal) => Assert.Equal(isLocal, ListenAddresses.IsLocal(url));

    [Fact]
    public void Endpoints_of_the_servers_own_section_are_looked_at_too()
    {
        using var workspace = new Workspace();
        workspace.Write("appsettings.json", """{"Kestrel":{"Endpoints":{"Wide":{"Url":"http://0.0.0.0:0"}}}}""");

        var refused = Assert.Throws<ServerRefusedException>(() => SearchServer.Create(new SearchServerSettings(sample.Options) { Folder = workspace.Folder }));

        Assert.StartsWith("http://0.0.0.0:0 can be reached", refused.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5080")]
    public void An_address_that_is_none_is_named(string urls) =>
        Assert.StartsWith("--urls", Assert.Throws<ServerRefusedException>(() => SearchServer.Create(new SearchServerSettings(sample.Options) { Urls = urls, Folder = AppContext.BaseDirectory })).Message);

    [Theory]
    [InlineData("MaxTop", "0", "CitySearch:MaxTop is 0; it must be from 1 to 1000")]
    [InlineData("MaxQueryLength", "5000", "CitySearch:MaxQueryLength is 5000; it must be from 1 to 4000")]
    [InlineData("RequestTimeout", "00:00:00", "CitySearch:RequestTimeout is 00:00:00; it must be above 0 and at most 01:00:00, for example 00:00:10")]
    [InlineData("ApiKeys:portal", "secret", "CitySearch:ApiKeys:portal is no hash of a key; make a key and its hash with: citysearch serve --new-key portal")]
    [InlineData("AllowedOrigins:0", "https://a.example/path", "CitySearch:AllowedOrigins holds https://a.example/path; write scheme, host and port alone, for example https://portal.example")]
    public async Task A_setting_that_cannot_be_used_stops_the_start_and_is_named(string key, string value, string message)
    {
        var refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => TestServer.StartAsync(sample.Options, [(key, value)]));

        Assert.Equal(message, refused.Message);
    }
}
