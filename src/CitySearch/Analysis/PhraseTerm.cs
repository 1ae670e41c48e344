namespace CitySearch.Analysis;

/// <summary>A term of a phrase.</summary>
/// <param name="Term">The term as indexed.</param>
/// <param name="Position">Its position in the phrase, from 0.</param>
internal sealed record PhraseTerm(string Term, int Position);
