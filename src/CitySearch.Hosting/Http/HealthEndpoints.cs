using System.Text.Json.Nodes;
using CitySearch.Searching;
using Microsoft.AspNetCore.Http;

namespace CitySearch.Hosting.Http;

/// <summary><c>GET /healthz</c> and <c>GET /readyz</c>.</summary>
internal static class HealthEndpoints
{
    /// <summary>The process answers.</summary>
    public static Task HealthAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("ok\n", context.RequestAborted);
    }

    /// <summary>Searches can be answered: a generation of the index is open.</summary>
    /// <exception cref="Indexing.IndexFolderException">None is; the pipeline answers with status 503.</exception>
    public static async Task ReadyAsync(HttpContext context, IGenerationSource generations)
    {
        var state = await Task.Run(generations.Newest, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = Answers.MediaType;
        var body = new JsonObject { ["ready"] = true, ["generation"] = state.Number, ["articles"] = state.Totals.Articles };
        await context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
