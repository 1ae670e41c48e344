using CitySearch.Hosting.Http;
using Microsoft.Playwright;

namespace CitySearch.Hosting.Tests.Page;

[Collection(nameof(InBrowser))]
public class TroubleTests(Browser browser, SampleIndex sample)
{
    // What a browser says itself of an answer that is an error, or of none.
    private const string Refused = "Failed to load resource";

    [Fact]
    public Task Without_a_connection_the_page_says_so_and_goes_on_when_it_is_back() => browser.TryAsync("?q=杭州", async page =>
    {
        await page.Settled();
        await page.Context.SetOfflineAsync(true);
        await page.SearchAsync("深圳");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("连不上检索服务");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Cards().First).ToBeVisibleAsync();
        Assert.Equal(["深圳"], page.Values("q"));
    }, expected: Refused);

    [Fact]
    public async Task While_the_index_is_built_the_page_waits_and_then_shows_what_was_asked_for()
    {
        using var workspace = new Workspace(("a.md", "# 数字孪生\n\n数字孪生城市的一段话。\n"));
        await using var server = await TestServer.StartAsync(workspace.Options);
        await browser.TryAsync($"{server.Address}?q=数字孪生", async page =>
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("索引正在建立");
            await workspace.UpdateAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "现在重试" }).ClickAsync();
            await Assertions.Expect(page.Cards()).ToHaveCountAsync(1);
        }, expected: Refused);
    }

    [Fact]
    public async Task A_key_is_asked_for_kept_for_the_tab_and_sent()
    {
        var key = ApiKey.New();
        await using var server = await TestServer.StartAsync(sample.Options, [("ApiKeys:portal", ApiKey.Hash(key))]);
        await browser.TryAsync($"{server.Address}?q=城市大脑", async page =>
        {
            var field = page.GetByLabel("密钥", new() { Exact = true });
            await Assertions.Expect(field).ToBeFocusedAsync();
            await field.FillAsync("wrong");
            await field.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#key-help")).ToContainTextAsync("密钥不正确");
            await field.FillAsync(key);
            await page.GetByRole(AriaRole.Button, new() { Name = "使用密钥" }).ClickAsync();
            await Assertions.Expect(page.Cards().First).ToBeVisibleAsync();
            await page.ReloadAsync();
            await Assertions.Expect(page.Cards().First).ToBeVisibleAsync();
            await page.Cards().First.Locator("h2 a").ClickAsync();
            await Assertions.Expect(page.Locator(".body")).ToBeVisibleAsync();
            Assert.Equal("0", await page.EvaluateAsync<string>("String(Object.keys(localStorage).length)"));
        }, expected: Refused);
    }

    [Fact]
    public async Task Too_many_requests_are_asked_again_after_the_time_that_the_host_names()
    {
        var asked = 0;
        await browser.TryAsync("?q=城市大脑", async page =>
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请求过于频繁");
            await Assertions.Expect(page.Cards().First).ToBeVisibleAsync();
            Assert.Equal(2, asked);
        }, expected: Refused, prepare: page => page.RouteAsync("**/api/search?*", route => Interlocked.Increment(ref asked) > 1
            ? route.ContinueAsync()
            : route.FulfillAsync(new()
            {
                Status = 429,
                ContentType = "application/problem+json",
                Headers = [KeyValuePair.Create("Retry-After", "1")],
                Body = """{"status":429,"detail":"请在 1 秒后重试"}""",
            })));
    }

    [Fact]
    public Task A_material_that_there_is_not_is_named_with_those_like_it() => browser.TryAsync("?article=articles/hangzho.md", page =>
        Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("articles/hangzhou.md"), expected: Refused);

    [Fact]
    public async Task An_empty_corpus_is_no_error()
    {
        using var workspace = new Workspace();
        await workspace.UpdateAsync();
        await using var server = await TestServer.StartAsync(workspace.Options);
        await browser.TryAsync(server.Address.ToString(), page => Assertions.Expect(page.Locator(".holds")).ToContainTextAsync("资料库还是空的"));
    }
}
