using CitySearch.Snippets;

namespace CitySearch.Searching.Suggestions;

/// <summary>What somebody who has typed so far may be about to search for.</summary>
/// <param name="Text">The text to search for.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Highlights">
/// What of the text was typed, by its characters or by their sound, in order and not overlapping: one stretch that begins and ends
/// between user-perceived characters and is never empty. It is the whole text where another label of the concept was typed.
/// </param>
/// <param name="Count">
/// How many articles, sections or references bear the name; for a concept, how many sections and references hold the rarest pair of
/// characters, or word, of its label: no more of them can hold the label.
/// </param>
public sealed record Suggestion(string Text, SuggestionKind Kind, IReadOnlyList<Highlight> Highlights, int Count);
