using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CitySearch.Hosting.Tests.Page;

[Collection(nameof(InBrowser))]
public class AppearanceTests(Browser browser)
{
    [Theory]
    [InlineData("", ".start")]
    [InlineData("?q=城市&filter=folder:articles&sort=date", ".card:not(.ghost)")]
    [InlineData("?q=陈卫强", ".card.reference")]
    [InlineData("?q=\"甲乙丙丁戊己庚辛\"", ".notice")]
    [InlineData("?article=articles/hangzhou.md&q=城市大脑&line=33", ".body mark")]
    [InlineData("?concepts=city-brain", ".detail h2")]
    public Task Every_view_is_accessible_in_light_and_dark_and_fits_from_phone_to_desk(string address, string awaited) => browser.TryAsync(address, async page =>
    {
        await Assertions.Expect(page.Locator(awaited).First).ToBeVisibleAsync();
        var contrast = new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };
        foreach (var (width, colours, options) in ((int, ColorScheme, AxeRunOptions?)[])[(1440, ColorScheme.Light, null), (1440, ColorScheme.Dark, contrast), (390, ColorScheme.Dark, null)])
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.body.getBoundingClientRect().width"));
            var result = await page.RunAxe(options);
            Assert.Empty(result.Violations.SelectMany(v => v.Nodes, (v, node) => $"{v.Id} at {width} {colours}: {node.Html}"));
        }
    });

    [Fact]
    public Task A_reference_is_accessible() => browser.TryAsync("?q=陈卫强", async page =>
    {
        await page.Locator(".card.reference h2 a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".citations")).ToBeVisibleAsync();
        foreach (var colours in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            Assert.Empty((await page.RunAxe()).Violations.SelectMany(v => v.Nodes, (v, node) => $"{v.Id} {colours}: {node.Html}"));
        }
    });

    [Fact]
    public Task Suggestions_are_accessible() => browser.TryAsync("", async page =>
    {
        await page.Box().PressSequentiallyAsync("zhihui");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.Box().PressAsync("ArrowDown");
        Assert.Empty((await page.RunAxe()).Violations.SelectMany(v => v.Nodes, (v, node) => $"{v.Id}: {node.Html}"));
    });

    [Fact]
    public Task The_language_follows_the_browser_until_it_is_switched_and_is_remembered() => browser.TryAsync("?q=city brain", async page =>
    {
        await page.Settled();
        await Assertions.Expect(page.Locator(".status")).ToContainTextAsync("results");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.GetByRole(AriaRole.Button, new() { Name = "切换到中文" }).ClickAsync();
        await Assertions.Expect(page.Locator(".status")).ToContainTextAsync("条结果");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Switch to English" })).ToBeFocusedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".status")).ToContainTextAsync("条结果");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
    }, locale: "en-GB");

    [Fact]
    public Task The_theme_follows_the_system_until_it_is_switched_and_is_remembered() => browser.TryAsync("", async page =>
    {
        var dark = await GroundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "配色：跟随系统" }).ClickAsync();
        var light = await GroundAsync();
        Assert.NotEqual(dark, light);
        await page.ReloadAsync();
        Assert.Equal(light, await GroundAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "配色：浅色" }).ClickAsync();
        Assert.Equal(dark, await GroundAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "配色：深色" }).ClickAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Assert.Equal(light, await GroundAsync());

        Task<string> GroundAsync() => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
    }, isDark: true);

    [Fact]
    public Task On_a_phone_the_filters_are_folded_away_and_work() => browser.TryAsync("?q=城市", async page =>
    {
        await page.Settled();
        var tag = page.GetByRole(AriaRole.Group, new() { Name = "标签" }).GetByRole(AriaRole.Checkbox).First;
        await Assertions.Expect(tag).ToBeHiddenAsync();
        await page.Locator(".filters summary").ClickAsync();
        await tag.CheckAsync();
        await page.Settled();
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".filters summary")).ToHaveTextAsync("筛选 (1)");
    }, width: 390);

    [Fact]
    public Task Nothing_that_is_seen_jumps_when_another_search_is_answered() => browser.TryAsync("?q=城市", async page =>
    {
        await page.Settled();
        var tops = await TopsAsync();
        await page.SearchAsync("数字政府");
        await page.SearchAsync("智慧社区");
        Assert.Equal(tops, await TopsAsync());

        Task<double[]> TopsAsync() => page.EvaluateAsync<double[]>("['.headline', '.hits', '.years', '.groups'].map(s => document.querySelector(s).getBoundingClientRect().top)");
    });
}
