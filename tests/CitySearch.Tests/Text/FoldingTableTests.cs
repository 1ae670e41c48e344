using CitySearch.Text;

namespace CitySearch.Tests.Text;

public sealed class FoldingTableTests
{
    /// <summary>After a change of the rules: <c>CITYSEARCH_APPROVE=1 dotnet test</c> writes the table anew.</summary>
    [Fact]
    public void The_embedded_table_is_what_ICU_gives_for_every_code_point()
    {
        var computed = FoldingTable.Serialise(FoldingTableSource.Compute());
        if (Approval.IsWriting)
        {
            File.WriteAllBytes(Path.Combine(Approval.RepositoryRoot, "src/CitySearch/Text/folding.bin"), computed);
            return;
        }

        using var resource = typeof(FoldingTable).Assembly.GetManifestResourceStream(FoldingTable.ResourceName)!;
        using var embedded = new MemoryStream();
        resource.CopyTo(embedded);
        Assert.Equal(computed, embedded.ToArray());
    }

    [Theory]
    [InlineData("ＣＩＭ＋ 平台２０１９", "cim+ 平台2019")]
    [InlineData("國際論壇", "国际论坛")]
    [InlineData("單志廣", "单志广")]
    [InlineData("看著著作", "看着着作")]
    [InlineData("乾隆皇帝乾燥", "干隆皇帝干燥")]
    [InlineData("Café naïve ÉCOLE Straße", "cafe naive ecole strasse")]
    [InlineData("e\u0301", "e")]
    [InlineData("ﾙｰﾙ ㎡ ①", "ルール m2 1")]
    [InlineData("裡裏臺颱檯", "里里台台台")]
    [InlineData("a\u00ADb\uFE0F", "ab")]
    [InlineData("\U00028A0F", "\U00028A0F")]
    public void Text_folds(string text, string folded) => Assert.Equal(folded, TextFolding.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        foreach (var rune in Enumerable.Range(0, 0x110000).Where(System.Text.Rune.IsValid).Select(c => new System.Text.Rune(c).ToString()))
        {
            var once = TextFolding.Fold(rune);
            Assert.Equal(once, TextFolding.Fold(once));
        }
    }
}
