using System.Runtime.CompilerServices;
using CitySearch.Searching.Language;

namespace CitySearch.Tests.Searching.Language;

/// <summary>
/// The table <c>queries.txt</c>: a query, how it prints and its tree, in three columns between bars. A line that begins with # is a heading;
/// what cannot be seen is written as <c>\u0000</c>.
/// </summary>
public sealed class QueryTableTests
{
    /// <summary>The rows of the table.</summary>
    public static TheoryData<string, string, string> Rows => [.. Lines().Select(columns => (columns[0], columns[1], columns[2]))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_query_is_understood_as_the_table_says(string query, string printed, string tree)
    {
        var parsed = QueryLanguage.Parse(TreeText.Hidden(query));

        Assert.Equal((tree, printed), (TreeText.Visible(TreeText.Of(parsed)), TreeText.Visible(QueryLanguage.Print(parsed))));
        Assert.Equal(parsed, QueryLanguage.Parse(QueryLanguage.Print(parsed)));
    }

    [Fact]
    public void The_table_has_rows_for_every_construct()
    {
        var trees = string.Join('\n', Lines().Select(columns => columns[2]));

        Assert.All(
            ["text(", "phrase(", "phrase~", "prefix(", "fuzzy(", "fuzzy1(", "fuzzy2(", "range(", "must(", "not(", "all(", "any(", "list(", .. QueryFields.Names.Select(name => $"{name}:")],
            construct => Assert.Contains(construct, trees, StringComparison.Ordinal));
        Assert.True(Lines().Count >= 150);
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("（")]
    [InlineData("\"")]
    [InlineData("「")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("*")]
    [InlineData("~")]
    [InlineData("\\")]
    [InlineData("《")]
    [InlineData("((a")]
    [InlineData("()")]
    [InlineData("title:(")]
    [InlineData("NOT ")]
    [InlineData("a AND ")]
    [InlineData("(a OR ")]
    public void Ten_thousand_of_anything_parse_to_a_tree_within_bounds(string repeated)
    {
        var query = string.Concat(Enumerable.Repeat(repeated, 10_000));

        var tree = QueryLanguage.Parse(query);

        Assert.Equal(tree, QueryLanguage.Parse(QueryLanguage.Print(tree)));
        Assert.InRange(TreeText.Of(tree).Count(c => c == '('), 1, query.Count(c => c == '(') + (5 * QueryLanguage.MostOperators) + 1);
    }

    [Fact]
    public void Ten_thousand_parentheses_are_text() =>
        Assert.IsType<TextNode>(QueryLanguage.Parse(new string('(', 5_000) + "城市" + new string(')', 5_000)));

    [Fact]
    public void Groups_deeper_than_the_language_allows_are_text()
    {
        var tree = QueryLanguage.Parse(string.Concat(Enumerable.Repeat("a AND (b OR ", 20)) + "c" + new string(')', 20));

        Assert.Equal(QueryLanguage.MostNested, TreeText.Of(tree).Split("any(").Length - 1);
    }

    [Fact]
    public void What_comes_after_the_last_operator_that_is_allowed_is_text()
    {
        var tree = Assert.IsType<ListNode>(QueryLanguage.Parse(string.Concat(Enumerable.Range(0, 100).Select(i => $"-词{i} "))));

        Assert.Equal(QueryLanguage.MostOperators, tree.Children.OfType<NotNode>().Count());
        Assert.StartsWith("-词64 -词65 ", Assert.IsType<TextNode>(tree.Children[^1]).Text, StringComparison.Ordinal);
    }

    private static List<string[]> Lines([CallerFilePath] string file = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(file)!, "queries.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(" | ").Select(c => c.Trim()).ToArray())];
}
