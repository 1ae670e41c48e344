using CitySearch;
using CitySearch.Hosting;
using CitySearch.Hosting.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the indexer worker to an application's services.</summary>
public static class CitySearchWorkerServices
{
    /// <summary>
    /// Adds <see cref="IndexerWorker"/> as a hosted service that keeps the index of <c>AddCitySearch</c> up to date while
    /// the host runs. Its options come from the section <see cref="WorkerOptions.Section"/> of the configuration, the engine's from
    /// <see cref="CitySearchOptions.Section"/>, where the application has one; both are checked when the host starts.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options, after the configuration.</param>
    public static IServiceCollection AddCitySearchWorker(this IServiceCollection services, Action<WorkerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddLogging();
        EngineConfiguration.AddTo(services);
        services.AddOptions<WorkerOptions>()
            .Configure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection(WorkerOptions.Section).Bind(options))
            .Configure(options => configure?.Invoke(options))
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WorkerOptions>, WorkerOptionsValidation>());
        services.TryAddSingleton<IndexerWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<IndexerWorker>());
        return services;
    }
}
