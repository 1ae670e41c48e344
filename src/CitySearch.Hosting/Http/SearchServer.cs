using CitySearch.Concepts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CitySearch.Hosting.Http;

/// <summary>The search host as a server of its own: what <c>citysearch serve</c> runs.</summary>
public static class SearchServer
{
    // Of a query of the longest length, nine bytes a character as it stands in an address, and filters beside it.
    private const int LongestRequestLine = 40 << 10;
    private const int LongestHeaders = 64 << 10;
    private const int LongestBody = 256 << 10;
    private const int RequestsPerMinuteOfStrangers = 600;

    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeepAliveTimeout = TimeSpan.FromSeconds(60);
    private static readonly MinDataRate LeastRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    /// <summary>Makes the server; it listens once it is started.</summary>
    /// <exception cref="ServerRefusedException">The settings would open the index to strangers, or cannot be used.</exception>
    public static WebApplication Create(SearchServerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = Path.GetFullPath(settings.Folder), ApplicationName = "CitySearch" });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Warning);
        // Standard output is for results; a server has none.
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(settings.Engine);
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.AddCitySearchHost();
        builder.Services.AddHostedService<WarmUp>();
        if (settings.KeepsIndex)
        {
            builder.Services.AddCitySearchWorker();
        }

        AddExporters(builder);
        settings.Configure?.Invoke(builder);

        var addresses = ListenAddresses.All(settings.Urls, builder.Configuration);
        var isLocal = IsLocal(addresses);
        var isPublic = settings.Public || builder.Configuration.GetValue<bool>($"{CitySearchHostOptions.Section}:{nameof(CitySearchHostOptions.Public)}");
        if (!isLocal && !isPublic && !builder.Configuration.GetSection($"{CitySearchHostOptions.Section}:{nameof(CitySearchHostOptions.ApiKeys)}").GetChildren().Any())
        {
            var where = string.Join(", ", addresses.Where(address => !ListenAddresses.IsLocal(address)));
            throw new ServerRefusedException(
                $"{where} can be reached from other machines and no API key is set: make one with citysearch serve --new-key NAME, or let everybody ask with --public",
                $"{where} 可从其他机器访问，但未设置 API 密钥：请用 citysearch serve --new-key NAME 生成密钥，或用 --public 向所有人开放");
        }

        builder.Services.PostConfigure<CitySearchHostOptions>(options =>
        {
            options.Public |= settings.Public;
            options.RequireApiKey |= !isLocal && !isPublic;
            if (!isLocal && builder.Configuration[$"{CitySearchHostOptions.Section}:{nameof(CitySearchHostOptions.RequestsPerMinute)}"] is null)
            {
                options.RequestsPerMinute = RequestsPerMinuteOfStrangers;
            }
        });
        if (isLocal)
        {
            // A page whose name is made to point at this machine must not reach it: the name it asks under gives it away.
            builder.Services.Configure<HostFilteringOptions>(options =>
            {
                options.AllowedHosts = Hosts(builder.Configuration["AllowedHosts"]);
                options.IncludeFailureMessage = false;
            });
        }

        builder.WebHost.UseUrls([.. settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddSingleton(provider => new ConnectionLimit(provider.GetRequiredService<IOptions<CitySearchHostOptions>>().Value.MaxConnectionsPerAddress));
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<CitySearchHostOptions>, ConnectionLimit>((kestrel, host, limit) => Configure(kestrel, host.Value, limit));
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<CitySearchHostOptions>>((host, options) => host.ShutdownTimeout = options.Value.ShutdownTimeout);

        var app = builder.Build();
        if (isLocal)
        {
            app.UseHostFiltering();
        }

        app.MapCitySearch();
        var nowhere = CitySearchEndpoints.Guarded(app, app.Services.GetRequiredService<HostPipeline>(), isOpen: true);
        nowhere.MapFallback("{**path}", CitySearchEndpoints.NowhereAsync);
        return app;
    }

    private static void Configure(KestrelServerOptions kestrel, CitySearchHostOptions host, ConnectionLimit connections)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        kestrel.Limits.MaxRequestBodySize = LongestBody;
        kestrel.Limits.MaxConcurrentConnections = host.MaxConnections;
        kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = KeepAliveTimeout;
        kestrel.Limits.MinRequestBodyDataRate = LeastRate;
        kestrel.Limits.MinResponseDataRate = LeastRate;
        kestrel.ConfigureEndpointDefaults(listen => listen.Use(next => connection => connections.ServeAsync(connection, next)));
    }

    private static bool IsLocal(IReadOnlyList<string> addresses)
    {
        try
        {
            return addresses.Count > 0
                ? addresses.All(ListenAddresses.IsLocal)
                : throw new ServerRefusedException("--urls is empty; name an address, for example http://127.0.0.1:5080", "--urls 为空，请给出地址，例如 http://127.0.0.1:5080");
        }
        catch (FormatException)
        {
            var all = string.Join(";", addresses);
            throw new ServerRefusedException($"--urls {all}: write addresses such as http://127.0.0.1:5080", $"--urls {all}：请写成 http://127.0.0.1:5080 这样的地址");
        }
    }

    private static string[] Hosts(string? configured) =>
        string.IsNullOrEmpty(configured) ? ["localhost", "127.0.0.1", "[::1]"] : configured.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void AddExporters(WebApplicationBuilder builder)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            builder.Services.AddOpenTelemetry()
                .WithMetrics(metrics => metrics.AddOtlpExporter())
                .WithTracing(tracing => tracing.AddSource("Microsoft.AspNetCore", "CitySearch.*").AddOtlpExporter());
        }
    }
}
