using CitySearch.Corpus;
using CsCheck;

namespace CitySearch.Tests.Corpus;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2019-06-10", "2019-06-10")]
    [InlineData(" 2019-6-1 ", "2019-06-01")]
    [InlineData("2019-06-10 08:30:00", "2019-06-10")]
    [InlineData("2019-06-10T08:30:00+08:00", "2019-06-10")]
    [InlineData("2019-06-10T00:00:00.000Z", "2019-06-10")]
    [InlineData("2019/6/10", "2019-06-10")]
    [InlineData("2019.6", "2019-06")]
    [InlineData("2019．6．10", "2019-06-10")]
    [InlineData("2019", "2019")]
    [InlineData("2019年", "2019")]
    [InlineData("2019年6月", "2019-06")]
    [InlineData("2019年06月10日 星期一", "2019-06-10")]
    [InlineData("2019 年 6 月 10 日", "2019-06-10")]
    [InlineData("２０１９年６月１０日", "2019-06-10")]
    [InlineData("20190610", "2019-06-10")]
    [InlineData("20190610 08:30", "2019-06-10")]
    [InlineData("2019-2020", "2019")]
    [InlineData("2018—2020年", "2018")]
    [InlineData("二〇一九年六月十日", "2019-06-10")]
    [InlineData("二零一九年十二月二十三日", "2019-12-23")]
    [InlineData("二○二○年十月三十一日", "2020-10-31")]
    [InlineData("一九九八年十一月", "1998-11")]
    [InlineData("Jun 10, 2019", "2019-06-10")]
    [InlineData("June 10, 2019", "2019-06-10")]
    [InlineData("10 June 2019", "2019-06-10")]
    [InlineData("Mon Jun 10 2019", "2019-06-10")]
    [InlineData("6/10/2019", "2019-06-10")]
    [InlineData("June 2019", "2019-06")]
    public void A_date_is_read_at_the_precision_it_gives(string text, string date) => Assert.Equal(date, DateText.Parse(text)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("去年")]
    [InlineData("2019-13-01")]
    [InlineData("2019年2月30日")]
    [InlineData("20191301")]
    [InlineData("0000-01-01")]
    [InlineData("201906")]
    [InlineData("123456789")]
    [InlineData("发布于2019年")]
    [InlineData("2019-06-10 这一段文字太长，不像一个日期，而像一句正文，所以不当作日期来读，即使它以一个日期开头也一样，这里再补几个字，直到超过六十四个字为止。")]
    public void What_is_no_date_gives_none(string? text) => Assert.Null(DateText.Parse(text));

    [Fact]
    public void Every_day_reads_back_in_every_spelling() =>
        Gen.Int[1000, 2999].SelectMany(year => Gen.Int[1, 12].SelectMany(month => Gen.Int[1, DateTime.DaysInMonth(year, month)].Select(day => new PartialDate(year, month, day))))
            .ForAll(date =>
            {
                var (year, month, day) = (date.Year, date.Month!.Value, date.Day!.Value);
                string[] spellings =
                [
                    date.ToString(), $"{year}/{month}/{day}", $"{year}.{month:D2}.{day:D2}", $"{year}年{month}月{day}日", $"{year}{month:D2}{day:D2}",
                    string.Concat($"{year}".Select(digit => Chinese(digit - '0'))) + "年" + Chinese(month) + "月" + Chinese(day) + "日",
                ];
                Assert.All(spellings, spelling => Assert.Equal(date, DateText.Parse(spelling)));
            });

    [Fact]
    public void No_text_throws() => Gen.String[Gen.Char["0123456789-/.年月日〇一二十三 JunMaTZ:,０９"], 0, 70].ForAll(text => Assert.True(DateText.Parse(text) is null or { Year: > 0 }));

    // 0 to 99 as dates write them: 〇, 九, 十, 十二, 二十, 三十一.
    private static string Chinese(int number) =>
        number < 10 ? "〇一二三四五六七八九"[number].ToString() : (number < 20 ? "" : Chinese(number / 10)) + "十" + (number % 10 == 0 ? "" : Chinese(number % 10));
}
