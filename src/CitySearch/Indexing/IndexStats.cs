namespace CitySearch.Indexing;

/// <summary>What an index holds and what it was built with.</summary>
public sealed record IndexStats
{
    /// <summary>Articles.</summary>
    public required int Articles { get; init; }

    /// <summary>Sections of all articles.</summary>
    public required int Sections { get; init; }

    /// <summary>References, each work once.</summary>
    public required int References { get; init; }

    /// <summary>Files that were read.</summary>
    public required int Files { get; init; }

    /// <summary>Files that could not be read, wholly or in part, and folders, whose paths end with a slash.</summary>
    public required IReadOnlyList<FailedFile> Failed { get; init; }

    /// <summary>Bytes of the files that were read.</summary>
    public required long CorpusBytes { get; init; }

    /// <summary>Bytes of the index on disk.</summary>
    public required long IndexBytes { get; init; }

    /// <summary>The number of the generation.</summary>
    public required long Generation { get; init; }

    /// <summary>When it was committed, in UTC.</summary>
    public required DateTime Committed { get; init; }

    /// <summary>The name of the analyzer that it was built with, and is searched with.</summary>
    public required string Analyzer { get; init; }

    /// <summary>All that the index was built with: format, analyzer, their versions.</summary>
    public required string Fingerprint { get; init; }
}
