using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CitySearch.Hosting.Http;

/// <summary>
/// Cross-origin resource sharing (the Fetch standard) for the origins of the options, none by default. A request from another
/// page that could change something or reach the MCP endpoint is refused: browsers send some of these without asking first.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next, IOptionsMonitor<CitySearchHostOptions> options)
{
    /// <summary>Judges the origin and goes on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var headers = context.Response.Headers;
        var allowed = options.CurrentValue.AllowedOrigins;
        if (allowed.Count > 0)
        {
            headers.Append("Vary", "Origin");
        }

        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || IsOwn(request, origin))
        {
            return next(context);
        }

        if (!allowed.Contains(origin, StringComparer.OrdinalIgnoreCase))
        {
            // Without the headers below, a browser keeps the answer from the page.
            return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? next(context) : Problems.ForeignOrigin.WriteAsync(context);
        }

        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = "ETag, Retry-After";
        if (!HttpMethods.IsOptions(request.Method))
        {
            return next(context);
        }

        headers.AccessControlAllowMethods = "GET, HEAD, POST";
        headers.AccessControlAllowHeaders = "Authorization, Content-Type, If-None-Match, Accept-Language, Mcp-Protocol-Version, Mcp-Session-Id";
        headers.AccessControlMaxAge = "600";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    // The scheme is left out: a proxy before the host may speak another one.
    private static bool IsOwn(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
