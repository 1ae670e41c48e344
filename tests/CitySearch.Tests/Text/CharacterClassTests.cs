using CitySearch.Text;

namespace CitySearch.Tests.Text;

public sealed class CharacterClassTests
{
    [Fact]
    public void The_table_of_the_basic_plane_has_the_class_that_each_category_has()
    {
        var others = Enumerable.Range(0, 0x10000).Where(c => CharacterClasses.Of(c) != CharacterClasses.Classify(c)).Select(c => $"U+{c:X4}");

        Assert.Empty(others);
    }
}
