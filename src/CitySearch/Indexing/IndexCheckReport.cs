namespace CitySearch.Indexing;

/// <summary>What a check of the index found, and what its repair did.</summary>
public sealed record IndexCheckReport
{
    /// <summary>Whether the index, after the repair if there was one, is good.</summary>
    public bool Good => Faults.Count == 0 || Repair is not null;

    /// <summary>The number of the generation that was checked; 0 where it cannot be read.</summary>
    public required long Generation { get; init; }

    /// <summary>Files of the index that were read from end to end.</summary>
    public required int Files { get; init; }

    /// <summary>Their bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>What is wrong, a line each, in the order in which it was found; empty for a good index.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>How long the check and the repair took.</summary>
    public double Seconds { get; init; }

    /// <summary>What the repair did; <see langword="null"/> when there was none.</summary>
    public IndexReport? Repair { get; init; }
}
