using CitySearch.Indexing;
using CitySearch.Searching.Facets;
using CitySearch.Searching.Scoring;

namespace CitySearch.Searching;

/// <summary>
/// All hits of a query, of which pages are cut. A page depends on nothing but the whole result: every hit stands on exactly one
/// page, whatever pages are asked for and in what size.
/// </summary>
internal sealed class WholeResult
{
    // Candidates for every hit wanted: several sections of one article make one hit.
    private const int CandidatesPerHit = 8;

    // Texts are scored in single precision; what is nearer than this to a bound is looked at.
    private const double Precision = 1e-4;

    private readonly TextScores _scores;
    private readonly HitRule _rule;
    private readonly IReadOnlySet<string> _filtered;
    private readonly Func<string?, IReadOnlyList<bool[]?>> _allow;
    private readonly IReadOnlyList<bool[]?> _allowed;
    private readonly List<int>[] _hits;
    private readonly Func<IReadOnlyList<bool[]?>, SectionRanker> _ranker;

    /// <summary>Finds the hits.</summary>
    /// <param name="scores">The text scores.</param>
    /// <param name="rule">Which documents are hits.</param>
    /// <param name="filtered">The names that the request filters by.</param>
    /// <param name="allow">What the query and the request let through, a segment each, without the filters of a name.</param>
    /// <param name="ranker">Makes a ranker of what is allowed, a segment each.</param>
    public WholeResult(TextScores scores, HitRule rule, IReadOnlySet<string> filtered, Func<string?, IReadOnlyList<bool[]?>> allow, Func<IReadOnlyList<bool[]?>, SectionRanker> ranker)
    {
        _scores = scores;
        _rule = rule;
        _filtered = filtered;
        _allow = allow;
        _ranker = ranker;
        _allowed = allow(null);
        _hits = HitSets.Find(scores, rule, _allowed);
        Total = _hits.Sum(h => h.Count);
    }

    /// <summary>The fewest candidates that are looked at.</summary>
    public static int FewestCandidates => 200;

    /// <summary>How many candidates to begin with for a number of hits.</summary>
    public static int CandidatesFor(int hits) => Math.Max(FewestCandidates, hits * CandidatesPerHit);

    /// <summary>Articles and references that are hits.</summary>
    public int Total { get; }

    /// <summary>The counts of all facets.</summary>
    public Dictionary<string, IReadOnlyList<FacetCount>> Facets(FacetCounter counter) =>
        counter.Count(_hits, name => HitSets.Find(_scores, _rule, _allow(name)), _filtered);

    /// <summary>The hits of a page, each as the best sections of an article, or as a reference.</summary>
    /// <param name="order">The order of the result.</param>
    /// <param name="first">The page's first hit, from 0.</param>
    /// <param name="count">How many hits the page has at most.</param>
    /// <param name="ranker">The ranker that explains the scores of these hits.</param>
    public List<List<RankedSection>> Page(HitOrder order, int first, int count, out SectionRanker ranker)
    {
        count = Math.Min(count, Total - first);
        if (count <= 0)
        {
            ranker = _ranker(_allowed);
            return [];
        }

        if (order == HitOrder.Date)
        {
            return ByDate(first, count, out ranker);
        }

        ranker = _ranker(_allowed);
        return Best(ranker, first + count).Slice(first, count);
    }

    /// <summary>
    /// The best groups, exactly: more candidates are ranked, the most promising first, until none that is left could come before
    /// the last group wanted.
    /// </summary>
    private List<List<RankedSection>> Best(SectionRanker ranker, int wanted)
    {
        for (var most = 4 * CandidatesFor(wanted); ; most *= 4)
        {
            var candidates = ranker.Collect(most);
            var ranked = new List<RankedSection>();
            for (var count = CandidatesFor(wanted); ranked.Count < candidates.Length || candidates.Length == 0; count *= 2)
            {
                count = Math.Min(count, candidates.Length);
                ranker.Rank(candidates.AsSpan(ranked.Count..count), ranked);
                var groups = HitAssembler.Group(ranked);
                var left = count < candidates.Length ? candidates[count].Promise : count == most ? candidates[^1].Promise : double.NegativeInfinity;
                if (double.IsNegativeInfinity(left)
                    || (groups.Count >= wanted && groups[wanted - 1][0].Score > left + ranker.MostGain + (Precision * _scores.Best)))
                {
                    return groups;
                }
            }
        }
    }

    /// <summary>A page by date: only hits of the dates that are on the page need to be ranked.</summary>
    private List<List<RankedSection>> ByDate(int first, int count, out SectionRanker ranker)
    {
        var dates = _hits.Select((hits, i) => Dates(_scores.Leaves[i].Leaf, hits)).ToArray();
        var sorted = dates.SelectMany(d => d).ToArray();
        Array.Sort(sorted, (a, b) => b.CompareTo(a));
        var (latest, earliest) = (sorted[first], sorted[first + count - 1]);
        var before = Array.IndexOf(sorted, latest);
        ranker = _ranker([.. _scores.Leaves.Select((leaf, i) => OfDates(leaf.Leaf, _allowed[i], _hits[i], dates[i], earliest, latest))]);
        var groups = HitAssembler.Group(ranker.Rank(int.MaxValue));
        return [.. groups.OrderByDescending(g => Date(g[0])).Skip(first - before).Take(count)];
    }

    private static long[] Dates(LeafColumns leaf, List<int> hits)
    {
        var values = leaf.Reader.GetNumericDocValues(IndexSchema.Date);
        return [.. hits.Select(hit => values.Get(hit))];
    }

    private static long Date(RankedSection best) =>
        best.Leaf.Leaf.Reader.GetNumericDocValues(IndexSchema.Date).Get(best.IsReference ? best.Doc : best.Head);

    private static bool[] OfDates(LeafColumns leaf, bool[]? allowed, List<int> hits, long[] dates, long earliest, long latest)
    {
        var isOfDates = new bool[leaf.MaxDoc];
        for (var i = 0; i < hits.Count; i++)
        {
            isOfDates[hits[i]] = dates[i] >= earliest && dates[i] <= latest;
        }

        var kept = new bool[leaf.MaxDoc];
        for (var doc = 0; doc < kept.Length; doc++)
        {
            kept[doc] = allowed?[doc] != false && isOfDates[leaf.Heads[doc] >= 0 ? leaf.Heads[doc] : doc];
        }

        return kept;
    }
}
