using System.Text.Json.Serialization;

namespace CitySearch.Evaluation;

/// <summary>How well and how fast the queries of a dataset are answered. Measures are means over the queries, from 0 to 1.</summary>
public sealed record EvaluationReport
{
    /// <summary>The dataset's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The split.</summary>
    public required string Split { get; init; }

    /// <summary>The analyzer by name.</summary>
    public required string Analyzer { get; init; }

    /// <summary>The number of queries.</summary>
    public required int Queries { get; init; }

    /// <summary>Normalised discounted cumulative gain of the first ten.</summary>
    [JsonPropertyName("ndcg@10")]
    public required double Ndcg { get; init; }

    /// <summary>The mean reciprocal rank of the first relevant document among the first ten.</summary>
    [JsonPropertyName("mrr@10")]
    public required double ReciprocalRank { get; init; }

    /// <summary>The share of the relevant documents among the first hundred.</summary>
    [JsonPropertyName("recall@100")]
    public required double Recall { get; init; }

    /// <summary>The median time of a whole search, ten hits with snippets, in milliseconds.</summary>
    public required double P50Ms { get; init; }

    /// <summary>The 99th percentile of that time.</summary>
    public required double P99Ms { get; init; }

    /// <summary>How long building or updating the index took.</summary>
    public required double IndexSeconds { get; init; }

    /// <summary>The index's size on disk.</summary>
    public required long IndexBytes { get; init; }

    /// <summary>The comparison with another run, when one was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunComparison? Against { get; init; }
}
