using System.Text.Json;
using CitySearch.Hosting.Http;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace CitySearch.Hosting.Mcp;

/// <summary>Adds the MCP server (Model Context Protocol), whatever it is reached through.</summary>
internal static partial class CitySearchMcp
{
    private const string Instructions =
        "CitySearch searches a folder of Chinese smart-city materials. Search first, with the words of the subject in Chinese; read_article reads on where a passage is not enough; "
        + "find_references finds cited works; list_concepts gives other names of a subject. Cite what you use with the citation of its passage.";

    /// <summary>Adds tools and resources.</summary>
    public static IMcpServerBuilder AddCitySearchMcp(this IServiceCollection services)
    {
        var json = new JsonSerializerOptions(McpJsonUtilities.DefaultOptions) { Encoder = SearchJson.Encoder };
        services.TryAddSingleton<SearchGate>();
        services.TryAddSingleton<ArticleResources>();
        return services
            .AddMcpServer(options =>
            {
                options.ServerInfo = new Implementation { Name = "citysearch", Title = "CitySearch", Version = typeof(CitySearchMcp).Assembly.GetName().Version!.ToString(3) };
                options.ServerInstructions = Instructions;
            })
            .WithTools<MaterialTools>(json)
            .WithResources<ArticleResources>()
            .WithListResourcesHandler((context, cancellationToken) => new ValueTask<ListResourcesResult>(
                Task.Run(() => context.Services!.GetRequiredService<ArticleResources>().List(context.Params?.Cursor), cancellationToken)))
            .WithRequestFilters(filters => filters.AddCallToolFilter(next => async (context, cancellationToken) =>
            {
                try
                {
                    return await next(context, cancellationToken);
                }
                catch (Exception e) when (e is JsonException or ArgumentException)
                {
                    // Arguments that do not fit: said as a tool's error, which the assistant sees and can mend.
                    return Failed($"the arguments do not fit the tool's schema: {e.Message.ReplaceLineEndings(" ")}");
                }
                catch (Exception e) when (e is not McpException and not OperationCanceledException)
                {
                    LogFailed(context.Services!.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CitySearchMcp)), e, context.Params?.Name);
                    return Failed("something went wrong; the server's log tells more");
                }
            }));
    }

    private static CallToolResult Failed(string message) => new() { IsError = true, Content = [new TextContentBlock { Text = message }] };

    [LoggerMessage(Level = LogLevel.Error, Message = "The tool {Tool} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string? tool);
}
