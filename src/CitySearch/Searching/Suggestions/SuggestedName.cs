namespace CitySearch.Searching.Suggestions;

/// <summary>A name that can be suggested.</summary>
/// <param name="Text">The text to show.</param>
/// <param name="Key">The key of what is typed for it: of the text, or of a label that is understood and never shown.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Count">As <see cref="Suggestion.Count"/>.</param>
/// <param name="Weight">How useful it is apart from what was typed; a higher one is more so.</param>
/// <param name="IsShown">Whether the key is that of the text.</param>
internal sealed record SuggestedName(string Text, string Key, SuggestionKind Kind, int Count, float Weight, bool IsShown);
