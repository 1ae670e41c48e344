using System.Globalization;
using System.Text;
using CitySearch.Searching;
using CitySearch.Searching.Suggestions;
using CitySearch.Text;

namespace CitySearch.Tests.Searching.Suggestions;

public sealed class EveryNameTests(SampleSuggestions sample)
{
    private const int Shown = 5;

    /// <summary>
    /// The approved file lists what is not: with how many other titles and concepts would have to make room. More than four cannot all
    /// be shown; among fewer, those of which more is written come first.
    /// </summary>
    [Fact]
    public async Task Two_characters_the_initials_and_the_pinyin_of_every_title_and_concept_bring_it_among_the_first_five()
    {
        var names = (await TitlesAsync()).Select(title => (Kind: "title", Text: title))
            .Concat(sample.Thesaurus.Concepts.Select(concept => (Kind: "concept", Text: concept.PreferredLabel.Zh ?? concept.PreferredLabel.En!)))
            .DistinctBy(name => TextFolding.Fold(name.Text)).ToList();
        var typings = new (string Name, Func<string, string> Of)[] { ("characters", FirstTwo), ("initials", Initials), ("pinyin", Pinyin) };

        var misses = new StringBuilder();
        foreach (var (name, typed) in typings)
        {
            var missed = new List<string>();
            foreach (var (kind, text) in names)
            {
                var prefix = typed(text);
                var found = await sample.SuggestAsync(prefix, Shown);
                if (found.All(s => s.Text != text))
                {
                    var others = names.Count(n => n.Text != text && typed(n.Text).StartsWith(prefix, StringComparison.Ordinal));
                    missed.Add($"{prefix}\t{kind} {text}: {(others >= Shown ? $"{others} others begin so" : "behind " + string.Join("、", found.Select(s => s.Text)))}");
                }
            }

            misses.Append(CultureInfo.InvariantCulture, $"# {name}: {names.Count - missed.Count} of {names.Count}\n").AppendJoin('\n', missed).Append('\n');
        }

        Approval.Verify("every-name.txt", misses.ToString());
    }

    [Fact]
    public async Task The_whole_of_every_name_brings_it_first()
    {
        foreach (var text in (await TitlesAsync()).Concat(sample.Thesaurus.Concepts.Select(c => c.PreferredLabel.Zh ?? c.PreferredLabel.En!)))
        {
            Assert.Equal(TextFolding.Fold(text), TextFolding.Fold((await sample.SuggestAsync(text, 1))[0].Text));
        }
    }

    private async Task<List<string>> TitlesAsync()
    {
        var titles = (await sample.Corpus.SearchAsync(new SearchRequest("城市 智慧 数字 数据 政务 the") { Kind = HitKind.Article, Top = 1000 })).Hits.OfType<ArticleHit>().Select(h => h.Title!).ToList();
        Assert.Equal(45, titles.Count);
        return [.. titles.Order(StringComparer.Ordinal)];
    }

    private static string Key(string text)
    {
        var key = new NameKey();
        key.Set(text, 64);
        return key.Text;
    }

    private static string FirstTwo(string text) => Key(text)[..Math.Min(2, Key(text).Length)];

    private static string Initials(string text) => string.Concat(Key(text).Select(c => PinyinTable.Current.Readings(c) is [var first, ..] ? first[..1] : c.ToString()));

    private static string Pinyin(string text) => string.Concat(Key(text).Select(c => PinyinTable.Current.Readings(c) is [var first, ..] ? first : c.ToString()));
}
