using CitySearch.Formats;
using CitySearch.Hosting;

namespace CitySearch.Packages.Tests;

public sealed class PublicApiTests
{
    [Theory]
    [InlineData("CitySearch", typeof(CitySearchOptions))]
    [InlineData("CitySearch.Formats", typeof(FormatsOptions))]
    [InlineData("CitySearch.Hosting", typeof(CitySearchHostOptions))]
    public void What_a_package_offers_to_others_is_as_approved_and_speaks_of_nothing_that_only_lucene_knows(string package, Type member)
    {
        var surface = PublicApi.Of(member.Assembly);

        Assert.DoesNotContain(member.Assembly.GetExportedTypes().SelectMany(PublicApi.Mentioned), type => type.Namespace?.StartsWith("Lucene", StringComparison.Ordinal) == true);
        Approval.Verify($"api-{package}.txt", surface);
    }
}
