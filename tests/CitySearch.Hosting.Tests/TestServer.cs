using System.Net;
using CitySearch.Hosting.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CitySearch.Hosting.Tests;

/// <summary>The search host in this process, on a port of its own, asked through real connections.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.First());
        // Nothing is done behind a test's back: no redirects followed, nothing unpacked, no proxy of the environment.
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseProxy = false }) { BaseAddress = Address };
    }

    /// <summary>Where the host listens.</summary>
    public Uri Address { get; }

    /// <summary>Asks the host.</summary>
    public HttpClient Client { get; }

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a host that reads an index and does not write it.</summary>
    /// <param name="options">Where corpus and index are.</param>
    /// <param name="settings">Keys and values of the section <c>CitySearch</c>.</param>
    /// <param name="folder">The folder of <c>appsettings.json</c>; without one there is none.</param>
    /// <param name="register">Adds services.</param>
    public static async Task<TestServer> StartAsync(
        CitySearchOptions options, IEnumerable<(string Key, string Value)>? settings = null, string? folder = null, Action<IServiceCollection>? register = null)
    {
        var app = SearchServer.Create(new SearchServerSettings(options)
        {
            Urls = "http://127.0.0.1:0",
            KeepsIndex = false,
            Folder = folder ?? AppContext.BaseDirectory,
            Configure = builder =>
            {
                builder.Logging.ClearProviders();
                builder.Configuration.AddInMemoryCollection((settings ?? []).Select(s => KeyValuePair.Create($"CitySearch:{s.Key}", (string?)s.Value)));
                register?.Invoke(builder.Services);
            },
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestServer(app);
    }

    /// <summary>Asks for an address with headers.</summary>
    public Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, address, headers);

    /// <summary>Sends a request.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks for an address and gives the text of the answer.</summary>
    public Task<string> TextAsync(string address) => Client.GetStringAsync(address, TestContext.Current.CancellationToken);

    /// <summary>Ends the host as the command does: running requests are finished.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
