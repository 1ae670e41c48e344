using CitySearch.Text;
using CsCheck;

namespace CitySearch.Tests.Text;

public sealed class ShortSortTests
{
    [Fact]
    public void Lists_of_any_length_are_sorted_and_short_ones_keep_the_order_of_equals() => Gen.Int[0, 20].Array[0, 100].Sample(keys =>
    {
        var items = keys.Select((key, at) => (Key: key, At: at)).ToList();
        ShortSort.Sort(items, static (a, b) => a.Key.CompareTo(b.Key));

        Assert.Equal(keys.Order(), items.Select(i => i.Key));
        Assert.Equal(Enumerable.Range(0, keys.Length), items.Select(i => i.At).Order());
        if (keys.Length <= 64)
        {
            Assert.Equal(items.OrderBy(i => i.Key).ThenBy(i => i.At), items);
        }
    });
}
