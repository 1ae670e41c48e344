using CitySearch.Concepts;
using CitySearch.Hosting.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace CitySearch.Hosting.Mcp;

/// <summary>The MCP server on standard input and output: what <c>citysearch mcp</c> runs, and assistants start themselves.</summary>
public static class McpStdioServer
{
    /// <summary>Makes the server; it ends when its standard input does.</summary>
    /// <param name="settings">Where corpus and index are, and whether to keep the index up to date.</param>
    public static IHost Create(SearchServerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Path.GetFullPath(settings.Folder), DisableDefaults = true });
        builder.Configuration.SetBasePath(Path.GetFullPath(settings.Folder)).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables();
        // Standard output is the protocol's.
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(settings.Engine);
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.AddCitySearch().AddCitySearchFormats();
        builder.Services.AddOptions<CitySearchHostOptions>().BindConfiguration(CitySearchHostOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<CitySearchHostOptions>, HostOptionsValidation>();
        if (settings.KeepsIndex)
        {
            builder.Services.AddCitySearchWorker();
        }

        builder.Services.AddCitySearchMcp().WithStdioServerTransport();
        return builder.Build();
    }
}
