using System.ComponentModel;
using CitySearch.Searching;
using CitySearch.Searching.Suggestions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CitySearch.Hosting.Http;

/// <summary><c>GET /api/articles/{id}</c>, <c>GET /api/references/{id}</c>, <c>GET /api/related/{id}</c> and <c>GET /api/suggest</c>.</summary>
internal static class MaterialEndpoints
{
    private const string Slash = "%2F";

    /// <summary>Answers with a whole article.</summary>
    public static Task ArticleAsync(
        HttpContext context,
        ISearchService search,
        Answers answers,
        IOptions<CitySearchHostOptions> options,
        [Description("The article's id, as hits give it: its path, and # with a name for one of several in a file (written %23).")] string id,
        [FromQuery(Name = "q"), Description("A query: what matches it is marked in the title, headings and texts.")] string? query)
    {
        var marked = SearchEndpoint.Query(query, options.Value);
        return answers.WriteAsync(context, token => ByIdAsync(id, (known, stop) => search.GetArticleAsync(known, marked, stop), token), SearchJson.Article, article => article.Generation);
    }

    /// <summary>Answers with a reference and all its citations.</summary>
    public static Task ReferenceAsync(
        HttpContext context, ISearchService search, Answers answers, [Description("The reference's id, as hits and reference lists give it.")] string id) =>
        answers.WriteAsync(context, token => ByIdAsync(id, search.GetReferenceAsync, token), SearchJson.Reference, reference => reference.Generation);

    /// <summary>Finds what is related to an article or a reference.</summary>
    public static Task RelatedAsync(
        HttpContext context,
        ISearchService search,
        Answers answers,
        [Description("The id of the article or the reference, as hits give it.")] string id,
        [Description("How many materials at most.")] string? top)
    {
        var most = SearchEndpoint.Number("top", top, 10, RelatedResponse.MostHits);
        return answers.WriteAsync(context, token => ByIdAsync(id, (known, stop) => search.RelatedAsync(known, most, stop), token), SearchJson.Related, response => response.Generation);
    }

    /// <summary>Completes what somebody types.</summary>
    public static Task SuggestAsync(
        HttpContext context,
        ISuggestionService suggestions,
        Answers answers,
        IOptions<CitySearchHostOptions> options,
        [FromQuery(Name = "q"), Description("What was typed so far: characters, pinyin, initials, or a mixture.")] string? prefix,
        [Description("How many suggestions at most.")] string? top)
    {
        var typed = SearchEndpoint.Query(prefix, options.Value);
        var most = SearchEndpoint.Number("top", top, 10, ISuggestionService.MostSuggestions);
        return answers.WriteAsync(context, token => suggestions.SuggestAsync(typed, most, token), SearchJson.Suggestions, response => response.Generation);
    }

    /// <summary>
    /// Reads a material by an id of an address. The server leaves an escaped slash as it is, since elsewhere it is not the same
    /// as a slash; in an id it is, unless there is something of the id as it stands.
    /// </summary>
    private static async Task<T> ByIdAsync<T>(string id, Func<string, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read(id, cancellationToken);
        }
        catch (UnknownIdException) when (id.Contains(Slash, StringComparison.OrdinalIgnoreCase))
        {
            return await read(id.Replace(Slash, "/", StringComparison.OrdinalIgnoreCase), cancellationToken);
        }
    }
}
