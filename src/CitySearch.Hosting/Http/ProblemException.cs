namespace CitySearch.Hosting.Http;

/// <summary>Ends a request with a problem.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.English)
{
    /// <summary>The problem.</summary>
    public Problem Problem { get; } = problem;
}
