namespace CitySearch.Snippets;

/// <summary>A passage of the original text.</summary>
/// <param name="Text">The passage as it stands in the text.</param>
/// <param name="Highlights">What matched, in order, not overlapping, not touching.</param>
public sealed record Snippet(string Text, IReadOnlyList<Highlight> Highlights);

/// <summary>A stretch of a snippet that matched.</summary>
/// <param name="Start">Where it starts, in UTF-16 units into the snippet's text.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public readonly record struct Highlight(int Start, int Length);
