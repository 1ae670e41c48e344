using CitySearch.Indexing;

namespace CitySearch.Evaluation;

/// <summary>Judges the ranking on a dataset, with the code that answers searches.</summary>
public interface IEvaluationService
{
    /// <summary>Indexes the dataset, answers its queries and measures the answers.</summary>
    /// <param name="request">What to evaluate.</param>
    /// <param name="progress">Told of how far the indexing is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EvaluationException">The dataset or a run file cannot be used.</exception>
    Task<EvaluationReport> EvaluateAsync(EvaluationRequest request, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default);
}
