using System.Globalization;
using CitySearch.Analysis;
using CitySearch.Searching;
using CitySearch.Searching.Scoring;
using CitySearch.Tests.Analysis;
using CsCheck;

namespace CitySearch.Tests.Snippets;

public sealed class HighlightTests
{
    [Theory]
    [InlineData("城市大脑", "«城市大脑»与城市、大脑")]
    [InlineData("城市大脑", "«城市»的«大脑»")]
    [InlineData("城市大脑 城市", "«城市大脑»与«城市»、大脑")]
    [InlineData("\"城市大脑\"", "城市的大脑")]
    [InlineData("\"城市大脑\" 大脑", "城市的«大脑»")]
    [InlineData("香港", "«香港»貿發局«香港»國際春季燈飾展")]
    [InlineData("香港", "«香港香港»")]
    [InlineData("論壇", "国际«论坛»")]
    [InlineData("论坛", "國際«論壇»")]
    [InlineData("Smart City", "a «smart» «CITY», smartly")]
    [InlineData("二〇一九年", "«2019年»和2018年")]
    [InlineData("2019年", "«2019年»、2018年与«二〇一九年»")]
    [InlineData("大学", "«大学\uFE0F»生")]
    [InlineData("é", "caf «é\u0302» x")]
    [InlineData("处理；工程", "«处理»，再«工程»")]
    [InlineData("GB/T 33356-2016", "依据«GB/T 33356»的要求，而不是GB/T 1234")]
    [InlineData("浙数办发〔2019〕13号", "国发〔2019〕13号与«浙数办发[2019]13号»")]
    public void What_matched_is_marked_as_a_reader_would(string query, string marked) =>
        Assert.Equal(marked, SnippetFixture.Highlighted(SnippetFixture.Plan(query), marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("设立市大数据中心")]
    [InlineData("市场很大，大城小市")]
    public void A_pair_across_two_words_and_characters_out_of_words_are_chance(string text)
    {
        var plan = SnippetFixture.Plan("城市大脑", ("市", 500), ("大", 500), ("城", 60), ("脑", 60), ("城市", 50), ("大脑", 50), ("市大", 50));

        Assert.Equal(text, SnippetFixture.Highlighted(plan, text));
    }

    [Fact]
    public void A_pair_across_two_words_is_marked_between_the_two() =>
        Assert.Equal(
            "新的«城市大脑»，城市与大脑",
            SnippetFixture.Highlighted(SnippetFixture.Plan("城市大脑", ("市", 500), ("大", 500), ("城", 60), ("脑", 60), ("城市", 50), ("大脑", 50), ("市大", 50)), "新的城市大脑，城市与大脑"));

    [Fact]
    public void Highlights_are_sorted_apart_and_on_the_borders_of_clusters() => Gen.Select(MixedText.Any, MixedText.Any).ForAll((query, text) =>
    {
        var plan = SnippetFixture.Plan(query);
        var snippet = SnippetFixture.Maker(plan).Highlight(text);
        Assert.Equal(text.Trim(), snippet.Text.Trim());
        var borders = StringInfo.ParseCombiningCharacters(snippet.Text).Append(snippet.Text.Length).ToHashSet();
        var last = -1;
        foreach (var highlight in snippet.Highlights)
        {
            Assert.True(highlight.Length > 0 && highlight.Start > last && highlight.Start + highlight.Length <= snippet.Text.Length);
            Assert.True(borders.Contains(highlight.Start) && borders.Contains(highlight.Start + highlight.Length));
            last = highlight.Start + highlight.Length;
        }
    });

    [Fact]
    public void Every_highlighted_character_is_one_of_the_query() => Gen.Select(MixedText.WithoutNumbers, MixedText.WithoutNumbers).ForAll((query, text) =>
    {
        var analyzer = AnalyzerCatalog.Get("default");
        var asked = QueryAnalysis.Tokens(analyzer.Index, query).Select(t => t.Text).ToHashSet();
        var snippet = SnippetFixture.Maker(SnippetFixture.Plan(query)).Highlight(text);
        var found = QueryAnalysis.Tokens(analyzer.Index, snippet.Text).Where(t => t.Type is TokenTypes.Han or TokenTypes.Word && asked.Contains(t.Text)).ToList();
        foreach (var highlight in snippet.Highlights)
        {
            var end = highlight.Start + highlight.Length;
            Assert.Contains(found, t => t.Start == highlight.Start);
            foreach (var token in QueryAnalysis.Tokens(analyzer.Index, snippet.Text).Where(t => t.Type is TokenTypes.Han or TokenTypes.Word && t.Start < end && t.End > highlight.Start))
            {
                // C of C++ is covered by what stands beside it.
                Assert.Contains(found, t => t.Start <= token.Start && t.End >= token.End);
            }
        }
    });

    [Fact]
    public void A_text_searched_for_itself_is_highlighted() => MixedText.Any.ForAll(text =>
    {
        var plan = SnippetFixture.Plan(text);
        Assert.Equal(plan.Clauses.Count > 0, SnippetFixture.Maker(plan).Highlight(text).Highlights.Count > 0);
    });
}
