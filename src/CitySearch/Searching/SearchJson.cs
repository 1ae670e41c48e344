using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CitySearch.Evaluation;
using CitySearch.Indexing;
using CitySearch.Searching.Suggestions;

namespace CitySearch.Searching;

/// <summary>The JSON of answers: camelCase, UTF-8, Chinese unescaped; the same in the command, the HTTP API and the library.</summary>
public static class SearchJson
{
    private static readonly SearchJsonContext Context = new(new JsonSerializerOptions
    {
        // The text is data, not part of a page: what HTML needs escaped is the page's business.
        Encoder = PlainTextEncoder.Instance,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter<RebuildReason>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<SuggestionKind>(JsonNamingPolicy.CamelCase) },
    });

    /// <summary>Escapes what JSON must have escaped and nothing else; for the JSON around answers.</summary>
    public static JavaScriptEncoder Encoder => PlainTextEncoder.Instance;

    /// <summary>How a <see cref="SearchResponse"/> is written.</summary>
    public static JsonTypeInfo<SearchResponse> Response => Context.SearchResponse;

    /// <summary>How a <see cref="WholeArticle"/> is written.</summary>
    public static JsonTypeInfo<WholeArticle> Article => Context.WholeArticle;

    /// <summary>How a <see cref="WholeReference"/> is written.</summary>
    public static JsonTypeInfo<WholeReference> Reference => Context.WholeReference;

    /// <summary>How a <see cref="SuggestionResponse"/> is written.</summary>
    public static JsonTypeInfo<SuggestionResponse> Suggestions => Context.SuggestionResponse;

    /// <summary>How a <see cref="RelatedResponse"/> is written.</summary>
    public static JsonTypeInfo<RelatedResponse> Related => Context.RelatedResponse;

    /// <summary>How an <see cref="IndexReport"/> is written.</summary>
    public static JsonTypeInfo<IndexReport> IndexReport => Context.IndexReport;

    /// <summary>How a <see cref="ConceptList"/> is written.</summary>
    public static JsonTypeInfo<ConceptList> Concepts => Context.ConceptList;

    /// <summary>How an <see cref="EvaluationReport"/> is written.</summary>
    public static JsonTypeInfo<EvaluationReport> EvaluationReport => Context.EvaluationReport;

    /// <summary>How an <see cref="IndexCheckReport"/> is written.</summary>
    public static JsonTypeInfo<IndexCheckReport> IndexCheckReport => Context.IndexCheckReport;

    /// <summary>How <see cref="IndexStats"/> are written.</summary>
    public static JsonTypeInfo<IndexStats> IndexStats => Context.IndexStats;
}

/// <summary>Generated serialisation: no reflection at start-up.</summary>
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(RelatedResponse))]
[JsonSerializable(typeof(WholeArticle))]
[JsonSerializable(typeof(WholeReference))]
[JsonSerializable(typeof(SuggestionResponse))]
[JsonSerializable(typeof(IndexReport))]
[JsonSerializable(typeof(IndexStats))]
[JsonSerializable(typeof(IndexCheckReport))]
[JsonSerializable(typeof(EvaluationReport))]
[JsonSerializable(typeof(ConceptList))]
internal sealed partial class SearchJsonContext : JsonSerializerContext;
