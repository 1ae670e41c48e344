namespace CitySearch;

/// <summary>What a search host is set up with.</summary>
public sealed class CitySearchOptions
{
    /// <summary>The folder of materials.</summary>
    public string CorpusPath { get; set; } = "corpus";

    /// <summary>The index's own folder. It is never built over a folder that holds anything else.</summary>
    public string IndexPath { get; set; } = "index";

    /// <summary>The analyzer by name: <c>default</c>, another of the catalogue, or a Lucene analyzer's assembly-qualified type name.</summary>
    public string Analyzer { get; set; } = "default";

    /// <summary>The thesaurus file; <see langword="null"/> for <c>concepts.yaml</c> in the corpus folder.</summary>
    public string? ConceptsPath { get; set; }

    /// <summary>The memory, in bytes, that decoded postings may take while searching.</summary>
    public long PostingsCacheBytes { get; set; } = 256L << 20;
}
