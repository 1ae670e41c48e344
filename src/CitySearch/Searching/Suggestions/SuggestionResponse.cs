namespace CitySearch.Searching.Suggestions;

/// <summary>The answer to what has been typed so far.</summary>
public sealed record SuggestionResponse
{
    /// <summary>What was typed, as given.</summary>
    public required string Prefix { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>The generation of the index whose names were looked at.</summary>
    public required long Generation { get; init; }

    /// <summary>The suggestions, most useful first; no text twice.</summary>
    public required IReadOnlyList<Suggestion> Suggestions { get; init; }
}
