using System.Diagnostics;
using CitySearch.Concepts;
using CitySearch.Evaluation;
using CitySearch.Indexing;
using CitySearch.Searching.Language;
using CitySearch.Searching.Materials;
using CitySearch.Searching.Suggestions;
using CitySearch.Snippets;

namespace CitySearch.Searching;

/// <summary>Answers searches over the index of a <see cref="CitySearchOptions"/>.</summary>
internal sealed class SearchService : ISearchService, IDisposable
{
    // More of a pasted text than this changes no ranking; what lies beyond is not read.
    private const int LongestQuery = 4000;

    // Candidates for every hit wanted: several sections of one article make one hit.
    private const int CandidatesPerHit = 8;
    private const int FewestCandidates = 200;

    private const int FacetValues = 100;

    private readonly GenerationHolder _holder;
    private readonly RankingWeights _weights;
    private readonly CitySearchOptions _options;
    private readonly TimeProvider _clock;
    private readonly ThesaurusFile _thesaurus;
    private readonly SearchMetrics? _metrics;
    private readonly NameIndexes _names;
    private readonly DidYouMean _didYouMean;
    private volatile TitleTerms? _titles;

    /// <summary>Makes a search host over an index.</summary>
    /// <param name="options">Where the index is.</param>
    /// <param name="weights">Other weights than those in use.</param>
    /// <param name="holder">Holds the index open, where others share it; otherwise the host has its own.</param>
    /// <param name="clock">Tells what day it is.</param>
    /// <param name="thesaurus">The thesaurus; otherwise the one that the options name.</param>
    /// <param name="metrics">Told of every search.</param>
    /// <param name="names">Keeps the names by which queries are corrected, where others share them.</param>
    public SearchService(
        CitySearchOptions options, RankingWeights? weights = null, GenerationHolder? holder = null, TimeProvider? clock = null, ThesaurusFile? thesaurus = null, SearchMetrics? metrics = null,
        NameIndexes? names = null)
    {
        _options = options;
        _clock = clock ?? TimeProvider.System;
        _thesaurus = thesaurus ?? new ThesaurusFile(options.ThesaurusPath);
        _holder = holder ?? new GenerationHolder(options);
        _weights = weights ?? RankingWeights.Default;
        _metrics = metrics;
        _names = names ?? new NameIndexes();
        _didYouMean = new DidYouMean(_weights);
    }

