namespace CitySearch.Searching;

/// <summary>The names of facets and filters.</summary>
public static class FacetNames
{
    /// <summary><c>article</c> or <c>reference</c>.</summary>
    public const string Kind = "kind";

    /// <summary>The year of publication, four digits.</summary>
    public const string Year = "year";

    /// <summary>A tag.</summary>
    public const string Tag = "tag";

    /// <summary>An author.</summary>
    public const string Author = "author";

    /// <summary>Where it appeared.</summary>
    public const string Source = "source";

    /// <summary>The folder of the file below the corpus folder; a folder counts for the folders inside it too.</summary>
    public const string Folder = "folder";

    /// <summary>
    /// A concept of the thesaurus, by its preferred label: the Chinese one, or the English where there is no Chinese. An article or
    /// reference has it in whose text one of the concept's labels stands. A filter takes any of its labels.
    /// </summary>
    public const string Concept = "concept";

    /// <summary>The Chinese name of <see cref="Concept"/>, which is no field of queries and has none there.</summary>
    internal const string ConceptInChinese = "概念";

    /// <summary>All names, in the order in which facets are shown.</summary>
    public static IReadOnlyList<string> All { get; } = [Kind, Year, Tag, Author, Source, Folder, Concept];
}
