using CitySearch.Corpus;

namespace CitySearch.Formats;

/// <summary>What a file says about itself outside of its text.</summary>
internal sealed record Metadata
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Keywords.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who published it.</summary>
    public string? Source { get; init; }

    /// <summary>The author's own summary.</summary>
    public string? Description { get; init; }

    /// <summary>The address of the published page.</summary>
    public string? Permalink { get; init; }

    /// <summary>Where the text links to, in reading order.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}
