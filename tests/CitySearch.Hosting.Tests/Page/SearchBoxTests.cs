using Microsoft.Playwright;

namespace CitySearch.Hosting.Tests.Page;

[Collection(nameof(InBrowser))]
public class SearchBoxTests(Browser browser)
{
    [Fact]
    public Task Suggestions_are_chosen_with_the_keyboard() => browser.TryAsync("", async page =>
    {
        var box = page.Box();
        var options = page.GetByRole(AriaRole.Option);
        await box.PressSequentiallyAsync("zhihui");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(options.First).ToContainTextAsync("智慧");
        var first = await options.Nth(0).GetAttributeAsync("data-text");
        var second = await options.Nth(1).GetAttributeAsync("data-text");

        await box.PressAsync("ArrowDown");
        Assert.Equal((first, "suggestion-0"), (await box.InputValueAsync(), await box.GetAttributeAsync("aria-activedescendant")));
        await box.PressAsync("ArrowUp");
        Assert.Equal(("zhihui", null), (await box.InputValueAsync(), await box.GetAttributeAsync("aria-activedescendant")));
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Escape");
        Assert.Equal(("zhihui", "false"), (await box.InputValueAsync(), await box.GetAttributeAsync("aria-expanded")));

        await box.PressAsync("ArrowDown");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await box.PressAsync("ArrowDown");
        await box.PressAsync("ArrowDown");
        await Assertions.Expect(options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await box.PressAsync("Enter");
        await page.Settled();
        Assert.Equal([second], page.Values("q"));
        await Assertions.Expect(options).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_suggestion_is_taken_with_a_click() => browser.TryAsync("", async page =>
    {
        await page.Box().PressSequentiallyAsync("csdn");
        await page.GetByRole(AriaRole.Option, new() { Name = "城市大脑" }).First.ClickAsync();
        await page.Settled();

        Assert.Equal("城市大脑", Assert.Single(page.Values("q"))[..4]);
    });

    [Fact]
    public Task Enter_ends_a_composition_without_searching_and_searches_afterwards() => browser.TryAsync("", async page =>
    {
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.Box().FocusAsync();
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Input.imeSetComposition", new() { ["text"] = "cheng'shi", ["selectionStart"] = 9, ["selectionEnd"] = 9 });
        Assert.Equal("cheng'shi", await page.Box().InputValueAsync());
        await EnterAsync(229);
        await session.SendAsync("Input.insertText", new() { ["text"] = "城市" });
        // As Safari has it: the Enter that took the word comes after the end of the composition.
        await EnterAsync(229);
        Assert.Equal("城市", await page.Box().InputValueAsync());
        Assert.DoesNotContain(asked, url => url.Contains("api/search", StringComparison.Ordinal));
        Assert.Empty(page.Values("q"));

        await page.Box().PressAsync("Enter");
        await page.Settled();
        Assert.Equal(["城市"], page.Values("q"));

        async Task EnterAsync(int code)
        {
            await session.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyDown", ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = code, ["text"] = "\r" });
            await session.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = code });
        }
    });

    [Fact]
    public Task A_slash_leads_to_the_box_and_is_typed_there() => browser.TryAsync("", async page =>
    {
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Box()).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("/");
        Assert.Equal("/", await page.Box().InputValueAsync());
    });
}
