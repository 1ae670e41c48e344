using System.Text.Json.Serialization;
using CitySearch.Searching;
using Microsoft.AspNetCore.Http;

namespace CitySearch.Hosting.Http;

/// <summary><c>GET /api/corpus</c>: how much there is to search, for a screen that nothing has been asked on yet.</summary>
internal static class CorpusEndpoint
{
    /// <summary>Tells the newest generation.</summary>
    public static Task HandleAsync(HttpContext context, IGenerationSource generations, Answers answers) => answers.WriteAsync(
        context,
        token => Task.Run(() => CorpusState.Of(generations.Newest()), token),
        CorpusJson.Default.CorpusState,
        state => state.Generation);
}

/// <summary>How much there is to search.</summary>
/// <param name="Generation">The generation of the index.</param>
/// <param name="Committed">When it was committed, in UTC.</param>
/// <param name="Articles">Articles.</param>
/// <param name="Sections">Their sections.</param>
/// <param name="References">Cited works, each once.</param>
internal sealed record CorpusState(long Generation, DateTime Committed, int Articles, int Sections, int References)
{
    /// <summary>The state of a generation.</summary>
    public static CorpusState Of(GenerationState state) =>
        new(state.Number, state.Committed, state.Totals.Articles, state.Totals.Sections, state.Totals.References);
}

/// <summary>Generated serialisation.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CorpusState))]
internal sealed partial class CorpusJson : JsonSerializerContext;
