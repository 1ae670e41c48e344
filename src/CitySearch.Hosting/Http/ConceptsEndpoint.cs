using System.ComponentModel;
using CitySearch.Searching;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CitySearch.Hosting.Http;

/// <summary><c>GET /api/concepts</c>: the thesaurus, and how many articles speak of each concept.</summary>
internal static class ConceptsEndpoint
{
    private const int MostConcepts = 10_000;

    /// <summary>Lists concepts.</summary>
    public static Task HandleAsync(
        HttpContext context,
        IConceptCatalog catalog,
        Answers answers,
        IOptions<CitySearchHostOptions> options,
        [FromQuery(Name = "q"), Description("A name of the concepts wanted, a part of one, or a text that mentions them; all when left out.")] string? query,
        [Description("How many to list at most.")] string? top)
    {
        var wanted = SearchEndpoint.Query(query, options.Value);
        var most = SearchEndpoint.Number("top", top, MostConcepts, MostConcepts);
        return answers.WriteAsync(context, token => Task.Run(() => catalog.List(wanted, most), token), SearchJson.Concepts, list => list.Generation);
    }
}
