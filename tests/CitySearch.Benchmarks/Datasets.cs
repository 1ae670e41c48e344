using CitySearch.Corpus;
using CitySearch.Evaluation;
using CitySearch.Searching;
using CitySearch.Searching.Scoring;

namespace CitySearch.Benchmarks;

/// <summary>Evaluates datasets; an index is built once a dataset and analyzer and kept in the temporary folder while the program runs.</summary>
internal sealed class Datasets : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-benchmarks-").FullName;

    /// <summary>Evaluates a dataset.</summary>
    /// <param name="folder">The dataset. Without a corpus of its own, the corpus is the folder that holds it.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="analyzer">The analyzer by name.</param>
    public EvaluationReport Evaluate(string folder, RankingWeights weights, string analyzer = "default")
    {
        var options = new CitySearchOptions { CorpusPath = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))! };
        var request = new EvaluationRequest(folder) { Analyzer = analyzer, IndexPath = Path.Combine(_folder, $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}-{analyzer}") };
        return new EvaluationService(options, new ArticleReaders(ArticleReaders.BuiltIn)).Evaluate(request, weights, null, CancellationToken.None);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
