using Microsoft.AspNetCore.Builder;

namespace CitySearch.Hosting.Http;

/// <summary>How a search server of its own is started.</summary>
/// <param name="Engine">Where corpus and index are.</param>
public sealed record SearchServerSettings(CitySearchOptions Engine)
{
    /// <summary>Where the server listens when nothing else is said: this machine alone.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>The addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; init; } = DefaultUrls;

    /// <summary>Whether everybody may ask, also from other machines and without a key.</summary>
    public bool Public { get; init; }

    /// <summary>Whether the server keeps the index up to date itself; otherwise it reads what another process commits.</summary>
    public bool KeepsIndex { get; init; } = true;

    /// <summary>The folder of <c>appsettings.json</c>.</summary>
    public string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>Changes the application before it is built; for hosts that need more, and for tests.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }
}
