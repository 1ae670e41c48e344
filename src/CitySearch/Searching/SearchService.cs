using System.Diagnostics;
using CitySearch.Concepts;
using CitySearch.Evaluation;
using CitySearch.Indexing;
using CitySearch.Searching.Facets;
using CitySearch.Searching.Language;
using CitySearch.Searching.Materials;
using CitySearch.Searching.Relating;
using CitySearch.Searching.Scoring;
using CitySearch.Searching.Suggestions;
using CitySearch.Snippets;

namespace CitySearch.Searching;

/// <summary>Answers searches over the index of a <see cref="CitySearchOptions"/>.</summary>
internal sealed class SearchService : ISearchService, IDisposable
{
    // More of a pasted text than this changes no ranking; what lies beyond is not read.
    private const int LongestQuery = 4000;

    private readonly GenerationHolder _holder;
    private readonly RankingWeights _weights;
    private readonly CitySearchOptions _options;
    private readonly TimeProvider _clock;
    private readonly ThesaurusFile _thesaurus;
    private readonly SearchMetrics? _metrics;
    private readonly NameIndexes _names;
    private readonly DidYouMean _didYouMean;
    private readonly ConceptDocuments _concepts = new();

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
        _holder = holder ?? new GenerationHolder(options, clock);
        _weights = weights ?? RankingWeights.Default;
        _metrics = metrics;
        _names = names ?? new NameIndexes();
        _didYouMean = new DidYouMean(_weights);
    }

    /// <inheritdoc/>
    public Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default) =>
        Task.Run(() => _metrics is null ? Search(request, cancellationToken) : _metrics.Measure(request, () => Search(request, cancellationToken)), cancellationToken);

    /// <inheritdoc/>
    public Task<WholeArticle> GetArticleAsync(string id, CancellationToken cancellationToken = default) => GetArticleAsync(id, query: null, cancellationToken);

    /// <inheritdoc/>
    public Task<WholeArticle> GetArticleAsync(string id, string? query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Task.Run(() => _holder.Read(generation => new MaterialReader(generation) is var reader && reader.FindArticle(id) is { } place ? reader.Article(place, Marks(query, generation)) : throw UnknownIdException.Of(id, SimilarIds.Of(id, generation))), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<WholeReference> GetReferenceAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Task.Run(() => _holder.Read(generation => new MaterialReader(generation) is var reader && reader.FindReference(id) is { } found ? reader.Reference(found.Entries) : throw UnknownIdException.Of(id, [])), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<RelatedResponse> RelatedAsync(string id, int top = 10, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (top is < 1 or > RelatedResponse.MostHits)
        {
            throw SearchRequestException.Related();
        }

        return Task.Run(() => _holder.Read(generation => new RelatedSearch(generation, _weights).Find(id, top, cancellationToken)), cancellationToken);
    }

    /// <summary>Answers a search on the calling thread.</summary>
    /// <exception cref="IndexFolderException">The index cannot be used, or what the answer needs of it is damaged.</exception>
    public SearchResponse Search(SearchRequest request, CancellationToken cancellationToken)
    {
        Check(request);
        return _holder.Read(generation => Search(request, generation, cancellationToken), request.Generation);
    }

    private SearchResponse Search(SearchRequest request, SearchGeneration generation, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        generation.MarkServed();
        var thesaurus = _thesaurus.Current;
        var plan = Plan(request.Query, generation, thesaurus);
        if (plan.IsEmpty)
        {
            return Response(request, generation, started, 0, []) with
            {
                Message = "there is nothing to search for: the query has no word, number or Chinese character",
            };
        }

        using var scores = TextScores.Compute(generation, plan.Clauses, _weights.About, cancellationToken);
        var rule = HitRule.Of(scores, plan, _weights);
        var filters = new ResultFilters(generation, request, thesaurus, _concepts);
        var result = new WholeResult(
            scores, rule, filters.Names, without => HitSelection.Of(generation, scores, plan, rule, filters.Allowed(without), _weights, cancellationToken),
            found => Ranker(scores, found, plan, generation));
        var first = (request.Page - 1) * request.Top;
        var groups = result.Page(request.Sort, first, request.Top, out var ranker);
        var assembler = new HitAssembler(new SnippetMaker(generation.Analyzer.Index, plan.Snippets, request.Context), request.Explain ? ranker : null, plan.Clauses, generation, _weights);
        var hits = groups.Select((group, i) => assembler.Assemble(group, first + i + 1)).ToList();
        var facets = request.Facets ? result.Facets(new FacetCounter(generation, thesaurus, _concepts)) : null;
        return Response(request, generation, started, result.Total, hits) with
        {
            Suggestion = _didYouMean.Of(request.Query, result.Total, generation, () => _names.Lately(generation, thesaurus), cancellationToken),
            Facets = facets,
            Understood = UnderstoodQuery.Of(plan.Tree),
        };
    }

    /// <summary>
    /// The best sections by themselves, before they are grouped into articles: what an evaluation judges. A section without
    /// an id in its source counts as its article.
    /// </summary>
    public List<RankedDocument> RankSections(string query, int top, CancellationToken cancellationToken) =>
        _holder.Read(generation => RankSections(query, top, generation, cancellationToken));

    private List<RankedDocument> RankSections(string query, int top, SearchGeneration generation, CancellationToken cancellationToken)
    {
        var plan = Plan(query, generation, _thesaurus.Current);
        if (plan.IsEmpty)
        {
            return [];
        }

        using var scores = TextScores.Compute(generation, plan.Clauses, _weights.About, cancellationToken);
        var rule = HitRule.Of(scores, plan, _weights);
        var allowed = HitSelection.Of(generation, scores, plan, rule, new bool[]?[scores.Leaves.Count], _weights, cancellationToken);
        var found = HitSets.Documents(scores, rule, allowed);
        var sections = found.Sum(docs => docs.Count);
        // Sections without an id of their own count as one, so more may be needed.
        for (var most = top; ; most *= 2)
        {
            var best = Ranker(scores, found, plan, generation).Best(most).Select(r => new RankedDocument(SourceId(r, generation), r.Score)).DistinctBy(d => d.Id).Take(top).ToList();
            if (best.Count == top || most >= sections)
            {
                return best;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _holder.Dispose();

    /// <summary>Marks what a query matches; <see langword="null"/> when there is no query.</summary>
    private SnippetMaker? Marks(string? query, SearchGeneration generation) =>
        string.IsNullOrWhiteSpace(query) ? null : new SnippetMaker(generation.Analyzer.Index, Plan(query, generation, _thesaurus.Current).Snippets);

    private static string SourceId(RankedSection ranked, SearchGeneration generation) =>
        generation.Caches.Section(ranked.Leaf.Leaf, ranked.Doc).SourceId ?? generation.Caches.Article(ranked.Leaf.Leaf, ranked.Head).Id;

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

        if (request.Context is < SearchRequest.ShortestContext or > SearchRequest.LongestContext)
        {
            throw SearchRequestException.Context();
        }

        ResultFilters.Check(request.Filters);
    }

    private SearchResponse Response(SearchRequest request, SearchGeneration generation, long started, int total, IReadOnlyList<SearchHit> hits) => new()
    {
        Query = request.Query,
        Total = total,
        TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2),
        Page = request.Page,
        Top = request.Top,
        Generation = generation.Commit.Generation,
        Note = request.Generation is { } named && named != generation.Commit.Generation
            ? $"generation {named} of the index is no longer held; this page is of generation {generation.Commit.Generation}, so hits may come again or be missed"
            : null,
        Hits = hits,
        Warning = _thesaurus.LastError?.Message,
    };

    private QueryPlan Plan(string query, SearchGeneration generation, Thesaurus thesaurus) =>
        QueryPlan.Of(query.Length > LongestQuery ? query[..LongestQuery] : query, generation.Analysis, thesaurus, generation.Statistics, _weights, generation.Dictionary);

    private SectionRanker Ranker(TextScores scores, ArraySegment<int>[] found, QueryPlan plan, SearchGeneration generation)
    {
        var freshness = new Freshness(_options.Freshness, _options.FreshnessHalfLifeYears, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime));
        return new SectionRanker(scores, found, plan, generation.Titles, _weights, freshness);
    }
}
