using CitySearch.Analysis;
using CitySearch.Searching;
using CitySearch.Searching.Scoring;

namespace CitySearch.Tests.Text;

public sealed class ChineseNumeralsTests
{
    [Theory]
    [InlineData("二〇一九年", "2019")]
    [InlineData("二零一九年", "2019")]
    [InlineData("二○一九年", "2019")]
    [InlineData("二O二O年", "2020")]
    [InlineData("二0一九年", "2019")]
    [InlineData("一九四九年", "1949")]
    [InlineData("零八年", "08")]
    [InlineData("一〇八国道", "108")]
    [InlineData("第三十六次", "36")]
    [InlineData("第一次", "1")]
    [InlineData("第十条", "10")]
    [InlineData("十一月", "11")]
    [InlineData("三月", "3")]
    [InlineData("二十四节气", "24")]
    [InlineData("一百零八", "108")]
    [InlineData("一千零八十", "1080")]
    [InlineData("两万五千里", "25000")]
    [InlineData("兩千個", "2000")]
    [InlineData("十三亿", "1300000000")]
    [InlineData("一亿三千万", "130000000")]
    [InlineData("百分之三十", "30")]
    [InlineData("第三十六章第二十条", "36 20")]
    public void A_number_has_its_value(string text, string values) => Assert.Equal(values, Values(text));

    [Theory]
    [InlineData("十三五")]
    [InlineData("十四五规划")]
    [InlineData("二十大")]
    [InlineData("一带一路")]
    [InlineData("一网通办")]
    [InlineData("三五年")]
    [InlineData("五六十")]
    [InlineData("第一二三产业")]
    [InlineData("九一八")]
    [InlineData("百万千万")]
    [InlineData("一百三")]
    [InlineData("○○年")]
    [InlineData("十")]
    [InlineData("两会")]
    [InlineData("两三年")]
    [InlineData("二〇一九二〇二〇二〇二一二〇二二〇")]
    public void A_name_has_none(string text) => Assert.Equal("", Values(text));

    private static string Values(string text) =>
        string.Join(' ', QueryAnalysis.Tokens(AnalyzerCatalog.Get("default").Index, text).Where(t => t.Type == TokenTypes.Value).Select(t => t.Text));
}
