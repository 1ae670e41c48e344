using CitySearch.Searching.Language;
using CsCheck;

namespace CitySearch.Tests.Searching.Language;

/// <summary>What holds for any string.</summary>
public sealed class QueryLanguagePropertyTests
{
    [Fact]
    public void A_hundred_thousand_strings_of_operators_and_words_parse_print_and_parse_to_the_same_tree() => HostileQueries.Any.ForAll(
        query =>
        {
            var tree = QueryLanguage.Parse(query);
            var printed = QueryLanguage.Print(tree);

            Assert.True(tree.Equals(QueryLanguage.Parse(printed)), $"{Show(query)} prints as {Show(printed)}");
            Assert.Equal(printed, QueryLanguage.Print(QueryLanguage.Parse(printed)));
        },
        100_000);

    [Fact]
    public void Any_string_at_all_parses_prints_and_parses_to_the_same_tree() => Gen.String.ForAll(query =>
        Assert.Equal(QueryLanguage.Parse(query), QueryLanguage.Parse(QueryLanguage.Print(QueryLanguage.Parse(query)))),
        10_000);

    [Fact]
    public void Words_without_any_mark_of_the_language_are_one_text() => HostileQueries.OneOf("智慧城市", "评价", "and", "或者", " ", "，", "2019年", "GB/T 36333-2018", "C++", "，").Array[0, 8].Select(string.Concat).ForAll(
        query => Assert.Equal(new TextNode(query.Trim()), QueryLanguage.Parse(query)),
        2_000);

    [Fact]
    public void No_tree_has_more_operators_or_deeper_groups_than_the_language_allows() => HostileQueries.Any.ForAll(
        query =>
        {
            var tree = QueryLanguage.Parse(string.Concat(Enumerable.Repeat(query + " ", 40)));
            Assert.InRange(Leaves(tree), 0, (3 * QueryLanguage.MostOperators) + 1);
            Assert.InRange(Depth(tree), 1, (QueryLanguage.MostNested * 6) + 8);
        },
        2_000);

    private static int Leaves(QueryNode node) => node switch
    {
        GroupNode group => group.Children.Sum(Leaves),
        MustNode must => Leaves(must.Child),
        NotNode not => Leaves(not.Child),
        FieldNode field => Leaves(field.Value),
        _ => 1,
    };

    private static int Depth(QueryNode node) => 1 + node switch
    {
        GroupNode group => group.Children.Max(Depth),
        MustNode must => Depth(must.Child),
        NotNode not => Depth(not.Child),
        FieldNode field => Depth(field.Value),
        _ => 0,
    };

    private static string Show(string text) => string.Concat(text.Select(c => c is >= ' ' and not '\u007f' && !char.IsSurrogate(c) ? c.ToString() : $"\\u{(int)c:x4}"));
}
