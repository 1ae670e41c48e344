using CitySearch.Searching;

namespace CitySearch.Tests.Searching;

public sealed class RecentlyUsedTests
{
    private const int Size = 10;

    [Fact]
    public void A_value_is_made_once_while_there_is_room()
    {
        var cache = Cache(100);

        Assert.Equal([1, 1], [Get(cache, "a"), Get(cache, "a")]);
        Assert.Equal((1L, 1L, (long)Size), (cache.Found, cache.Made, cache.Bytes));
    }

    [Fact]
    public void It_never_holds_much_more_than_it_may()
    {
        var cache = Cache(100);
        for (var i = 0; i < 1000; i++)
        {
            Get(cache, $"{i}");
            Assert.InRange(cache.Bytes, 0, 100 + (2 * Size));
        }
    }

    [Fact]
    public void What_is_asked_for_again_and_again_stays()
    {
        var cache = Cache(100);
        Get(cache, "often");
        for (var i = 0; i < 1000; i++)
        {
            Get(cache, $"{i}");
            Get(cache, "often");
        }

        Assert.Equal(1001, cache.Made);
    }

    [Fact]
    public void What_is_cleared_is_made_again()
    {
        var cache = Cache(100);
        Get(cache, "a");
        cache.Clear();

        Assert.Equal(0, cache.Bytes);
        Get(cache, "a");
        Assert.Equal(2, cache.Made);
    }

    private static RecentlyUsed<string, int> Cache(long mostBytes) => new(mostBytes, static _ => Size);

    private static int Get(RecentlyUsed<string, int> cache, string key) => cache.Get(key, () => key.Length);
}
