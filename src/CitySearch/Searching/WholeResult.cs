using CitySearch.Searching.Facets;
using CitySearch.Searching.Scoring;

namespace CitySearch.Searching;

/// <summary>
/// All hits of a query, of which pages are cut. A page depends on nothing but the whole result: every hit stands on exactly one
/// page, whatever pages are asked for and in what size.
/// </summary>
internal sealed class WholeResult
{
    private readonly TextScores _scores;
    private readonly HitRule _rule;
    private readonly IReadOnlySet<string> _filtered;
    private readonly Func<string?, IReadOnlyList<bool[]?>> _allow;
    private readonly ArraySegment<int>[] _found;
    private readonly Lazy<List<int>[]> _hits;
    private readonly Func<ArraySegment<int>[], SectionRanker> _ranker;

    /// <summary>Finds the hits.</summary>
    /// <param name="scores">The text scores.</param>
    /// <param name="rule">Which documents are hits.</param>
    /// <param name="filtered">The names that the request filters by.</param>
    /// <param name="allow">What the query and the request let through, a segment each, without the filters of a name.</param>
    /// <param name="ranker">Makes a ranker of found documents, a segment each.</param>
    public WholeResult(TextScores scores, HitRule rule, IReadOnlySet<string> filtered, Func<string?, IReadOnlyList<bool[]?>> allow, Func<ArraySegment<int>[], SectionRanker> ranker)
    {
        _scores = scores;
        _rule = rule;
        _filtered = filtered;
        _allow = allow;
        _ranker = ranker;
        _found = HitSets.Documents(scores, rule, allow(null));
        _hits = new Lazy<List<int>[]>(() => Hits(_found));
        for (var i = 0; i < _found.Length; i++)
        {
            Total += HitSets.Count(scores.Leaves[i].Leaf, _found[i]);
        }
    }

    /// <summary>Articles and references that are hits.</summary>
    public int Total { get; }

    /// <summary>The counts of all facets.</summary>
    public Dictionary<string, IReadOnlyList<FacetCount>> Facets(FacetCounter counter) =>
        counter.Count(_hits.Value, name => Hits(HitSets.Documents(_scores, _rule, _allow(name))), _filtered);

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
            ranker = _ranker(_found);
            return [];
        }

        if (order == HitOrder.Date)
        {
            return ByDate(first, count, out ranker);
        }

        ranker = _ranker(_found);
        return Shown(Best(ranker, first + count).Slice(first, count), ranker);
    }

    /// <summary>The best hits, at least as many as wanted or all.</summary>
    private static List<Hit> Best(SectionRanker ranker, int wanted)
    {
        var hits = new List<Hit>();
        var byRank = Comparer<Hit>.Create((a, b) => RankedSection.Compare(a.Best, b.Best));
        ranker.Walk(wanted, Add, left => hits.Count >= wanted && hits[wanted - 1].Best.Score > left);
        return hits;

        void Add(Candidate candidate)
        {
            var hit = new Hit(candidate, ranker.Best(candidate));
            hits.Insert(hits.BinarySearch(hit, byRank) is var at && at < 0 ? ~at : at, hit);
        }
    }

    /// <summary>A page by date: only hits of the dates that are on the page need to be ranked.</summary>
    private List<List<RankedSection>> ByDate(int first, int count, out SectionRanker ranker)
    {
        var sorted = _hits.Value.SelectMany((hits, i) => hits.Select(hit => _scores.Leaves[i].Leaf.Dates[hit])).ToArray();
        Array.Sort(sorted);
        Array.Reverse(sorted);
        var (latest, earliest) = (sorted[first], sorted[first + count - 1]);
        var before = Array.IndexOf(sorted, latest);
        ranker = _ranker([.. _scores.Leaves.Select((leaf, i) => OfDates(leaf.Leaf, _found[i], earliest, latest))]);
        return Shown([.. Best(ranker, Total).OrderByDescending(hit => DateOf(hit.Candidate.Leaf.Leaf, hit.Candidate.Best)).Skip(first - before).Take(count)], ranker);
    }

    private static int[] OfDates(LeafColumns leaf, ArraySegment<int> found, int earliest, int latest) =>
        [.. found.Where(doc => DateOf(leaf, doc) is var date && date >= earliest && date <= latest)];

    private static List<List<RankedSection>> Shown(List<Hit> hits, SectionRanker ranker) => hits.ConvertAll(hit => HitAssembler.Shown(ranker.Sections(hit.Candidate, HitAssembler.LeastShare)));

    private List<int>[] Hits(ArraySegment<int>[] found) => [.. found.Select((docs, i) => HitSets.Heads(_scores.Leaves[i].Leaf, docs))];

    private static int DateOf(LeafColumns leaf, int doc) => leaf.Dates[leaf.HitOf(doc)];

    private sealed record Hit(Candidate Candidate, RankedSection Best);
}
