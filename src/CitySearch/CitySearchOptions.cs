using CitySearch.Indexing;
using CitySearch.Searching.Scoring;

namespace CitySearch;

/// <summary>What a search host is set up with.</summary>
public sealed class CitySearchOptions
{
    /// <summary>The name of the file that says, as gitignore does, what is no material in its folder and below.</summary>
    public const string IgnoreFileName = ".citysearchignore";

    /// <summary>The section that a host takes the options from where it has a configuration.</summary>
    public const string Section = "CitySearch";

    /// <summary>The folder of materials.</summary>
    public string CorpusPath { get; set; } = "corpus";

    /// <summary>The index's own folder. It is never built over a folder that holds anything else.</summary>
    public string IndexPath { get; set; } = "index";

    /// <summary>
    /// The only files that are material, as patterns in gitignore's syntax from the corpus folder: <c>*.md</c>,
    /// <c>policies/</c>. Empty for all files that can be read. What is ignored stays so.
    /// </summary>
    public IList<string> Include { get; } = [];

    /// <summary>
    /// What is no material, as the lines of an ignore file in the corpus folder (gitignore's syntax); they win over the
    /// corpus's files named <see cref="IgnoreFileName"/>. What had been indexed of it leaves the index with the next update.
    /// </summary>
    public IList<string> Exclude { get; } = [];

    /// <summary>
    /// The largest Markdown file that is read, in bytes; other formats have their limits in their own options. Files of JSON
    /// lines may be of any size: they are read line by line.
    /// </summary>
    public long MaxFileBytes { get; set; } = 64L << 20;

    /// <summary>
    /// The analyzer to build the index with, by name: <c>default</c>, another of the catalogue, or a Lucene analyzer's
    /// assembly-qualified type name. <see langword="null"/> for the one that the index has, <c>default</c> for a new one.
    /// A search always uses the one that the index was built with.
    /// </summary>
    public string? Analyzer { get; set; }

    /// <summary>The thesaurus file; <see langword="null"/> for <c>concepts.yaml</c> in the corpus folder.</summary>
    public string? ConceptsPath { get; set; }

    /// <summary>The thesaurus file in use: <see cref="ConceptsPath"/>, else <c>concepts.yaml</c> in the corpus folder.</summary>
    internal string ThesaurusPath => ConceptsPath ?? Path.Combine(CorpusPath, "concepts.yaml");

    /// <summary>How the index folder is changed on disk: the system's way, but for tests.</summary>
    internal FileOperations Files { get; set; } = FileOperations.System;

    /// <summary>
    /// How much newer materials are preferred, as a share of the query's best text score that a material of today gains;
    /// it halves with every <see cref="FreshnessHalfLifeYears"/> of age. 0, the default, ranks without regard to dates;
    /// 0.1 decides between materials that match alike.
    /// </summary>
    public double Freshness { get; set; }

    /// <summary>After how many years a material's gain by <see cref="Freshness"/> has halved.</summary>
    public double FreshnessHalfLifeYears { get; set; } = 3;

    /// <summary>The memory, in bytes, that decoded postings may take while searching.</summary>
    public long PostingsCacheBytes { get; set; } = 256L << 20;
}
