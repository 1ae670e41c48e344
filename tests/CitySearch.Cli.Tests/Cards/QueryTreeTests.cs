using CitySearch.Cli.Cards;
using CitySearch.Searching.Language;
using CitySearch.Tests;

namespace CitySearch.Cli.Tests.Cards;

/// <summary>How the command says what a query was understood as.</summary>
public sealed class QueryTreeTests
{
    private const string Query = "智慧城市 “城市大脑” \"评价 指标\"～3 （杭州 OR 上海 AND 城市大恼~） +智慧* -公司 标题：(指南 OR smart*) 年份：2016..2019 date:>=2018-12 作者：单志广";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_part_of_a_query_is_a_line_in_the_users_language(bool isChinese)
    {
        using var output = new StringWriter();
        var tree = QueryLanguage.Parse(Query);

        new QueryTree(new Screen(output, 80, hasColour: false), isChinese ? Language.Chinese : Language.English).Show(new UnderstoodQuery(QueryLanguage.Print(tree), tree));

        Approval.Verify($"query-tree.{(isChinese ? "zh" : "en")}.txt", output.ToString());
    }
}
