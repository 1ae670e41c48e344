using CitySearch.Hosting.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CitySearch.Hosting.Tests.Worker;

public sealed class WorkerOptionsTests
{
    [Fact]
    public void Options_come_from_the_configuration_and_code_wins()
    {
        using var services = Services(options => options.RetryDelay = TimeSpan.FromSeconds(7), ("SettleDelay", "00:00:00.5"), ("RetryDelay", "00:00:03"), ("Watch", "false"));

        var options = services.GetRequiredService<IOptions<WorkerOptions>>().Value;

        Assert.Equal((TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(7), false), (options.SettleDelay, options.RetryDelay, options.Watch));
    }

    [Theory]
    [InlineData("SettleDelay", "00:00:00")]
    [InlineData("LongestSettling", "00:00:00.1")]
    [InlineData("ScanInterval", "-00:00:01")]
    [InlineData("ScanIntervalWithoutEvents", "30.00:00:00")]
    [InlineData("RetryDelay", "00:00:00")]
    [InlineData("StopTimeout", "01:00:00")]
    [InlineData("SettleDelay", "soon")]
    [InlineData("Watch", "perhaps")]
    public void A_value_that_cannot_be_meant_is_refused_at_the_start_by_its_key(string key, string value)
    {
        using var services = Services(null, (key, value));

        var error = Assert.ThrowsAny<Exception>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains($"CitySearch:Worker:{key}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_in_the_code_is_valid_and_needs_no_configuration()
    {
        using var services = new ServiceCollection().AddCitySearch().AddCitySearchWorker().BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.Same(services.GetRequiredService<IndexerWorker>(), Assert.Single(services.GetServices<IHostedService>()));
    }

    private static ServiceProvider Services(Action<WorkerOptions>? configure, params (string Key, string Value)[] values) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create($"CitySearch:Worker:{v.Key}", (string?)v.Value))).Build())
        .AddCitySearch()
        .AddCitySearchWorker(configure)
        .BuildServiceProvider();
}
