using CitySearch.Concepts;
using CitySearch.Searching.Suggestions;
using CsCheck;

namespace CitySearch.Tests.Searching.Suggestions;

public sealed class SpelledNamesTests
{
    // Characters of several readings (行, 长, 重, 乐, 都), of the same, of near ones and of like shapes, and some that have no sound.
    private static readonly Gen<string> Text = Gen.Char["行航长常重中众乐月越都独城成程陈市脑恼己已a7"].Array[2, 8].Select(chars => new string(chars));

    [Fact]
    public void Nothing_that_is_near_is_passed_over() => Gen.Select(Text.Array[1, 60], Text, Gen.Float[0.7f, 3.5f], Gen.Bool).Sample((texts, typed, limit, isSameLength) =>
    {
        var names = texts.Distinct().Select(text => new SuggestedName(text, text, SuggestionKind.Concept, 1, 1, IsShown: true)).ToList();
        var near = new SpelledNames(new NameIndex(names, Thesaurus.Empty)).Near(typed, limit, isSameLength).Select(n => n.Name.Text);
        var expected = names.Where(n => Math.Abs(n.Text.Length - typed.Length) <= (isSameLength ? 0 : 1) && TypingErrors.Cost(typed, n.Key, limit) <= limit).Select(n => n.Text);
        Assert.Equal(expected.Order(StringComparer.Ordinal), near.Order(StringComparer.Ordinal));
    });
}
