using Microsoft.Playwright;

namespace CitySearch.Hosting.Tests.Page;

[Collection(nameof(InBrowser))]
public class HostileMaterialTests(Browser browser)
{
    private const string Script = "<script>hacked=1</script>";
    private const string Image = "<img src=x onerror=hacked=2>";

    [Fact]
    public async Task Script_in_materials_file_names_concepts_and_addresses_is_shown_as_text_and_never_runs()
    {
        using var workspace = new Workspace(
            ($"{Image.Replace(' ', '_')}.md", $"""
                ---
                author: "{Image}"
                tags: ["{Script}"]
                source: "{Script}"
                date: 2020
                ---
                # 城市 `{Script}`

                ## 章节 `{Image}`

                城市的正文 `{Script}` 和 `{Image}` 引用[1]，链接 [点我](javascript:hacked=3)。

                ## 参考文献

                [1] 某人.城市 `{Image}` 研究[J].刊物,2019. javascript:hacked=4 https://example.org/a
                [2] 某人.城市地址研究[EB/OL].(2020-01-01). https://example.org/b?x=1
                """),
            ("concepts.yaml", $"city:\n  prefLabel: {{zh: '城市{Script}', en: '{Image}'}}\n  definition: {{zh: '{Image}'}}\n  exactMatch: ['javascript://x/%0ahacked=5']\n"));
        await workspace.UpdateAsync();
        await using var server = await TestServer.StartAsync(workspace.Options);
        var query = Uri.EscapeDataString($"城市 {Script}{Image}");
        var id = Uri.EscapeDataString($"{Image.Replace(' ', '_')}.md");

        await browser.TryAsync($"{server.Address}?q={query}&filter={Uri.EscapeDataString("tag:" + Script)}", async page =>
        {
            await page.Settled();
            await Assertions.Expect(page.Locator(".chip")).ToContainTextAsync(Script);
            await page.Locator(".chip").ClickAsync();
            await Assertions.Expect(page.Locator(".card.article h2")).ToHaveTextAsync($"城市 {Script}");
            await Assertions.Expect(page.Locator(".card.article")).ToContainTextAsync(Image);
            await Assertions.Expect(page.Locator(".card.reference").First).ToBeVisibleAsync();
            await IsInertAsync(page);
            await page.Box().FillAsync("城市");
            await page.Box().PressSequentiallyAsync("<");
            await page.Locator(".card.reference h2 a").First.ClickAsync();
            await Assertions.Expect(page.Locator(".citations")).ToBeVisibleAsync();
            await IsInertAsync(page);
        });
        await browser.TryAsync($"{server.Address}?article={id}&q={query}", async page =>
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"城市 {Script}");
            await Assertions.Expect(page.Locator(".body")).ToContainTextAsync(Image);
            await Assertions.Expect(page.Locator(".references")).ToContainTextAsync("javascript:hacked=4");
            var outside = page.Locator(".references a.outside");
            Assert.Equal(["https://example.org/a", "https://example.org/b?x=1"], await outside.AllTextContentsAsync());
            Assert.All(await outside.AllAsync(), link => Assert.Equal("noopener noreferrer", link.GetAttributeAsync("rel").Result));
            await IsInertAsync(page);
        });
        await browser.TryAsync($"{server.Address}?concepts=city", async page =>
        {
            await Assertions.Expect(page.Locator(".detail h2")).ToHaveTextAsync($"城市{Script}");
            await Assertions.Expect(page.Locator(".detail")).ToContainTextAsync(Image);
            await IsInertAsync(page);
        });
        await browser.TryAsync($"{server.Address}?article={Uri.EscapeDataString(Script)}", async page =>
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(Script);
            await IsInertAsync(page);
        }, expected: "Failed to load resource");
    }

    /// <summary>Nothing ran, nothing became markup, and no link runs anything.</summary>
    private static async Task IsInertAsync(IPage page)
    {
        Assert.Equal("undefined", await page.EvaluateAsync<string>("typeof hacked"));
        await Assertions.Expect(page.Locator("body script, img, iframe")).ToHaveCountAsync(0);
        Assert.All(
            await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a')].map(a => a.protocol)"),
            protocol => Assert.Contains(protocol, (string[])["http:", "https:"]));
    }
}
