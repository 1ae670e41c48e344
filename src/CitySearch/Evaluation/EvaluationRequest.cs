namespace CitySearch.Evaluation;

/// <summary>What to evaluate.</summary>
/// <param name="Dataset">The dataset's folder. Without a <c>corpus.jsonl</c> in it, the corpus of the options is judged.</param>
public sealed record EvaluationRequest(string Dataset)
{
    /// <summary>The split; <see langword="null"/> for the only one.</summary>
    public string? Split { get; init; }

    /// <summary>The analyzer by name; <see langword="null"/> for the one of the options.</summary>
    public string? Analyzer { get; init; }

    /// <summary>The file to write the run to; <see langword="null"/> for none.</summary>
    public string? RunFile { get; init; }

    /// <summary>The run file to compare with; <see langword="null"/> for none.</summary>
    public string? Against { get; init; }

    /// <summary>The folder in which the dataset's index is kept for the next time; <see langword="null"/> to build one and delete it.</summary>
    public string? IndexPath { get; init; }
}
