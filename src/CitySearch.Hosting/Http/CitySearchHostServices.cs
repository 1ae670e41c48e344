using CitySearch;
using CitySearch.Concepts;
using CitySearch.Hosting;
using CitySearch.Hosting.Http;
using CitySearch.Hosting.Mcp;
using CitySearch.Searching;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the search host to an application's services.</summary>
public static class CitySearchHostServices
{
    /// <summary>
    /// Adds the engine, its readers, and what <c>MapCitySearch</c> needs. The section <c>CitySearch</c> of the application's
    /// configuration is read first, then code has its say; values that cannot be used stop the
    /// application at its start with a message that names the key.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the host's options.</param>
    public static IServiceCollection AddCitySearchHost(this IServiceCollection services, Action<CitySearchHostOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        EngineConfiguration.AddTo(services);
        services.AddCitySearch().AddCitySearchFormats();
        services.AddOptions<CitySearchHostOptions>()
            .BindConfiguration(CitySearchHostOptions.Section)
            .Configure(options => configure?.Invoke(options))
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CitySearchHostOptions>, HostOptionsValidation>());

        services.AddRateLimiter(_ => { });
        services.TryAddSingleton<HostPipeline>();
        services.TryAddSingleton<KeyGuard>();
        services.TryAddSingleton<SearchGate>();
        services.TryAddSingleton<KeptAnswers>();
        services.TryAddSingleton<Answers>();
        services.TryAddSingleton(provider => new AnswerTag(
            provider.GetRequiredService<IGenerationSource>(), provider.GetRequiredService<ThesaurusFile>(), provider.GetRequiredService<CitySearchOptions>(), provider.GetService<TimeProvider>()));
        ApiDocument.Add(services);
        services.AddCitySearchMcp().WithHttpTransport();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter("CitySearch.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime")
            .AddPrometheusExporter());
        return services;
    }
}
