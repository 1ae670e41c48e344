using CitySearch.Formats;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CitySearch.Hosting;

/// <summary>Takes the options of the engine and of its readers from the application's configuration, where it has one.</summary>
internal sealed class EngineConfiguration(IServiceProvider services) : IConfigureOptions<CitySearchOptions>, IConfigureOptions<FormatsOptions>
{
    /// <summary>Has the options read from the configuration, and checked when the application starts. What code sets wins, whether it stands before or after this.</summary>
    public static void AddTo(IServiceCollection services)
    {
        if (services.Any(service => service.ImplementationType == typeof(EngineConfiguration)))
        {
            return;
        }

        // Options are set in the order of registration.
        services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<CitySearchOptions>, EngineConfiguration>());
        services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<FormatsOptions>, EngineConfiguration>());
        services.AddOptions<CitySearchOptions>().ValidateOnStart();
        services.AddOptions<FormatsOptions>().ValidateOnStart();
    }

    /// <inheritdoc/>
    public void Configure(CitySearchOptions options) => Section(CitySearchOptions.Section)?.Bind(options);

    /// <inheritdoc/>
    public void Configure(FormatsOptions options) => Section(FormatsOptions.Section)?.Bind(options);

    private IConfigurationSection? Section(string name) => services.GetService<IConfiguration>()?.GetSection(name);
}
