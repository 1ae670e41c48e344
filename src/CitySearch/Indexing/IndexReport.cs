using System.Text.Json.Serialization;

namespace CitySearch.Indexing;

/// <summary>A file that could not be read, wholly or in part.</summary>
/// <param name="Path">Its path below the corpus folder.</param>
/// <param name="Error">Why, in one line.</param>
public sealed record FailedFile(string Path, string Error)
{
    /// <summary>Whether it could not so much as be opened, so that it may be readable the next time without having changed.</summary>
    [JsonIgnore]
    public bool IsUnopened { get; init; }
}

/// <summary>What bringing the index up to date did, and what the index holds now.</summary>
public sealed record IndexReport
{
    /// <summary>Articles in the index.</summary>
    public required int Articles { get; init; }

    /// <summary>Sections in the index.</summary>
    public required int Sections { get; init; }

    /// <summary>References in the index.</summary>
    public required int References { get; init; }

    /// <summary>Files that were new.</summary>
    public int Added { get; init; }

    /// <summary>Files whose content had changed.</summary>
    public int Updated { get; init; }

    /// <summary>Files that were gone.</summary>
    public int Removed { get; init; }

    /// <summary>Files that had another path before, with the same content.</summary>
    public int Moved { get; init; }

    /// <summary>Files that were left alone.</summary>
    public int Unchanged { get; init; }

    /// <summary>Files that cannot be read, in this run or since an earlier one; tried again when they change.</summary>
    public IReadOnlyList<FailedFile> Failed { get; init; } = [];

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>The number of the generation that searches see now.</summary>
    public required long Generation { get; init; }

    /// <summary>The name of the analyzer that the index is built with.</summary>
    public required string Analyzer { get; init; }

    /// <summary>Why the whole index was built anew; <see langword="null"/> when it was not, or there was none before.</summary>
    public RebuildReason? RebuildReason { get; init; }

    /// <summary>The same in one line; <see langword="null"/> when it was not.</summary>
    public string? RebuiltBecause { get; init; }
}