    /// <inheritdoc/>
    public Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default) =>
        Task.Run(() => _metrics is null ? Search(request, cancellationToken) : _metrics.Measure(request, () => Search(request, cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public Task<WholeArticle> GetArticleAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Task.Run(() => Read(generation => new MaterialReader(generation) is var reader && reader.FindArticle(id) is { } place ? reader.Article(place) : throw Unknown(id, generation)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<WholeReference> GetReferenceAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Task.Run(() => Read(generation => new MaterialReader(generation) is var reader && reader.FindReference(id) is { } entries ? reader.Reference(entries) : throw UnknownIdException.Of(id, [])), cancellationToken);
    }

    /// <summary>Answers a search on the calling thread.</summary>
    public SearchResponse Search(SearchRequest request, CancellationToken cancellationToken)
    {
        Check(request);
        var started = Stopwatch.GetTimestamp();
        using var lease = _holder.Acquire();
        var generation = lease.Generation;
        var plan = Plan(request.Query, generation);
        if (plan.IsEmpty)
        {
            return Response(request, generation, started, 0, []) with
            {
                Message = "there is nothing to search for: the query has no word, number or Chinese character",
            };
        }

        using var scores = TextScores.Compute(generation, plan.Clauses, _weights.About, cancellationToken);
        var rule = HitRule.Of(scores, plan, _weights);
        var filtered = generation.Leaves.Select(leaf => Filters.Allowed(generation, leaf, request.Kind, request.Filters)).ToArray();
        var allowed = HitSelection.Of(generation, scores, plan, rule, filtered, _weights, cancellationToken);
        var sets = HitSets.Find(scores, rule, allowed);
        var total = sets.Sum(s => s.Count);
        var wanted = request.Sort == HitOrder.Date ? total : Math.Min(request.Page * request.Top, total);
        var groups = Groups(scores, allowed, plan, generation, wanted);
        if (request.Sort == HitOrder.Date)
        {
            groups = ByDate(groups);
        }

        var assembler = new HitAssembler(new SnippetMaker(generation.Analyzer.Index, plan.Snippets), request.Explain, plan.Clauses, generation, _weights);
        var first = (request.Page - 1) * request.Top;
        var hits = groups.Skip(first).Take(request.Top).Select((group, i) => assembler.Assemble(group, first + i + 1)).ToList();
        return Response(request, generation, started, total, hits) with
        {
            Suggestion = _didYouMean.Of(request.Query, total, generation, () => _names.Of(generation, _thesaurus.Current), cancellationToken),
            Facets = request.Facets ? Facets(generation, sets) : null,
            Understood = UnderstoodQuery.Of(plan.Tree),
        };
    }

    /// <summary>
    /// The best sections by themselves, before they are grouped into articles: what an evaluation judges. A section without
    /// an id in its source counts as its article.
    /// </summary>
    public List<RankedDocument> RankSections(string query, int top, CancellationToken cancellationToken)
    {
        using var lease = _holder.Acquire();
        var generation = lease.Generation;
        var plan = Plan(query, generation);
        if (plan.IsEmpty)
        {
            return [];
        }

        using var scores = TextScores.Compute(generation, plan.Clauses, _weights.About, cancellationToken);
        var allowed = HitSelection.Of(generation, scores, plan, HitRule.Of(scores, plan, _weights), new bool[]?[scores.Leaves.Count], _weights, cancellationToken);
        var ranked = Rank(scores, allowed, plan, generation, Math.Max(FewestCandidates, top * CandidatesPerHit));
        return [.. ranked.Where(r => !r.IsReference).Select(r => new RankedDocument(SourceId(r), r.Score)).DistinctBy(d => d.Id).Take(top)];
    }

    /// <inheritdoc/>
    public void Dispose() => _holder.Dispose();

    private static UnknownIdException Unknown(string id, SearchGeneration generation) => UnknownIdException.Of(id, SimilarIds.Of(id, generation));

    private T Read<T>(Func<SearchGeneration, T> read)
    {
        using var lease = _holder.Acquire();
        return read(lease.Generation);
    }

    private static string SourceId(RankedSection ranked)
    {
        var reader = ranked.Leaf.Leaf.Reader;
        var section = StoredRecords.Read(reader.Document(ranked.Doc), IndexSchema.SectionRecord, StoredRecords.Section);
        return section.SourceId ?? StoredRecords.Read(reader.Document(ranked.Head), IndexSchema.ArticleRecord, StoredRecords.Article).Id;
    }

    private static void Check(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request.Query, "query");
        if (request.Top is < 1 or > SearchRequest.LargestPage)
        {
            throw SearchRequestException.Top();
        }

        if (request.Page < 1 || (long)request.Page * request.Top > SearchRequest.DeepestHit)
        {
            throw SearchRequestException.Page();
        }

        Filters.Check(request.Filters);
    }

    private SearchResponse Response(SearchRequest request, SearchGeneration generation, long started, int total, IReadOnlyList<SearchHit> hits) => new()
    {
        Query = request.Query,
        Total = total,
        TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2),
        Page = request.Page,
        Top = request.Top,
        Generation = generation.Commit.Generation,
        Hits = hits,
        Warning = _thesaurus.LastError?.Message,
    };

    private static Dictionary<string, IReadOnlyList<FacetCount>> Facets(SearchGeneration generation, List<int>[] sets)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < sets.Length; i++)
        {
            HitSets.CountFacets(generation.Leaves[i].Reader, sets[i], counts);
        }

        var split = counts.Select(c => (Name: c.Key[..c.Key.IndexOf(FacetFields.Separator)], Value: c.Key[(c.Key.IndexOf(FacetFields.Separator) + 1)..], Count: c.Value)).ToLookup(c => c.Name);
        return FacetNames.All.ToDictionary(
            name => name,
            name => (IReadOnlyList<FacetCount>)[.. split[name].OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(FacetValues).Select(c => new FacetCount(c.Value, c.Count))]);
    }

    private static List<List<RankedSection>> ByDate(List<List<RankedSection>> groups)
    {
        static long Date(List<RankedSection> group)
        {
            var best = group[0];
            return best.Leaf.Leaf.Reader.GetNumericDocValues(IndexSchema.Date).Get(best.IsReference ? best.Doc : best.Head);
        }

        return [.. groups.OrderByDescending(Date)];
    }

    private QueryPlan Plan(string query, SearchGeneration generation) =>
        QueryPlan.Of(query.Length > LongestQuery ? query[..LongestQuery] : query, generation.Analysis, _thesaurus.Current, generation.Statistics, _weights, generation.Dictionary);

    private List<RankedSection> Rank(TextScores scores, IReadOnlyList<bool[]?> allowed, QueryPlan plan, SearchGeneration generation, int candidates)
    {
        var titles = _titles;
        if (titles is null || titles.Generation != generation)
        {
            _titles = titles = new TitleTerms(generation, generation.Analysis);
        }

        var freshness = new Freshness(_options.Freshness, _options.FreshnessHalfLifeYears, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime));
        return new SectionRanker(titles, _weights, freshness).Rank(scores, allowed, plan, candidates);
    }

    /// <summary>As many groups as are wanted, taking more candidates while one article has too many of them.</summary>
    private List<List<RankedSection>> Groups(TextScores scores, IReadOnlyList<bool[]?> allowed, QueryPlan plan, SearchGeneration generation, int wanted)
    {
        for (var candidates = Math.Max(FewestCandidates, wanted * CandidatesPerHit); ; candidates *= 4)
        {
            var ranked = Rank(scores, allowed, plan, generation, candidates);
            var groups = HitAssembler.Group(ranked);
            if (groups.Count >= wanted || ranked.Count < candidates)
            {
                return groups;
            }
        }
    }
}
