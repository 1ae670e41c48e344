using CitySearch.Analysis;
using CitySearch.Searching;
using CitySearch.Searching.Scoring;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Standard;

namespace CitySearch.Tests.Analysis;

public sealed class AnalyzerCatalogTests
{
    [Theory]
    [InlineData("cjk", typeof(CJKAnalyzer))]
    [InlineData("standard", typeof(StandardAnalyzer))]
    public void Lucenes_analyzers_have_names(string name, Type type)
    {
        var choice = AnalyzerCatalog.Get(name);

        Assert.IsType(type, choice.Index);
        Assert.Same(choice.Index, choice.Phrase);
        Assert.StartsWith(type.FullName!, choice.Fingerprint, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_analyzer_is_taken_by_the_name_of_its_type()
    {
        var choice = AnalyzerCatalog.Get(typeof(WhitespaceAnalyzer).AssemblyQualifiedName!);

        Assert.IsType<WhitespaceAnalyzer>(choice.Index);
        Assert.Equal(["City", "城市大脑"], QueryAnalysis.Tokens(choice.Index, "City 城市大脑").Select(t => t.Text));
    }

    [Fact]
    public async Task An_index_is_built_and_searched_with_an_analyzer_by_the_name_of_its_type()
    {
        using var corpus = new TestCorpus(options => options.Analyzer = "Lucene.Net.Analysis.Core.SimpleAnalyzer, Lucene.Net.Analysis.Common")
            .Write("iot.md", "# IoT\n\nThe Smart-City platform\n");
        await corpus.IndexAsync();

        var hit = Assert.IsType<ArticleHit>(Assert.Single((await corpus.SearchAsync("CITY")).Hits));

        Assert.Equal("The Smart-«City» platform", TestCorpus.Marked(hit.Sections[0].Snippets[0]));
    }

    [Fact]
    public async Task The_words_analyzer_searches_as_the_default_one_does()
    {
        using var corpus = new TestCorpus(options => options.Analyzer = "words").Write("brain.md", "# 大脑\n\n杭州的城市大脑由二〇一九年的條例規定。\n");
        await corpus.IndexAsync();

        foreach (var query in new[] { "城市大脑", "2019年", "条例" })
        {
            Assert.Equal(1, (await corpus.SearchAsync(query)).Total);
        }
    }

    [Fact]
    public void Analyzers_with_different_tokens_have_different_fingerprints()
    {
        var fingerprints = new[] { "default", "words", "cjk", "standard", typeof(WhitespaceAnalyzer).AssemblyQualifiedName! }.Select(n => AnalyzerCatalog.Get(n).Fingerprint);
        Assert.Distinct(fingerprints);
    }

    [Fact]
    public void Where_the_package_of_smartcn_is_absent_the_message_says_how_to_get_it()
    {
        Assert.SkipWhen(Type.GetType("Lucene.Net.Analysis.Cn.Smart.SmartChineseAnalyzer, Lucene.Net.Analysis.SmartCn") is not null, "The package is present.");

        var exception = Assert.Throws<AnalyzerException>(() => AnalyzerCatalog.Get("smartcn"));

        Assert.StartsWith("the analyzer smartcn needs the package Lucene.Net.Analysis.SmartCn: build with -p:UseSmartCn=true, or reference the package in your own program", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jieba", "there is no analyzer jieba; use one of default, words, cjk, standard, smartcn, or the assembly-qualified name of a Lucene analyzer's type (Namespace.Type, Assembly)")]
    [InlineData("No.Such.Type, No.Such.Assembly", "there is no analyzer No.Such.Type, No.Such.Assembly;")]
    [InlineData("", "there is no analyzer ;")]
    [InlineData("a, b, c=,", "a, b, c=, cannot serve as an analyzer: ")]
    [InlineData("System.String", "System.String cannot serve as an analyzer: it must be a class that derives from Lucene.Net.Analysis.Analyzer")]
    [InlineData("Lucene.Net.Analysis.Analyzer, Lucene.Net", "Lucene.Net.Analysis.Analyzer, Lucene.Net cannot serve as an analyzer: it must be a class that derives from Lucene.Net.Analysis.Analyzer")]
    public void A_name_that_gives_no_analyzer_is_refused_in_one_line(string name, string message)
    {
        var exception = Assert.Throws<AnalyzerException>(() => AnalyzerCatalog.Get(name));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void An_analyzer_whose_constructor_asks_for_more_is_refused() =>
        Assert.Contains("it needs a public constructor that takes a LuceneVersion or nothing", Assert.Throws<AnalyzerException>(() => AnalyzerCatalog.Get(typeof(Demanding).AssemblyQualifiedName!)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_analyzer_whose_constructor_fails_is_refused_with_its_reason() =>
        Assert.Contains("no dictionary", Assert.Throws<AnalyzerException>(() => AnalyzerCatalog.Get(typeof(Failing).AssemblyQualifiedName!)).Message, StringComparison.Ordinal);

    internal sealed class Demanding(string dictionary) : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => throw new NotSupportedException(dictionary);
    }

    internal sealed class Failing : Analyzer
    {
        public Failing() => throw new InvalidOperationException("no dictionary");

        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => throw new NotSupportedException();
    }
}
