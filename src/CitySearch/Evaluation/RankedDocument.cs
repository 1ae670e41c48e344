namespace CitySearch.Evaluation;

/// <summary>A document in the ranking for a query.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Score">Its score.</param>
public readonly record struct RankedDocument(string Id, double Score);
