using CitySearch.Hosting.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace CitySearch.Hosting.Tests.Page;

/// <summary>The tests that drive the page in a browser: one browser for all of them, and a context of its own for each.</summary>
[CollectionDefinition(nameof(InBrowser))]
public sealed class InBrowser : ICollectionFixture<Browser>;

/// <summary>
/// A browser, and the search host over the sample corpus mounted under a path of another application, so that every test shows
/// that the page works there.
/// </summary>
public sealed class Browser(SampleIndex sample) : IAsyncLifetime
{
    private const string Mount = "/portal/search";

    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The address of the page.</summary>
    public string Address => _app!.Urls.First() + Mount + "/";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable("CITYSEARCH_CHROMIUM") ?? "/usr/bin/chromium";
        Assert.True(File.Exists(program), $"{program} is missing: apt-get install chromium fonts-noto-cjk, or name a Chromium in CITYSEARCH_CHROMIUM");

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddCitySearch(options => (options.CorpusPath, options.IndexPath) = (SampleIndex.Corpus, sample.Index));
        builder.Services.AddCitySearchHost();
        _app = builder.Build();
        _app.MapCitySearch(Mount);
        await _app.StartAsync();

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program });
        // A loaded machine is slow; what is waited for comes or does not.
        Assertions.SetDefaultExpectTimeout(60_000);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    /// <summary>Opens the page and tries something with it; nothing may have gone wrong in the page meanwhile.</summary>
    /// <param name="address">The address: relative to the page over the sample corpus, or absolute.</param>
    /// <param name="act">What to try.</param>
    /// <param name="width">The width of the window.</param>
    /// <param name="isDark">Whether the system's colours are dark.</param>
    /// <param name="locale">The browser's language.</param>
    /// <param name="expected">A part of the complaints that are expected: a browser complains of every answer that is an error.</param>
    /// <param name="prepare">What to do before the page is opened.</param>
    public async Task TryAsync(
        string address, Func<IPage, Task> act, int width = 1440, bool isDark = false, string locale = "zh-CN", string? expected = null, Func<IPage, Task>? prepare = null)
    {
        await using var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = width, Height = width < 500 ? 844 : 900 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = locale,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && (expected is null || !message.Text.Contains(expected, StringComparison.Ordinal)))
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            complaints.Add($"a dialog says {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        if (prepare is not null)
        {
            await prepare(page);
        }

        await page.GotoAsync(address);
        await act(page);
        Assert.Empty(complaints);
    }
}
