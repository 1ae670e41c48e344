using System.Globalization;
using Microsoft.Playwright;

namespace CitySearch.Hosting.Tests.Page;

[Collection(nameof(InBrowser))]
public class ResultsTests(Browser browser)
{
    [Fact]
    public Task Cards_show_what_the_api_answers() => browser.TryAsync("", async page =>
    {
        await page.SearchAsync("城市大脑");
        var answer = await page.AskAsync("api/search?q=城市大脑");
        var hits = answer["hits"]!.AsArray();

        await Assertions.Expect(page.Cards()).ToHaveCountAsync(hits.Count);
        await Assertions.Expect(page.Locator(".status")).ToContainTextAsync($"共 {answer["total"]} 条结果");
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i]!;
            var card = page.Cards().Nth(i);
            await Assertions.Expect(card.Locator("h2")).ToContainTextAsync(hit["title"]!.GetValue<string>());
            var snippets = hit["kind"]!.GetValue<string>() == "article" ? hit["sections"]!.AsArray().SelectMany(s => s!["snippets"]!.AsArray()) : hit["snippets"]!.AsArray();
            Assert.Equal(snippets.Select(s => s!["text"]!.GetValue<string>()), await card.Locator(".passage").AllTextContentsAsync());
            Assert.Equal(snippets.SelectMany(s => s!.Marked()), await card.Locator(".passage mark").AllTextContentsAsync());
            foreach (var section in hit["sections"]?.AsArray() ?? [])
            {
                await Assertions.Expect(card).ToContainTextAsync($"{hit["path"]}:{section!["line"]}");
            }

            foreach (var citing in hit["citedBy"]?.AsArray() ?? [])
            {
                await Assertions.Expect(card).ToContainTextAsync(citing!["title"]!.GetValue<string>());
            }
        }
    });

    [Fact]
    public Task Facets_filter_by_several_values_and_chips_take_them_back() => browser.TryAsync("?q=城市", async page =>
    {
        await page.Settled();
        var tags = page.GetByRole(AriaRole.Group, new() { Name = "标签" }).GetByRole(AriaRole.Checkbox);
        var before = await page.Locator(".status b").TextContentAsync();
        var first = await tags.Nth(0).GetAttributeAsync("data-key");
        await tags.Nth(0).CheckAsync();
        await page.Settled();
        Assert.Equal([first], page.Values("filter"));
        await Assertions.Expect(page.Locator($"[data-key='{first}']")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".status b")).Not.ToHaveTextAsync(before!);
        // The facet still counts what its other values would give, so a second one can be added.
        await Assertions.Expect(tags.Nth(1)).ToBeVisibleAsync();
        var some = await page.Locator(".status b").TextContentAsync();
        await page.Locator("label:has(input[data-key^='tag:']:not(:checked))").First.ClickAsync();
        await page.Settled();
        Assert.Equal(2, page.Values("filter").Count(f => f.StartsWith("tag:", StringComparison.Ordinal)));
        await Assertions.Expect(page.Locator(".status b")).Not.ToHaveTextAsync(some!);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        await page.Settled();
        var other = page.GetByRole(AriaRole.Group, new() { Name = "作者" }).GetByRole(AriaRole.Checkbox).First;
        var second = await other.GetAttributeAsync("data-key");
        await other.CheckAsync();
        await page.Settled();
        Assert.Equal([first, second], page.Values("filter"));
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(2);

        await page.Locator(".chip").First.ClickAsync();
        await page.Settled();
        Assert.Equal([second], page.Values("filter"));
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Link, new() { Name = "清除全部" }).ClickAsync();
        await page.Settled();
        await Assertions.Expect(page.Locator(".status b")).ToHaveTextAsync(before!);
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_range_of_years_is_dragged_on_the_chart() => browser.TryAsync("?q=城市", async page =>
    {
        await page.Settled();
        var (from, to) = await BarAsync(page, 2019, 2021);
        await page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y - 3);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y - 3, new() { Steps = 4 });
        await Assertions.Expect(page.Locator(".says")).ToContainTextAsync("2019–2021");
        var asked = page.WaitForRequestAsync(request => request.Url.Contains("api/search", StringComparison.Ordinal));
        await page.Mouse.UpAsync();

        Assert.Contains("filter=year%3A2019..2021", (await asked).Url);
        await page.Settled();
        Assert.Equal(["year:2019..2021"], page.Values("filter"));
        await Assertions.Expect(page.Locator(".chip")).ToContainTextAsync("2019–2021");
        var hits = (await page.AskAsync("api/search?q=城市&filter=year:2019..2021"))["hits"]!.AsArray();
        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.InRange(int.Parse(hit!["date"]!.GetValue<string>()[..4], CultureInfo.InvariantCulture), 2019, 2021));
        Assert.Equal(hits.Select(hit => hit!["title"]!.GetValue<string>()), await page.Locator(".card h2 a").AllTextContentsAsync());
        await page.Locator(".chip").ClickAsync();
        await page.Settled();
        Assert.Empty(page.Values("filter"));
    });

    [Fact]
    public Task A_range_of_years_is_set_with_the_arrow_keys() => browser.TryAsync("?q=城市", async page =>
    {
        await page.Settled();
        var first = page.GetByRole(AriaRole.Slider, new() { Name = "起始年份" });
        var least = int.Parse((await first.GetAttributeAsync("aria-valuemin"))!, CultureInfo.InvariantCulture);
        var most = int.Parse((await page.GetByRole(AriaRole.Slider, new() { Name = "截止年份" }).GetAttributeAsync("aria-valuemax"))!, CultureInfo.InvariantCulture);
        await first.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(first).ToHaveAttributeAsync("aria-valuenow", $"{least + 2}");
        await page.Keyboard.PressAsync("Enter");
        await page.Settled();

        Assert.Equal([$"year:{least + 2}..{most}"], page.Values("filter"));
        await Assertions.Expect(first).ToBeFocusedAsync();
    });

    [Fact]
    public Task Kinds_orders_and_pages_stand_in_the_address() => browser.TryAsync("?q=城市", async page =>
    {
        await page.Settled();
        await page.GetByRole(AriaRole.Link, new() { Name = "下一页" }).ClickAsync();
        await Assertions.Expect(page.Locator(".hits")).ToHaveAttributeAsync("start", "11");
        Assert.Equal(["2"], page.Values("page"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "检索结果" })).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Navigation, new() { Name = "结果类型" }).GetByRole(AriaRole.Link, new() { Name = "参考文献" }).ClickAsync();
        await page.Settled();
        Assert.Equal(["reference"], page.Values("kind"));
        Assert.Empty(page.Values("page"));
        await Assertions.Expect(page.Locator(".card.reference").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".card.article")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Navigation, new() { Name = "排序" }).GetByRole(AriaRole.Link, new() { Name = "日期" }).ClickAsync();
        await page.Settled();
        Assert.Equal(["date"], page.Values("sort"));
        var dates = (await page.AskAsync("api/search?q=城市&kind=reference&sort=date"))["hits"]!.AsArray().Select(h => h!["title"]!.GetValue<string>());
        Assert.Equal(dates, await page.Locator(".card h2 a").AllTextContentsAsync());
    });

    [Fact]
    public Task An_older_answer_never_overwrites_a_newer_one() => browser.TryAsync("?q=杭州", async page =>
    {
        await page.Settled();
        var gate = new TaskCompletionSource();
        var left = new TaskCompletionSource();
        await page.RouteAsync(url => url.Contains("api/search", StringComparison.Ordinal) && Uri.UnescapeDataString(url).Contains("q=深圳", StringComparison.Ordinal), async route =>
        {
            await gate.Task;
            try
            {
                await route.ContinueAsync();
            }
            catch (PlaywrightException)
            {
                // The page has given the request up.
            }

            left.SetResult();
        });
        await page.Box().FillAsync("深圳");
        await page.Box().PressAsync("Enter");
        await page.SearchAsync("上海");
        var shown = await page.Cards().First.TextContentAsync();
        gate.SetResult();
        await left.Task;
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 300))");

        Assert.Equal(["上海"], page.Values("q"));
        Assert.Equal("上海", await page.Box().InputValueAsync());
        Assert.Equal(shown, await page.Cards().First.TextContentAsync());
    });

    [Fact]
    public Task Where_nothing_is_found_there_is_a_way_on() => browser.TryAsync("?q=\"甲乙丙丁戊己庚辛\"&filter=tag:智慧城市", async page =>
    {
        await Assertions.Expect(page.GetByText("没有找到", new() { Exact = false })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "去掉筛选条件" }).ClickAsync();
        await page.Settled();
        Assert.Empty(page.Values("filter"));
    });

    [Fact]
    public Task How_the_query_was_understood_is_said_in_words() => browser.TryAsync("?q=x", async page =>
    {
        await Assertions.Expect(page.Locator(".understood")).ToHaveTextAsync("查询理解为：标题 = 原文“智慧城市” 且 不含 （广告 或 以“招”开头） 且 年份 = 2016–2019");
        await page.GetByRole(AriaRole.Link, new() { Name = "城市大脑", Exact = true }).ClickAsync();
        Assert.Equal(["城市大脑"], page.Values("q"));
    }, prepare: page => page.RouteAsync("**/api/search?*", route => route.FulfillAsync(new()
    {
        ContentType = "application/json",
        Body = """
            {"query":"x","total":0,"tookMs":1,"page":1,"top":10,"suggestion":"城市大脑","generation":1,"hits":[],"later":{"unknown":true},
             "understood":{"text":"…","tree":{"type":"all","children":[
               {"type":"field","field":"title","value":{"type":"phrase","text":"智慧城市","slop":0}},
               {"type":"not","child":{"type":"any","children":[{"type":"text","text":"广告"},{"type":"prefix","text":"招"}]}},
               {"type":"field","field":"year","value":{"type":"range","from":"2016","to":"2019"}}]}}}
            """,
    })));

    private static async Task<(LocatorBoundingBoxResult From, LocatorBoundingBoxResult To)> BarAsync(IPage page, int from, int to) =>
        ((await page.Locator($".bar[data-year='{from}']").BoundingBoxAsync())!, (await page.Locator($".bar[data-year='{to}']").BoundingBoxAsync())!);
}
