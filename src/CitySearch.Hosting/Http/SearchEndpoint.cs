using System.ComponentModel;
using System.Globalization;
using CitySearch.Searching;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CitySearch.Hosting.Http;

/// <summary><c>GET /api/search</c>: the same answer as <c>citysearch search --json</c>.</summary>
internal static class SearchEndpoint
{
    // More values than a person picks; each costs a walk over its postings.
    private const int MostFilters = 50;

    private static readonly int DefaultContext = new SearchRequest("").Context;

    /// <summary>Answers a search.</summary>
    public static Task HandleAsync(
        HttpContext http,
        ISearchService search,
        Answers answers,
        IOptions<CitySearchHostOptions> options,
        [FromQuery(Name = "q"), Description("What to search for: words, questions, \"phrases\" in quotes, document numbers. 查询内容。")] string? query,
        [Description("Hits a page.")] string? top,
        [Description("The page, from 1; page times top is at most 10000.")] string? page,
        [Description("The kinds of hits wanted.")] string? kind,
        [Description("Only hits with this value, written name:value; may be repeated. Values of one name are alternatives, different names must all hold.")] string[]? filter,
        [Description("The order of hits.")] string? sort,
        [Description("The generation that the first page came from, so that this one is of the same result, whatever has been indexed since.")] string? generation,
        [Description("About how many characters a snippet has, from 40 to 2000.")] string? context,
        [Description("Whether to count the hits by year, tag, author and so on.")] string? facets,
        [Description("Whether each hit explains its score.")] string? explain)
    {
        var limits = options.Value;
        var size = Number("top", top, 10, limits.MaxTop);
        var request = new SearchRequest(Query(query, limits))
        {
            Top = size,
            Page = Number("page", page, 1, SearchRequest.DeepestHit / size),
            Kind = Choice<HitKind>("kind", kind),
            Sort = Choice<HitOrder>("sort", sort),
            Filters = Filters(filter ?? []),
            Generation = string.IsNullOrEmpty(generation) ? null : Number("generation", generation, 1, int.MaxValue),
            Context = Number("context", context, DefaultContext, SearchRequest.LongestContext, SearchRequest.ShortestContext),
            Facets = Flag("facets", facets),
            Explain = Flag("explain", explain),
        };
        return answers.WriteAsync(http, token => search.SearchAsync(request, token), SearchJson.Response, response => response.Generation);
    }

    /// <summary>A query that is not too long.</summary>
    public static string Query(string? query, CitySearchHostOptions limits) => query is null ? ""
        : query.Length <= limits.MaxQueryLength ? query
        : throw new ProblemException(new Problem(
            400, "queryTooLong", $"q: write at most {limits.MaxQueryLength} characters", $"q：最多 {limits.MaxQueryLength} 个字符"));

    /// <summary>A whole number from 1, or from another least one.</summary>
    public static int Number(string name, string? text, int otherwise, int most, int least = 1) => string.IsNullOrEmpty(text) ? Math.Min(otherwise, most)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw Problems.Parameter(name, $"write a whole number from {least} to {most}", $"请写 {least} 到 {most} 之间的整数");

    private static bool Flag(string name, string? text) => text switch
    {
        null or "" or "false" => false,
        "true" => true,
        _ => throw Problems.Parameter(name, "write true or false", "请写 true 或 false"),
    };

    private static T Choice<T>(string name, string? text)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return default;
        }

        var names = Enum.GetNames<T>();
        return Array.Find(names, n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<T>(known)
            : throw Problems.Parameter(
                name, $"write one of {string.Join(", ", names.Select(n => n.ToLowerInvariant()))}", $"请从 {string.Join("、", names.Select(n => n.ToLowerInvariant()))} 中选择");
    }

    private static SearchFilter[] Filters(string[] texts) => texts.Length <= MostFilters
        ? [.. texts.Select(Filter)]
        : throw Problems.Parameter("filter", $"give at most {MostFilters}", $"最多 {MostFilters} 个");

    private static SearchFilter Filter(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1
            ? new SearchFilter(text[..colon].Trim(), text[(colon + 1)..].Trim())
            : throw Problems.Parameter("filter", "write name:value, for example year:2019", "请写成 名称:值，例如 year:2019");
    }
}
