namespace CitySearch.Searching.Relating;

/// <summary>How a material is related to another: each part from 0 to 1.</summary>
/// <remarks>
/// <c>score = .45 text + .15 citations + .15 coupling + .1 cocitation + .15 tags</c>, where
/// <list type="bullet">
/// <item><c>text</c> is the mean BM25 score of its three best sections for the other's significant terms (<see cref="SignificantTerms"/>), as a
/// share of what the other scores for them itself;</item>
/// <item><c>citations</c> is a half for each direction in which one names, cites or links to the other;</item>
/// <item><c>coupling</c> is <c>x / (1 + x)</c> with <c>x = Σ 1 / ln n</c> over the works and articles that both cite, n being how many articles
/// cite them: Kessler (1963), "Bibliographic coupling between scientific papers"; the weight of a common neighbour is that of Adamic
/// and Adar (2003), "Friends and neighbors on the Web";</item>
/// <item><c>cocitation</c> is the same over the articles that cite both, n being how much they cite: Small (1973), "Co-citation in the
/// scientific literature";</item>
/// <item><c>tags</c> is the share of the other's tags that it has, each tag weighing its inverse document frequency.</item>
/// </list>
/// The weights are a judgement, not measured: text alone finds what is alike, the rest confirms it.
/// </remarks>
internal sealed class Relatedness
{
    private const double TextWeight = 0.45;
    private const double CitationsWeight = 0.15;
    private const double CouplingWeight = 0.15;
    private const double CocitationWeight = 0.1;
    private const double TagsWeight = 0.15;

    /// <summary>From 0 to 1: how much it speaks of the same.</summary>
    public double Text { get; set; }

    /// <summary>0, a half or 1: in how many directions they cite each other.</summary>
    public double Citations { get; set; }

    /// <summary>The summed weights of what both cite.</summary>
    public double Coupling { get; set; }

    /// <summary>The summed weights of those that cite both.</summary>
    public double Cocitation { get; set; }

    /// <summary>From 0 to 1: the share of the tags.</summary>
    public double Tags { get; set; }

    /// <summary>The parts that are not 0.</summary>
    public IReadOnlyList<ScoreSignal> Signals() => [.. new[]
    {
        Signal("text", Text, TextWeight),
        Signal("citations", Citations, CitationsWeight),
        Signal("coupling", Coupling / (1 + Coupling), CouplingWeight),
        Signal("cocitation", Cocitation / (1 + Cocitation), CocitationWeight),
        Signal("tags", Tags, TagsWeight),
    }.Where(s => s.Value > 0)];

    /// <summary>The weight of a common neighbour that has a number of neighbours.</summary>
    public static double NeighbourWeight(int neighbours) => 1 / Math.Log(Math.Max(2, neighbours));

    private static ScoreSignal Signal(string name, double value, double weight) => new(name, Math.Round(value, 4), weight, Math.Round(value * weight, 4));
}
