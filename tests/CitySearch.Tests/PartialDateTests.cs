using CitySearch.Corpus;

namespace CitySearch.Tests;

public class PartialDateTests
{
    [Theory]
    [InlineData(2009, null, null, "2009")]
    [InlineData(2009, 8, null, "2009-08")]
    [InlineData(2019, 9, 8, "2019-09-08")]
    public void A_date_prints_at_its_own_precision_and_reads_back(int year, int? month, int? day, string text)
    {
        var date = PartialDate.TryCreate(year, month, day);

        Assert.Equal(text, date?.ToString());
        Assert.Equal(date, PartialDate.Parse(text));
    }

    [Theory]
    [InlineData(2019, 13, null)]
    [InlineData(2019, 2, 30)]
    [InlineData(0, null, null)]
    [InlineData(2019, null, 3)]
    public void Parts_that_name_no_date_give_none(int year, int? month, int? day) =>
        Assert.Null(PartialDate.TryCreate(year, month, day));

    [Fact]
    public void Dates_sort_in_time_and_the_vaguer_first() =>
        Assert.True(new PartialDate(2019) < new PartialDate(2019, 1) && new PartialDate(2019, 1) < new PartialDate(2019, 1, 2));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("2019-")]
    [InlineData("2019-02-29")]
    [InlineData("2019-1-1-1")]
    [InlineData("+2019")]
    [InlineData("99999999999")]
    [InlineData("２０１９")]
    public void What_no_date_prints_is_not_read(string? text) => Assert.Null(PartialDate.Parse(text));

    [Fact]
    public void A_sort_key_writes_the_date_with_zeros_for_what_is_unknown() =>
        Assert.Equal([20190000, 20190600, 20190610], new[] { new PartialDate(2019), new PartialDate(2019, 6), new PartialDate(2019, 6, 10) }.Select(date => date.SortKey));
}
