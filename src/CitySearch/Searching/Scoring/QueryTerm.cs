namespace CitySearch.Searching.Scoring;

/// <summary>A term of a query.</summary>
/// <param name="Text">The term as indexed.</param>
/// <param name="Count">How often it stands in the query.</param>
/// <param name="IsReason">
/// Whether the term alone can make a document a hit. A single character out of a longer run ranks but is no reason.
/// </param>
/// <param name="IsWord">Whether it is a word of letters and digits, which has no characters of its own beside it.</param>
internal sealed record QueryTerm(string Text, float Count, bool IsReason, bool IsWord);
