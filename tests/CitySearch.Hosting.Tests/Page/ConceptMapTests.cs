using Microsoft.Playwright;

namespace CitySearch.Hosting.Tests.Page;

[Collection(nameof(InBrowser))]
public class ConceptMapTests(Browser browser)
{
    [Fact]
    public Task A_concept_is_found_in_the_list_shown_with_its_neighbours_and_searched_for() => browser.TryAsync("?concepts=", async page =>
    {
        var total = (await page.AskAsync("api/concepts"))["total"]!.GetValue<int>();
        var list = page.Locator(".choose .list a");
        await Assertions.Expect(list).ToHaveCountAsync(total);
        await page.GetByLabel("筛选概念").FillAsync("city brain");
        await list.Filter(new() { HasText = "城市大脑" }).First.ClickAsync();

        var detail = page.Locator(".detail");
        await Assertions.Expect(detail.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("城市大脑");
        Assert.Equal(["city-brain"], page.Values("concepts"));
        var concept = (await page.AskAsync("api/concepts?q=城市大脑"))["concepts"]![0]!;
        foreach (var relation in (string[])["broader", "narrower", "related"])
        {
            foreach (var link in concept[relation]!.AsArray())
            {
                await Assertions.Expect(detail).ToContainTextAsync(link!["label"]!["zh"]!.GetValue<string>());
            }
        }

        await detail.GetByRole(AriaRole.Link, new() { Name = "检索“城市大脑”" }).ClickAsync();
        await page.Settled();
        Assert.Equal(["城市大脑"], page.Values("q"));
        await page.GoBackAsync();
        await Assertions.Expect(detail.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("城市大脑");
    });

    [Fact]
    public Task The_map_is_the_same_every_time_and_its_dots_open_concepts() => browser.TryAsync("?concepts=", async page =>
    {
        const string Places = "() => [...document.querySelectorAll('.dot')].map(dot => dot.getAttribute('cx') + ' ' + dot.getAttribute('cy'))";
        await Assertions.Expect(page.Locator(".dot").First).ToHaveAttributeAsync("cx", new System.Text.RegularExpressions.Regex("."));
        var places = await page.EvaluateAsync<string[]>(Places);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".dot").First).ToHaveAttributeAsync("cx", new System.Text.RegularExpressions.Regex("."));
        Assert.Equal(places, await page.EvaluateAsync<string[]>(Places));
        Assert.Equal(places.Length, places.Distinct().Count());

        var shown = await page.Locator(".map .name:not(.unshown)").CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "放大" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "放大" }).ClickAsync();
        await Assertions.Expect(page.Locator(".map .name:not(.unshown)")).Not.ToHaveCountAsync(shown);
        await page.GetByRole(AriaRole.Button, new() { Name = "显示全部" }).ClickAsync();
        await Assertions.Expect(page.Locator(".map .name:not(.unshown)")).ToHaveCountAsync(shown);
        await page.Locator(".map .name", new() { HasText = "数字政府" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".detail h2")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".dot.chosen")).ToHaveCountAsync(1);
    });
}
