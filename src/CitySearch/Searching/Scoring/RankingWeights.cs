namespace CitySearch.Searching.Scoring;

/// <summary>
/// The constants of ranking, all in one place, one set for every corpus. Those that multiply a signal are shares of the
/// query's best text score, which makes them free of any scale. <c>docs/ranking.md</c> has their sources and what
/// each is worth.
/// </summary>
internal sealed record RankingWeights
{
    /// <summary>The constants in use.</summary>
    public static RankingWeights Default { get; } = new();

    /// <summary>The weight of a word of letters and digits, which stands for its characters and its pairs at once.</summary>
    public float Word { get; init; } = 2f;

    /// <summary>What a term counts that only asks (什么, 怎样), or that is half of such a word.</summary>
    public float Question { get; init; } = 0.3f;

    /// <summary>
    /// What a term counts that a section does not say but is about: an author, a tag, a source, a cited work. 1 is the
    /// weight of a term of the text.
    /// </summary>
    public float About { get; init; } = 1f;

    /// <summary>The weight of the logarithm of an article's prior.</summary>
    public float Prior { get; init; } = 0.08f;

    /// <summary>The weight of the mean text score of the best other sections of the same article.</summary>
    public float Siblings { get; init; } = 0.2f;

    /// <summary>How many other sections support a section.</summary>
    public int SiblingCount { get; init; } = 3;

    /// <summary>The most that rare title terms which the query lacks can cost.</summary>
    public float TitlePenalty { get; init; } = 0.15f;

    /// <summary>The weight of a whole query that stands as a phrase, as a share of its terms' summed weights.</summary>
    public float Phrase { get; init; } = 0.3f;

    /// <summary>
    /// What the date counts where nothing but filters and exclusions is asked for: enough to tell apart what the prior does not, a day at least.
    /// </summary>
    public float Date { get; init; } = 0.05f;

    /// <summary>What a reference's text score is multiplied with to stand beside sections.</summary>
    public float Reference { get; init; } = 0.8f;

    /// <summary>The share of the best coverage that a document must reach to be a hit.</summary>
    public float LeastCoverage { get; init; } = 0.3f;

    /// <summary>The number of reasons up to which a query is a name to be found nearly whole; the share falls with more.</summary>
    public int FullReasons { get; init; } = 4;
}
