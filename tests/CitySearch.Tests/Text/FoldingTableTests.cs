using CitySearch.Tests.Analysis;
using CitySearch.Text;
using CsCheck;

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
    [InlineData("ｶﾞｲﾄﾞ ﾊﾟ か\u3099 は\u309A ウ\u3099 ワ\u3099 ゝ\u3099", "ガイド パ が ぱ ヴ ヷ ゞ")]
    [InlineData("\u3099が", "が")]
    [InlineData("あ\u3099 中\u309A \U0002304B\u3099", "あ 中 \U0002304B")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글")]
    [InlineData("1\uFE0F\u20E3 中\u302A", "1 中")]
    [InlineData("裡裏臺颱檯", "里里台台台")]
    [InlineData("a\u00ADb\uFE0F", "ab")]
    [InlineData("\U00028A0F", "\U00028A0F")]
    public void Text_folds(string text, string folded) => Assert.Equal(folded, TextFolding.Fold(text));

    [Fact]
    public void Folding_with_offsets_gives_the_same_and_covers_the_text() => MixedText.Any.ForAll(text =>
    {
        var folded = new FoldedText();
        folded.Fold(text);
        Assert.Equal(TextFolding.Fold(text), string.Concat(folded.CodePoints.ToArray().Select(c => new System.Text.Rune(c).ToString())));
        for (var i = 0; i < folded.Length; i++)
        {
            Assert.True(folded.Start(i) < folded.End(i) && folded.End(i) <= text.Length);
            Assert.True(i == 0 || folded.Start(i) >= folded.End(i - 1) || folded.Start(i) == folded.Start(i - 1));
        }
    });

    [Fact]
    public void Folding_any_text_twice_changes_nothing() => MixedText.Any.ForAll(text => Assert.Equal(TextFolding.Fold(text), TextFolding.Fold(TextFolding.Fold(text))));

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
