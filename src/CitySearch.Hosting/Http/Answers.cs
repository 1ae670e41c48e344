using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CitySearch.Hosting.Http;

/// <summary>Answers requests from the index, as JSON: once for each entity tag, and what is not kept when it is the request's turn.</summary>
internal sealed class Answers(SearchGate gate, AnswerTag tags, KeptAnswers kept)
{
    /// <summary>The media type of answers.</summary>
    public const string MediaType = "application/json; charset=utf-8";

    /// <summary>Answers a request, or says that the client has the answer already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="ask">Asks the engine.</param>
    /// <param name="type">How the answer is written.</param>
    /// <param name="generation">The generation that an answer is from, where it says so.</param>
    public async Task WriteAsync<T>(HttpContext context, Func<CancellationToken, Task<T>> ask, JsonTypeInfo<T> type, Func<T, long?> generation)
    {
        var (tag, current) = tags.Current();
        var headers = context.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = "no-cache";
        if (Has(context.Request, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = MediaType;
        var address = context.Request.Path.Value + context.Request.QueryString.Value;
        if (kept.TryWrite(address, tag, context.Response))
        {
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            return;
        }

        var answer = await gate.RunAsync(ask, context.RequestAborted);
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, type);
        if (generation(answer) is { } from && from != current)
        {
            // A commit came between: this is already the next one's answer.
            headers.Remove(HeaderNames.ETag);
        }
        else if (tags.Current().Tag.Equals(tag))
        {
            kept.Keep(address, tag, body);
        }

        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var held) && held.Any(h => h.Equals(EntityTagHeaderValue.Any) || h.Compare(tag, useStrongComparison: false));
}
