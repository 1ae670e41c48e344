using System.Text.Json.Nodes;
using CitySearch.Searching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace CitySearch.Hosting.Http;

/// <summary><c>GET /openapi/v1.json</c>: the description of the HTTP API.</summary>
internal static class ApiDocument
{
    /// <summary>The name of the document among those of the application.</summary>
    public const string Name = "citysearch";

    /// <summary>Marks the endpoints that the document describes.</summary>
    public static object Documented { get; } = new DocumentedMark();

    /// <summary>Adds the document to an application's services; it describes the host's endpoints alone.</summary>
    public static void Add(IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.HttpMethod == "GET" && description.ActionDescriptor.EndpointMetadata.Any(m => m is DocumentedMark);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "CitySearch",
                Version = "v1",
                Description = "Full-text search for smart-city materials. Answers are UTF-8 JSON; errors are problem details (RFC 9457) in Chinese or English after Accept-Language. 智慧城市资料全文检索。",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            ApiExamples.Complete(operation, context.Description.RelativePath ?? "");
            return Task.CompletedTask;
        });
    });

    /// <summary>Maps the document.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapMethods("/openapi/v1.json", ["GET", "HEAD"], async context =>
    {
        var provider = context.RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name);
        var document = await provider.GetOpenApiDocumentAsync(context.RequestAborted);
        context.Response.ContentType = Answers.MediaType;
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.WriteAsync(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, context.RequestAborted), context.RequestAborted);
    }).ExcludeFromDescription();

    /// <summary>Describes an endpoint.</summary>
    public static RouteHandlerBuilder Describe<TAnswer>(this RouteHandlerBuilder endpoint, string id, string summary)
    {
        endpoint.WithName($"CitySearch.{id}").WithSummary(summary).WithTags("CitySearch")
            .Produces<TAnswer>(200, "application/json")
            .Produces(304);
        foreach (var status in (int[])[400, 401, 429, 503])
        {
            endpoint.Produces<ProblemBody>(status, Problem.MediaType);
        }

        return endpoint;
    }

    private sealed class DocumentedMark;
}
