using CitySearch.Text;

namespace CitySearch.Tests.Text;

public sealed class DateScannerTests
{
    [Theory]
    [InlineData("2017年4月1日")]
    [InlineData("2017年04月01日")]
    [InlineData("2017 年 4 月 1 日")]
    [InlineData("２０１７年４月１日")]
    [InlineData("二〇一七年四月一日")]
    [InlineData("二○一七年四月一日")]
    [InlineData("2017年四月1号")]
    [InlineData("2017-04-01")]
    [InlineData("2017-4-1")]
    [InlineData("2017/04/01")]
    [InlineData("2017.4.1")]
    [InlineData("20170401")]
    public void Every_spelling_of_a_date_is_the_same_day(string text)
    {
        Assert.Equal([text + " 2017-04-01"], Dates(text));
        Assert.Equal([text + " 2017-04-01"], Dates($"自{text}起施行。")[..1]);
    }

    [Theory]
    [InlineData("2017年4月", "2017年4月 2017-04")]
    [InlineData("二〇一八年十二月", "二〇一八年十二月 2018-12")]
    [InlineData("二〇二〇年十一月三十日", "二〇二〇年十一月三十日 2020-11-30")]
    [InlineData("2018-12", "2018-12 2018-12")]
    [InlineData("2018年1-3月", "")]
    [InlineData("2018年12月31日至2019年1月2日", "2018年12月31日 2018-12-31, 2019年1月2日 2019-01-02")]
    [InlineData("2020-02-29", "2020-02-29 2020-02-29")]
    [InlineData("2021年2月29日", "2021年2月 2021-02")]
    public void A_month_of_a_year_is_found_and_what_no_calendar_has_is_not(string text, string dates) => Assert.Equal(dates, string.Join(", ", Dates(text)));

    [Theory]
    [InlineData("GB/T 33356-2016")]
    [InlineData("2016-2019")]
    [InlineData("2017-13-01")]
    [InlineData("20171301")]
    [InlineData("120170401")]
    [InlineData("13812345678")]
    [InlineData("2017.4")]
    [InlineData("2017年第4号")]
    [InlineData("十三五年一月")]
    [InlineData("4月1日")]
    [InlineData("2017年")]
    public void What_is_no_date_is_none(string text) => Assert.Empty(Dates(text));

    private static List<string> Dates(string text)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        return [.. DateScanner.Find(folded).Select(d => $"{text[folded.Start(d.First)..folded.End(d.End - 1)]} {d.Year:D4}-{d.Month:D2}{(d.Day > 0 ? $"-{d.Day:D2}" : "")}")];
    }
}
