using CitySearch.Corpus;
using CitySearch.Evaluation;
using CitySearch.Indexing;
using CitySearch.Searching;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CitySearch.Tests.Searching;

public class AddCitySearchTests
{
    [Theory]
    [InlineData("CorpusPath", " ", "CitySearch:CorpusPath is empty; name the folder of the materials")]
    [InlineData("IndexPath", "", "CitySearch:IndexPath is empty; name a folder for the index")]
    [InlineData("MaxFileBytes", 0L, "CitySearch:MaxFileBytes is 0; it must be above 0")]
    [InlineData("PostingsCacheBytes", -1L, "CitySearch:PostingsCacheBytes is -1; it must be 0 or above")]
    [InlineData("Freshness", 1.5, "CitySearch:Freshness is 1.5; it must be from 0 to 1")]
    [InlineData("Freshness", double.NaN, "CitySearch:Freshness is NaN; it must be from 0 to 1")]
    [InlineData("FreshnessHalfLifeYears", 0.0, "CitySearch:FreshnessHalfLifeYears is 0; it must be above 0")]
    public void Options_that_cannot_work_are_refused_by_their_key_when_a_service_is_asked_for(string key, object value, string message)
    {
        using var services = new ServiceCollection()
            .AddCitySearch()
            .AddCitySearch(o => typeof(CitySearchOptions).GetProperty(key)!.SetValue(o, value))
            .BuildServiceProvider();

        Assert.Equal(message, Assert.Throws<OptionsValidationException>(services.GetRequiredService<ISearchService>).Message);
        Assert.Equal(message, Assert.Throws<OptionsValidationException>(services.GetRequiredService<IIndexService>).Message);
    }

    [Fact]
    public void Services_are_the_same_for_everyone_and_touch_nothing_before_they_are_used()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), $"citysearch-{Guid.NewGuid():N}");
        using var services = new ServiceCollection().AddCitySearch(o => (o.CorpusPath, o.IndexPath) = (nowhere, nowhere + "-index")).BuildServiceProvider();

        Assert.Same(services.GetRequiredService<ISearchService>(), services.GetRequiredService<ISearchService>());
        Assert.Same(services.GetRequiredService<IIndexService>(), services.GetRequiredService<IIndexService>());
        Assert.Same(services.GetRequiredService<IEvaluationService>(), services.GetRequiredService<IEvaluationService>());
        Assert.False(Directory.Exists(nowhere) || Directory.Exists(nowhere + "-index"));
    }

    [Fact]
    public async Task A_reader_of_the_embedder_wins_over_the_engines_own_and_adds_what_it_alone_knows()
    {
        using var library = new Library(
            [("a.md", "# 引擎读到的标题"), ("b.policy", "数字政府"), ("c.jsonl", """{"_id":"1","title":"城市","text":"数字政府"}""")],
            services => services.AddSingleton<IArticleReader, ShoutingReader>());
        await library.UpdateAsync();

        var response = await library.SearchAsync(new SearchRequest("数字政府 引擎"));

        Assert.Equal(["a.md", "b.policy", "c.jsonl#1"], response.Hits.Select(h => h.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["城市", "读：# 引擎读到的标题", "读：数字政府"], response.Hits.Select(h => h.Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_analyzer_of_the_embedder_makes_the_words_of_the_index_and_of_the_queries()
    {
        using var library = new Library(
            [("a.md", "# 甲\n\n城市大脑、数字政府\n")],
            services => services.Configure<CitySearchOptions>(options => options.Analyzer = typeof(ListAnalyzer).AssemblyQualifiedName));

        var report = await library.UpdateAsync();

        Assert.Equal(typeof(ListAnalyzer).AssemblyQualifiedName, report.Analyzer);
        Assert.Equal(1, (await library.SearchAsync(new SearchRequest("数字政府"))).Total);
        Assert.Equal(0, (await library.SearchAsync(new SearchRequest("数字"))).Total);
    }

    /// <summary>Takes what stands between ideographic commas as one word.</summary>
    public sealed class ListAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            new(new ListTokenizer(reader));

        private sealed class ListTokenizer(TextReader reader) : CharTokenizer(LuceneVersion.LUCENE_48, reader)
        {
            protected override bool IsTokenChar(int c) => c != '、';
        }
    }

    private sealed class ShoutingReader : IArticleReader
    {
        public IReadOnlyCollection<string> Extensions => [".md", ".policy"];

        public string Version => "shouting/1";

        public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
        {
            var text = File.ReadAllText(file.FullPath);
            yield return new Article { Id = file.Path, Path = file.Path, Title = $"读：{text}", Sections = [new Section { Line = 1, Text = text }] };
        }
    }
}
