using Microsoft.Playwright;

namespace CitySearch.Hosting.Tests.Page;

[Collection(nameof(InBrowser))]
public class ArticleTests(Browser browser)
{
    [Fact]
    public Task An_article_opens_at_the_passage_with_every_match_marked_and_back_leads_to_the_same_place() => browser.TryAsync("?q=城市大脑", async page =>
    {
        await page.Settled();
        var card = page.Cards().Nth(1);
        var id = (await page.AskAsync("api/search?q=城市大脑"))["hits"]![1]!["id"]!.GetValue<string>();
        var snippet = (await card.Locator(".passage").First.TextContentAsync())!;
        await card.ScrollIntoViewIfNeededAsync();
        await page.EvaluateAsync("() => scrollBy(0, 120)");
        var scroll = await page.EvaluateAsync<int>("scrollY");
        await card.Locator(".where a").First.ClickAsync();

        var arrived = page.Locator(".arrived");
        await Assertions.Expect(arrived).ToHaveCountAsync(1);
        Assert.Contains((await arrived.TextContentAsync())!, snippet);
        Assert.True(await arrived.IsInViewAsync());
        await Assertions.Expect(arrived).ToBeFocusedAsync();
        Assert.Equal([id], page.Values("article"));
        var article = await page.AskAsync($"api/articles/{id}?q=城市大脑");
        Assert.Equal(
            article["sections"]!.AsArray().SelectMany(s => s!.Marked()),
            await page.Locator(".body :is(p, td, th) mark").AllTextContentsAsync());
        await page.GoBackAsync();
        await page.Settled();
        Assert.Equal(scroll, await page.EvaluateAsync<int>("scrollY"));
    });

    [Fact]
    public Task An_address_with_a_line_is_enough_to_open_the_passage() => browser.TryAsync("?article=articles/hangzhou.md&line=33", async page =>
    {
        await Assertions.Expect(page.Locator(".arrived")).ToContainTextAsync("《杭州城市大脑赋能城市治理促进条例》施行");
        Assert.True(await page.Locator(".arrived").IsInViewAsync());
        await Assertions.Expect(page.Locator("mark")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "云栖大会发布" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Citations_and_the_reference_list_lead_to_each_other() => browser.TryAsync("?article=articles/hangzhou.md", async page =>
    {
        await page.Locator("#cite-1-1").ClickAsync();
        var entry = page.Locator("#ref-1");
        await Assertions.Expect(entry).ToBeFocusedAsync();
        Assert.True(await entry.IsInViewAsync());
        await Assertions.Expect(entry).ToContainTextAsync("陈卫强");

        await entry.GetByRole(AriaRole.Link, new() { Name = "回到正文引用处" }).ClickAsync();
        await Assertions.Expect(page.Locator("#cite-1-1")).ToBeFocusedAsync();
        Assert.True(await page.Locator("#cite-1-1").IsInViewAsync());
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#ref-1$"));
        await page.ReloadAsync();
        await Assertions.Expect(entry).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_reference_leads_to_the_passages_that_cite_it_and_back() => browser.TryAsync("?q=陈卫强", async page =>
    {
        await page.Locator(".card.reference h2 a").First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        var work = await page.AskAsync("api/references/" + page.Values("reference").Single());
        foreach (var citation in work["citations"]!.AsArray())
        {
            await Assertions.Expect(page.Locator(".citations")).ToContainTextAsync(citation!["title"]!.GetValue<string>());
        }

        var cited = work["citations"]!.AsArray().First(c => c!["places"]!.AsArray().Count > 0)!;
        var label = cited["label"]!.GetValue<string>();
        await page.Locator(".places a").First.ClickAsync();
        var arrived = page.Locator(".cite.arrived");
        await Assertions.Expect(arrived).ToHaveTextAsync($"[{label}]");
        Assert.True(await arrived.IsInViewAsync());
        Assert.Equal([cited["id"]!.GetValue<string>()], page.Values("article"));

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".citations")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "返回检索结果" }).ClickAsync();
        await page.Settled();
        Assert.Equal(["陈卫强"], page.Values("q"));
    });

    [Fact]
    public Task Citations_in_brackets_of_any_form_lead_to_their_entries() => browser.TryAsync("?article=articles/smart-city.md", async page =>
    {
        var cite = page.Locator("#cite-9-1");
        await Assertions.Expect(cite).ToHaveTextAsync("【9】");
        await cite.ClickAsync();
        await Assertions.Expect(page.Locator("#ref-9")).ToBeFocusedAsync();
    });

    [Fact]
    public Task What_is_related_stands_below_and_leads_on() => browser.TryAsync("?article=articles/hangzhou.md", async page =>
    {
        var related = page.Locator(".related a");
        await Assertions.Expect(related).ToHaveCountAsync(5);
        var titles = (await page.AskAsync("api/related/articles/hangzhou.md?top=5"))["hits"]!.AsArray().Select(hit => hit!["title"]!.GetValue<string>()).ToList();
        Assert.Equal(titles, await related.AllTextContentsAsync());
        await related.First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(titles[0]);
        Assert.Equal(0, await page.EvaluateAsync<int>("scrollY"));
    });

    [Fact]
    public Task Buttons_go_from_match_to_match() => browser.TryAsync("?article=articles/hangzhou.md&q=健康码", async page =>
    {
        var says = page.Locator(".finder span");
        await Assertions.Expect(says).ToHaveTextAsync("1 处匹配");
        await page.GetByRole(AriaRole.Button, new() { Name = "下一处匹配" }).ClickAsync();
        await Assertions.Expect(says).ToHaveTextAsync("第 1 处，共 1 处匹配");
        await Assertions.Expect(page.Locator("mark.current")).ToHaveTextAsync("健康码");
        Assert.True(await page.Locator("mark.current").IsInViewAsync());
    });
}
