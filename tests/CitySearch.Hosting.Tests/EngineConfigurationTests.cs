using CitySearch.Formats;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CitySearch.Hosting.Tests;

public sealed class EngineConfigurationTests
{
    private static readonly Dictionary<string, Action<IServiceCollection>> Hosts = new()
    {
        ["host"] = services => services.AddCitySearchHost(),
        ["worker"] = services => services.AddCitySearch().AddCitySearchFormats().AddCitySearchWorker(),
        ["both"] = services => services.AddCitySearchHost().AddCitySearchWorker(),
    };

    public static TheoryData<string> HostNames => [.. Hosts.Keys];

    [Theory, MemberData(nameof(HostNames))]
    public void Every_option_of_the_engine_comes_from_the_configuration_and_code_wins_wherever_it_stands(string host)
    {
        using var services = Services(
            services =>
            {
                services.AddCitySearch(options => options.Freshness = 0.3);
                Hosts[host](services);
                services.AddCitySearch(options => options.IndexPath = "by-code");
            },
            ("CorpusPath", "materials"), ("IndexPath", "elsewhere"), ("Include:0", "*.md"), ("Include:1", "policies/"), ("Exclude:0", "drafts/"), ("MaxFileBytes", "1000"), ("Analyzer", "words"),
            ("ConceptsPath", "words.yaml"), ("Freshness", "0.2"), ("FreshnessHalfLifeYears", "1.5"), ("PostingsCacheBytes", "5"), ("Formats:MaxPages", "7"));

        var options = services.GetRequiredService<CitySearchOptions>();

        Assert.Equal(
            ("materials", "by-code", "*.md policies/", "drafts/", 1000, "words", "words.yaml", 0.3, 1.5, 5),
            (options.CorpusPath, options.IndexPath, string.Join(' ', options.Include), string.Join(' ', options.Exclude), options.MaxFileBytes, options.Analyzer, options.ConceptsPath, options.Freshness,
                options.FreshnessHalfLifeYears, options.PostingsCacheBytes));
        Assert.Equal(7, services.GetRequiredService<FormatsOptions>().MaxPages);
    }

    [Theory]
    [InlineData("CorpusPath", "", "CitySearch:CorpusPath is empty; name the folder of the materials")]
    [InlineData("Freshness", "2", "CitySearch:Freshness is 2; it must be from 0 to 1")]
    [InlineData("Formats:MaxNesting", "-3", "CitySearch:Formats:MaxNesting is -3; it must be above 0")]
    [InlineData("MaxFileBytes", "many", "CitySearch:MaxFileBytes")]
    public void A_value_that_cannot_be_used_stops_the_start_of_every_host_and_is_named(string key, string value, string message) => Assert.All(Hosts.Values, host =>
    {
        using var services = Services(host, (key, value));

        var error = Assert.ThrowsAny<Exception>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Single(error.Message.Split(message)[1..]);
    });

    [Fact]
    public void The_defaults_can_be_used() => Assert.All(Hosts.Values, host =>
    {
        using var services = Services(host);

        services.GetRequiredService<IStartupValidator>().Validate();
    });

    private static ServiceProvider Services(Action<IServiceCollection> add, params (string Key, string Value)[] values)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create($"CitySearch:{v.Key}", (string?)v.Value))).Build());
        add(services);
        return services.BuildServiceProvider();
    }
}
