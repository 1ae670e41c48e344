using System.Text.Json;
using System.Text.Json.Serialization;
using CitySearch.Searching;
using Microsoft.AspNetCore.Http;

namespace CitySearch.Hosting.Http;

/// <summary>Why a request is not answered, in both languages of the host.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Kind">What is wrong, for programs: camelCase, and the same in every language.</param>
/// <param name="English">What is wrong and what to do.</param>
/// <param name="Chinese">The same in Chinese.</param>
internal sealed record Problem(int Status, string Kind, string English, string Chinese)
{
    /// <summary>The media type of RFC 9457.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>After how many seconds to ask again; 0 to say nothing of it.</summary>
    public int RetryAfter { get; init; }

    /// <summary>Answers a request with this problem: RFC 9457, with <c>kind</c> as an extension.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var isChinese = RequestLanguage.IsChinese(context.Request);
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = MediaType;
        response.Headers.ContentLanguage = isChinese ? "zh" : "en";
        response.Headers.Append("Vary", "Accept-Language");
        response.Headers.CacheControl = "no-store";
        if (RetryAfter > 0)
        {
            response.Headers.RetryAfter = RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        // No other type than about:blank: then the title is the status's own phrase (RFC 9457, section 4.2.1).
        var details = new ProblemBody("about:blank", Title(Status, isChinese), Status, isChinese ? Chinese : English, Kind);
        var body = JsonSerializer.SerializeToUtf8Bytes(details, ProblemJson.Plain.ProblemBody);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static string Title(int status, bool isChinese) => (status, isChinese) switch
    {
        (400, false) => "Bad Request",
        (400, true) => "请求有误",
        (401, false) => "Unauthorized",
        (401, true) => "未获授权",
        (403, false) => "Forbidden",
        (403, true) => "禁止访问",
        (404, false) => "Not Found",
        (404, true) => "未找到",
        (405, false) => "Method Not Allowed",
        (405, true) => "不支持该方法",
        (413, false) => "Content Too Large",
        (413, true) => "请求内容过大",
        (429, false) => "Too Many Requests",
        (429, true) => "请求过于频繁",
        (500, false) => "Internal Server Error",
        (500, true) => "服务器内部错误",
        (503, false) => "Service Unavailable",
        (503, true) => "服务暂不可用",
        _ => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
    };
}

/// <summary>The members of a problem as they are written.</summary>
/// <param name="Type">A URI for the kind of problem.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The status code.</param>
/// <param name="Detail">What is wrong and what to do.</param>
/// <param name="Kind">What is wrong, for programs.</param>
internal sealed record ProblemBody(string Type, string Title, int Status, string Detail, string Kind);

/// <summary>Generated serialisation of problems.</summary>
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    /// <summary>With Chinese unescaped, as all JSON of the host.</summary>
    public static ProblemJson Plain { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = SearchJson.Encoder });
}
