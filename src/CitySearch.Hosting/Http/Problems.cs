using System.Globalization;
using CitySearch.Searching;
using Microsoft.AspNetCore.Http;

namespace CitySearch.Hosting.Http;

/// <summary>The problems that the host itself finds.</summary>
internal static class Problems
{
    // An index is built or mended within seconds, mostly.
    private const int IndexRetrySeconds = 5;

    /// <summary>A key is needed, and none that is known was given.</summary>
    public static Problem Unauthorized { get; } = new(
        401, "unauthorized", "this host asks for an API key: send it as Authorization: Bearer KEY", "此服务需要 API 密钥：请以 Authorization: Bearer 密钥 发送");

    /// <summary>A page of another origin asks.</summary>
    public static Problem ForeignOrigin { get; } = new(
        403, "originNotAllowed", "pages of this origin may not ask here; the operator can allow it with CitySearch:AllowedOrigins", "此来源的网页不可在此查询；运维人员可用 CitySearch:AllowedOrigins 放行");

    /// <summary>More requests than allowed.</summary>
    public static Problem TooMany(int seconds) => new(
        429, "tooManyRequests", $"too many requests; ask again in {seconds} s", $"请求过于频繁，请在 {seconds} 秒后重试") { RetryAfter = seconds };

    /// <summary>More searches than can run and wait.</summary>
    public static Problem Busy { get; } = new(
        503, "busy", "too many searches are waiting; ask again in a moment", "等待中的检索过多，请稍后重试") { RetryAfter = 1 };

    /// <summary>A search took too long.</summary>
    public static Problem TooSlow(TimeSpan limit)
    {
        var seconds = limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return new(503, "timeout", $"the answer took longer than {seconds} s and was given up; ask for less", $"查询超过 {seconds} 秒，已放弃；请缩小查询范围") { RetryAfter = 1 };
    }

    /// <summary>The index cannot be searched. What the operator must do stands in the log, with the folder's path, which is no caller's business.</summary>
    public static Problem NoIndex(FailureKind kind) => new(
        503, Name(kind), "the index cannot be searched yet; the host's log says why", "索引暂时无法检索，原因见服务日志") { RetryAfter = IndexRetrySeconds };

    /// <summary>Something that should not happen.</summary>
    public static Problem Unexpected(string trace) => new(
        500, "unexpected", $"something went wrong; the host's log tells more under {trace}", $"服务出错，详情见服务日志，编号 {trace}");

    /// <summary>A value that cannot be used.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="english">What it must be.</param>
    /// <param name="chinese">The same in Chinese.</param>
    public static ProblemException Parameter(string name, string english, string chinese) =>
        new(new Problem(400, "parameterInvalid", $"{name}: {english}", $"{name}：{chinese}"));

    /// <summary>Nothing has that id.</summary>
    public static Problem NoSuch(UnknownIdException failure) => failure.Kind == FailureKind.IdUnlike
        ? new(404, Name(failure.Kind), failure.Message, FailureTexts.Chinese(failure) ?? failure.Message)
        : new(404, Name(failure.Kind), $"nothing in the index has the id {failure.Values[0]}", $"索引中没有 {failure.Values[0]}");

    /// <summary>There is nothing at that address.</summary>
    public static Problem NoSuchAddress(HttpRequest request) => request.Method is "GET" or "HEAD"
        ? new(404, "notFound", "there is nothing at this address; /openapi/v1.json lists what there is", "此地址没有内容；可用的地址见 /openapi/v1.json")
        : new(405, "methodNotAllowed", "ask with GET", "请用 GET 查询");

    /// <summary>A failure of the engine that the caller can mend.</summary>
    public static Problem Request(IFailure failure, string english) => new(400, Name(failure.Kind), english, FailureTexts.Chinese(failure) ?? english);

    private static string Name(FailureKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
