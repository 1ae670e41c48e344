using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace CitySearch.Hosting.Tests.Page;

/// <summary>What the tests of the page ask of it again and again.</summary>
internal static class PageExtensions
{
    /// <summary>The search box.</summary>
    public static ILocator Box(this IPage page) => page.GetByRole(AriaRole.Combobox);

    /// <summary>The cards of the results; those that only keep their place while the answer is awaited are none.</summary>
    public static ILocator Cards(this IPage page) => page.Locator(".card:not(.ghost)");

    /// <summary>Types a query and searches for it.</summary>
    public static async Task SearchAsync(this IPage page, string query)
    {
        await page.Box().FillAsync(query);
        await page.Box().PressAsync("Enter");
        await page.Settled();
    }

    /// <summary>Waits until the results of the address are shown.</summary>
    public static Task Settled(this IPage page) => Assertions.Expect(page.Locator(".search")).ToHaveAttributeAsync("aria-busy", "false");

    /// <summary>The values of a name in the page's address.</summary>
    public static string[] Values(this IPage page, string name) =>
        System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query).GetValues(name) ?? [];

    /// <summary>What the API answers.</summary>
    public static async Task<JsonNode> AskAsync(this IPage page, string address) => JsonNode.Parse(await (await page.APIRequest.GetAsync(address)).TextAsync())!;

    /// <summary>The texts that a snippet's highlights name.</summary>
    public static IEnumerable<string> Marked(this JsonNode snippet) =>
        snippet["highlights"]!.AsArray().Select(h => snippet["text"]!.GetValue<string>().Substring(h!["start"]!.GetValue<int>(), h["length"]!.GetValue<int>()));

    /// <summary>Whether an element stands in the window, below the header.</summary>
    public static Task<bool> IsInViewAsync(this ILocator element) =>
        element.EvaluateAsync<bool>("e => { const box = e.getBoundingClientRect(); return box.top >= 60 && box.bottom <= innerHeight; }");
}
