using CitySearch.Concepts;
using CitySearch.Hosting.Http;
using CitySearch.Searching;
using CitySearch.Searching.Suggestions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the search host into an application.</summary>
public static class CitySearchEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    /// <summary>
    /// Maps the HTTP API, the MCP endpoint and the web page under a path. What guards them (keys, limits, headers) comes along;
    /// the application needs no middleware of its own for it.
    /// </summary>
    /// <param name="endpoints">The application, whose services hold <c>AddCitySearchHost</c>.</param>
    /// <param name="path">The path to mount it under, such as <c>/search</c>; empty for the root.</param>
    /// <returns>The endpoints, for the application's own conventions, such as <c>RequireAuthorization</c>.</returns>
    public static RouteGroupBuilder MapCitySearch(this IEndpointRouteBuilder endpoints, string path = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(path);
        var pipeline = endpoints.ServiceProvider.GetRequiredService<HostPipeline>();
        var all = endpoints.MapGroup(path.TrimEnd('/'));

        var open = Guarded(all, pipeline, isOpen: true);
        open.MapMethods("/healthz", Reading, HealthEndpoints.HealthAsync).ExcludeFromDescription();
        open.MapMethods("/readyz", Reading, (Delegate)HealthEndpoints.ReadyAsync).ExcludeFromDescription();
        WebPage.Map(open);

        var guarded = Guarded(all, pipeline, isOpen: false);
        ApiDocument.Map(guarded);
        guarded.MapPrometheusScrapingEndpoint("/metrics").ExcludeFromDescription();
        guarded.Map("/api/{**rest}", NowhereAsync).ExcludeFromDescription();

        var api = guarded.MapGroup("/api").WithMetadata(ApiDocument.Documented);
        api.MapMethods("/search", Reading, SearchEndpoint.HandleAsync).Describe<SearchResponse>("search", "Search");
        api.MapMethods("/concepts", Reading, ConceptsEndpoint.HandleAsync).Describe<ConceptList>("concepts", "List the concepts of the thesaurus");
        api.MapMethods("/suggest", Reading, MaterialEndpoints.SuggestAsync).Describe<SuggestionResponse>("suggest", "Complete what is typed");
        api.MapMethods("/articles/{**id}", Reading, MaterialEndpoints.ArticleAsync).Describe<WholeArticle>("article", "Read a whole article").Produces<ProblemBody>(404, Problem.MediaType);
        api.MapMethods("/references/{**id}", Reading, MaterialEndpoints.ReferenceAsync).Describe<WholeReference>("reference", "Read a reference and who cites it").Produces<ProblemBody>(404, Problem.MediaType);
        api.MapMethods("/related/{**id}", Reading, MaterialEndpoints.RelatedAsync).Describe<RelatedResponse>("related", "Find what is related to an article or a reference").Produces<ProblemBody>(404, Problem.MediaType);
        api.MapMethods("/corpus", Reading, CorpusEndpoint.HandleAsync).Describe<CorpusState>("corpus", "Tell how much there is to search");
        guarded.MapMcp("/mcp").ExcludeFromDescription();
        return all;
    }

    internal static RouteGroupBuilder Guarded(IEndpointRouteBuilder endpoints, HostPipeline pipeline, bool isOpen)
    {
        var group = endpoints.MapGroup("");
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            if (endpoint.RequestDelegate is { } handler)
            {
                endpoint.RequestDelegate = pipeline.Around(handler, isOpen);
            }
        });
        return group;
    }

    /// <summary>Answers for what is at no address of the host, or is asked for with another method than reading.</summary>
    internal static Task NowhereAsync(HttpContext context)
    {
        var problem = Problems.NoSuchAddress(context.Request);
        if (problem.Status == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.Headers.Allow = "GET, HEAD";
        }

        return problem.WriteAsync(context);
    }
}
