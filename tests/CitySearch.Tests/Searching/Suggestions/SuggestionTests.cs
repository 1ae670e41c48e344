using System.Globalization;
using CitySearch.Searching;
using CitySearch.Searching.Suggestions;
using CitySearch.Tests.Analysis;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Searching.Suggestions;

public sealed class SuggestionTests(SampleSuggestions sample)
{
    /// <summary>What was typed, and the suggestion that must be among the first five, with «» around its highlight.</summary>
    public static TheoryData<string, string> Typed => new()
    {
        // Characters: in either script and width, from the beginning and from inside.
        { "城市大", "«城市大»脑" },
        { "數字政府", "«数字政府»" },
        { "ｃｉｍ", "«CIM»" },
        { "生命线", "城市«生命线»" },
        { "《城市大脑", "«城市大脑»" },

        // Pinyin: together, apart, the last syllable in part, ü in its spellings.
        { "chengshidanao", "«城市大脑»" },
        { "CHENGSHIDANAO", "«城市大脑»" },
        { "cheng shi da nao", "«城市大脑»" },
        { "cheng'shi'da'nao", "«城市大脑»" },
        { "chengshidan", "«城市大脑»" },
        { "chengshi dan", "«城市大脑»" },
        { "shanzhiguang", "«单志广»" },
        { "lvsejian", "«绿色建»筑" },
        { "lüsejian", "«绿色建»筑" },

        // Initials, and mixtures.
        { "csdn", "«城市大脑»" },
        { "zhhchsh", "«智慧城市»" },
        { "szzf", "«数字政府»" },
        { "城市dn", "«城市大脑»" },
        { "城shidanao", "«城市大脑»" },
        { "chengshi大n", "«城市大脑»" },
        { "hlw+zwfw", "«互联网+政务服务»" },

        // English.
        { "city b", "«City B»rain" },
        { "CITYB", "«City B»rain" },
        { "govern", "Smart «Govern»ment" },
        { "Kitch", "«Kitch»in R" },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task What_is_typed_is_completed_and_what_was_typed_is_marked(string typed, string marked)
    {
        var suggestions = await sample.SuggestAsync(typed);

        Assert.Contains(marked, suggestions.Select(Marked));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("《")]
    [InlineData("-")]
    [InlineData("🧠")]
    [InlineData("engshi")]
    [InlineData("hengshidanao")]
    [InlineData("chengshidaxao")]
    [InlineData("c'hengshi")]
    public async Task What_begins_no_name_is_not_completed(string typed) => Assert.Empty(await sample.SuggestAsync(typed));

    [Fact]
    public async Task No_text_is_suggested_twice_and_no_more_than_were_asked_for()
    {
        foreach (var typed in new[] { "c", "城", "zh", "s", "smart", "智慧", "2" })
        {
            var suggestions = await sample.SuggestAsync(typed, 20);

            Assert.InRange(suggestions.Count, 1, 20);
            Assert.Equal(suggestions.Count, suggestions.Select(s => s.Text).Distinct().Count());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task As_many_as_are_out_of_range_cannot_be_asked_for(int top)
    {
        var service = sample.Corpus.Services.GetRequiredService<ISuggestionService>();

        var error = await Assert.ThrowsAsync<SearchRequestException>(() => service.SuggestAsync("a", top, TestContext.Current.CancellationToken));
        Assert.Equal("top must be between 1 and 100", error.Message);
    }

    [Fact]
    public void Any_text_is_answered_with_marks_inside_the_text_between_characters_and_never_empty() => MixedText.Any.ForAll(text =>
    {
        foreach (var typed in new[] { text, text[..Math.Min(2, text.Length)], text[..Math.Min(1, text.Length)] })
        {
            Check(Suggestions(typed));
        }
    }, 300);

    [Fact]
    public async Task Names_of_any_characters_are_marked_between_them_and_never_emptily()
    {
        using var corpus = new TestCorpus();
        var titles = new List<string>();
        MixedText.Any.ForAll(text => titles.Add(text), 60);
        for (var i = 0; i < titles.Count; i++)
        {
            corpus.Write($"{i}.txt.md", $"---\ntitle: {System.Text.Json.JsonSerializer.Serialize(titles[i])}\n---\n\n正文。\n");
        }

        await corpus.IndexAsync();
        var service = corpus.Services.GetRequiredService<ISuggestionService>();
        foreach (var typed in titles.SelectMany(t => new[] { t, t[..Math.Min(1, t.Length)], t[..Math.Min(3, t.Length)] }).Concat(["c", "ch", "cheng", "x", "城", "1", "f", "e"]))
        {
            Check((await service.SuggestAsync(typed, 50, TestContext.Current.CancellationToken)).Suggestions);
        }
    }

    [Fact]
    public async Task A_new_generation_and_an_edited_thesaurus_are_seen()
    {
        using var corpus = new TestCorpus().Write("a.md", "# 海绵城市\n\n正文。\n");
        await corpus.IndexAsync();
        var service = corpus.Services.GetRequiredService<ISuggestionService>();
        async Task<string[]> Texts(string typed) => [.. (await service.SuggestAsync(typed, 10, TestContext.Current.CancellationToken)).Suggestions.Select(s => s.Text)];

        Assert.Equal(["海绵城市"], await Texts("hmcs"));

        corpus.Write("a.md", "# 韧性城市\n\n## 三、海绵体\n\n正文。\n");
        await corpus.IndexAsync();
        Assert.Empty(await Texts("hmcs"));
        Assert.Equal(["海绵体"], await Texts("haimian"));
        Assert.Equal(["韧性城市"], await Texts("rxcs"));
    }

    private IReadOnlyList<Suggestion> Suggestions(string typed) =>
        sample.Corpus.Services.GetRequiredService<ISuggestionService>().SuggestAsync(typed, 10, TestContext.Current.CancellationToken).GetAwaiter().GetResult().Suggestions;

    private static void Check(IReadOnlyList<Suggestion> suggestions)
    {
        foreach (var suggestion in suggestions)
        {
            var borders = StringInfo.ParseCombiningCharacters(suggestion.Text).Append(suggestion.Text.Length).ToHashSet();
            var highlight = Assert.Single(suggestion.Highlights);
            Assert.True(highlight.Length > 0 && borders.Contains(highlight.Start) && borders.Contains(highlight.Start + highlight.Length), $"{suggestion.Text}: {highlight}");
        }
    }

    private static string Marked(Suggestion suggestion) => TestCorpus.Marked(new CitySearch.Snippets.Snippet(suggestion.Text, suggestion.Highlights));
}
