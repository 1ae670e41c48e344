namespace CitySearch.Searching.Scoring;

/// <summary>
/// The statistics that scores depend on. They reach the scorer through this seam alone, so that an index that is one
/// of several can rank with the statistics of all.
/// </summary>
internal interface ITermStatistics
{
    /// <summary>Sections and references together.</summary>
    int DocumentCount { get; }

    /// <summary>The mean number of tokens of a section.</summary>
    float MeanSectionLength { get; }

    /// <summary>The mean number of tokens of a reference.</summary>
    float MeanReferenceLength { get; }

    /// <summary>The mean number of tokens of what is said about a section; 0 where nothing is.</summary>
    float MeanAboutLength { get; }

    /// <summary>The number of articles.</summary>
    int ArticleCount { get; }

    /// <summary>How many sections and references hold a term.</summary>
    int DocumentFrequency(string term);

    /// <summary>How many articles hold a term in their title.</summary>
    int TitleFrequency(string term);
}
