using CitySearch.Corpus.References;

namespace CitySearch.Tests.Corpus.References;

/// <summary>What cannot be told from an entry stays empty: nothing is guessed.</summary>
public sealed class UnparsedEntryTests
{
    [Theory]
    [InlineData("王坚.人民日报.2019.5", "source: 人民日报; date: 2019-05")] // author and source, or title and source
    [InlineData("AI智道.很少有人能搞清楚什么是城市大脑.2020.5", "date: 2020-05")] // a pen name, or a title and its second half
    [InlineData("新华社.杭州城市大脑上线运行三周年.2019-04-01", "date: 2019-04-01")]
    [InlineData("智慧城市.理论与实践[M].北京:人民出版社,2013.", "source: 人民出版社; date: 2013; type: M")] // an unknown author, or a title with a full stop
    [InlineData("陳大文，智慧城市與數位治理，公共行政學報，2019", "date: 2019")] // commas between all fields
    [InlineData("M. Batty, K. W. Axhausen, Smart cities of the future, Eur. Phys. J. 214 (2012) 481-518.", "date: 2012")]
    [InlineData("BSI. PAS 181:2014 Smart city framework. Guide to establishing strategies for smart cities and communities.", "authors: BSI")]
    [InlineData("他说城市大脑是城市的未来，值得期待。后来又说不是。", "")]
    [InlineData("参见王坚的演讲。", "")]
    [InlineData("王坚", "")]
    [InlineData("国务院", "")]
    [InlineData("[M].北京", "")]
    [InlineData(". . .", "")]
    [InlineData("", "")]
    public void What_can_be_read_in_two_ways_is_not_read(string entry, string fields) =>
        Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));

    [Theory]
    [InlineData("2018-2020年杭州城市大脑行动计划", "title: 2018-2020年杭州城市大脑行动计划")]
    [InlineData("2035年远景目标纲要解读", "title: 2035年远景目标纲要解读")]
    [InlineData("智慧城市发展报告（2019）.国家信息中心.2020", "title: 智慧城市发展报告（2019）; source: 国家信息中心; date: 2020")]
    [InlineData("城市大脑3.0.人民网.2020.13.45", "title: 城市大脑3.0; source: 人民网; date: 2020")]
    [InlineData("关于贯彻国发〔2015〕50号文件精神的通知.2016.2", "title: 关于贯彻国发〔2015〕50号文件精神的通知; date: 2016-02")]
    [InlineData("实施GB/T 33356的若干体会.2017.3", "title: 实施GB/T 33356的若干体会; date: 2017-03")]
    [InlineData("杭州市人民政府. 城市大脑白皮书. 检索日期: 2020-05-01", "authors: 杭州市人民政府; title: 城市大脑白皮书")]
    public void Years_and_numbers_inside_a_title_and_dates_of_access_date_nothing(string entry, string fields) =>
        Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));

    [Fact]
    public void A_whole_text_in_the_place_of_an_entry_is_kept_and_not_taken_apart()
    {
        var text = string.Concat(Enumerable.Repeat("单志广.智慧社会的美好愿景.人民日报.2018.12.02。", 200));
        var reference = ReferenceParser.Parse(text);

        Assert.Equal(text, reference.Text);
        Assert.Equal("", ReferenceFields.Of(reference));
    }
}
