using CitySearch.Concepts;
using CitySearch.Searching;
using CitySearch.Searching.Language;
using CitySearch.Searching.Scoring;

namespace CitySearch.Tests.Searching.Language;

/// <summary>No query can ask for more than a fixed amount of work. Counts are asserted, never times.</summary>
public sealed class QueryBoundsTests : IAsyncLifetime
{
    // Terms, phrases, other labels, the whole query, and one clause for each operator that makes one.
    private const int MostClauses = ClausePlanner.MostTerms + 16 + 1 + QueryLanguage.MostOperators;

    private readonly TestCorpus _corpus = new();
    private readonly GenerationHolder _holder;

    /// <summary>Opens a small index.</summary>
    public QueryBoundsTests() => _holder = new GenerationHolder(new CitySearchOptions { CorpusPath = _corpus.CorpusPath, IndexPath = _corpus.IndexPath });

    public async ValueTask InitializeAsync()
    {
        // Every word of two letters, so that a star has a thousand words to stand for.
        var words = Enumerable.Range('a', 26).SelectMany(a => Enumerable.Range('a', 26), (a, b) => $"{(char)a}{(char)b}").ToList();
        for (var i = 0; i < 8; i++)
        {
            _corpus.Write($"a{i}.md", $"---\ndate: {2012 + i}-05-0{i + 1}\nauthor: 单志广{i}\n---\n\n# 第{i}篇 智慧城市\n\n{string.Join(' ', words.Skip(i * 80).Take(160))}\n\n## 城市大脑\n\n招商公司的城市大脑。\n\n## 参考文献\n\n[1] 陈卫强.城市大脑的实践与思考.人民网.2019.9.{i + 1}\n");
        }

        await _corpus.IndexAsync();
    }

    public ValueTask DisposeAsync()
    {
        _holder.Dispose();
        _corpus.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Three_thousand_hostile_queries_are_answered_with_a_bounded_number_of_clauses() => HostileQueries.Any.ForAll(
        query =>
        {
            CheckPlan(query);
            var response = _corpus.SearchAsync(new SearchRequest(query) { Top = 3, Facets = true, Explain = true }).GetAwaiter().GetResult();
            Assert.InRange(response.Hits.Count, 0, 3);
            Assert.True(response.Message is null || response.Total == 0);
        },
        3_000);

    [Theory]
    [InlineData("a* ")]
    [InlineData("智* ")]
    [InlineData("ab~2 ")]
    [InlineData("城市大脑的实践与思考~2 ")]
    [InlineData("+a* ")]
    [InlineData("a* OR ")]
    [InlineData("title:a* ")]
    [InlineData("no:1 ")]
    [InlineData("path:*a*a*a*a*a*b ")]
    [InlineData("\"城市 大脑\"~100 ")]
    [InlineData("(a* b* ")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa~2 ")]
    public async Task A_thousand_stars_and_tildes_stand_for_no_more_words_than_a_query_may_have(string repeated)
    {
        var query = string.Concat(Enumerable.Repeat(repeated, 1000));

        CheckPlan(query);
        var response = await _corpus.SearchAsync(query);

        Assert.InRange(response.Total, 0, 16);
    }

    [Fact]
    public void A_star_stands_for_the_most_frequent_words()
    {
        using var lease = _holder.Acquire();
        var words = lease.Generation.Dictionary.Beginning([CitySearch.Indexing.IndexSchema.Text], "c", 10);

        Assert.Equal(10, words.Count);
        Assert.All(words, word => Assert.StartsWith("c", word, StringComparison.Ordinal));
        var frequencies = words.Select(lease.Generation.Statistics.DocumentFrequency).ToList();
        Assert.Equal(frequencies.OrderDescending(), frequencies);
        Assert.All(Enumerable.Range('a', 26), b => Assert.True(words.Contains($"c{(char)b}") || lease.Generation.Statistics.DocumentFrequency($"c{(char)b}") <= frequencies[^1]));
    }

    [Theory]
    [InlineData("ab", "ab", 0)]
    [InlineData("brian", "brain", 1)]
    [InlineData("brian", "bran", 1)]
    [InlineData("brian", "brianx", 1)]
    [InlineData("brian", "brixn", 1)]
    [InlineData("brian", "bxxan", 2)]
    [InlineData("brian", "xxxan", 3)]
    [InlineData("brian", "b", 3)]
    public void Words_differ_by_so_many_characters(string a, string b, int edits)
    {
        Assert.Equal(edits, EditDistance.Of(a, b, 2));
        Assert.Equal(edits, EditDistance.Of(b, a, 2));
    }

    [Theory]
    [InlineData("智慧城市 -招商")]
    [InlineData("a* AND title:城市 -path:x/*")]
    public async Task A_search_with_operators_is_stopped_when_it_is_cancelled(string query)
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var search = (ISearchService)_corpus.Services.GetService(typeof(ISearchService))!;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search.SearchAsync(new SearchRequest(query), cancelled.Token));
    }

    private void CheckPlan(string query)
    {
        using var lease = _holder.Acquire();
        var generation = lease.Generation;
        var plan = QueryPlan.Of(query.Length > 4000 ? query[..4000] : query, generation.Analysis, Thesaurus.Empty, generation.Statistics, RankingWeights.Default, generation.Dictionary);

        Assert.InRange(plan.Clauses.Count, 0, MostClauses);
        Assert.InRange(plan.Clauses.Sum(c => c.Alternatives?.Count ?? 0), 0, ExpandedForms.MostFormsOfQuery + QueryLanguage.MostOperators);
        Assert.InRange(Count(plan.Required), 0, 4 * QueryLanguage.MostOperators);
    }

    private static int Count(Requirement? requirement) => requirement switch
    {
        null => 0,
        AllRequirement all => all.Parts.Sum(Count),
        AnyRequirement any => any.Parts.Sum(Count),
        NotRequirement not => Count(not.Part),
        FieldRequirement field => Math.Max(1, (field.Forms?.Alternatives.Count ?? 0) / ExpandedForms.MostForms),
        _ => 1,
    };
}
