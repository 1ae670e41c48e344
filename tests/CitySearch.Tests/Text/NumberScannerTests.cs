using CitySearch.Text;
using CsCheck;

namespace CitySearch.Tests.Text;

public sealed class NumberScannerTests
{
    [Theory]
    [InlineData("浙数办发〔2019〕13号")]
    [InlineData("浙数办发[2019]13号")]
    [InlineData("浙数办发（2019）13号")]
    [InlineData("浙数办发(2019)013号")]
    [InlineData("浙数办发【2019】第13号")]
    [InlineData("浙数办发〔２０１９〕１３号")]
    [InlineData("浙數辦發〔2019〕13號")]
    [InlineData("浙数办发 〔 2019 〕 13 号")]
    [InlineData("浙数办发字〔2019〕第13号")]
    [InlineData("按照浙数办发〔2019〕13号")]
    public void Every_spelling_of_a_document_number_gives_its_keys(string text)
    {
        var match = Assert.Single(NumberScanner.Find(text));
        Assert.Contains("doc:浙数办发2019-13", match.Keys);
        Assert.Contains("doc:2019-13", match.Keys);
        Assert.EndsWith(text[match.Start..(match.Start + match.Length)], text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("〔2019〕13号", "doc:2019-13")]
    [InlineData("国务院令第711号", "doc:国务院令711")]
    [InlineData("国务院第711号令", "doc:国务院令711")]
    [InlineData("中华人民共和国国务院令第711号", "doc:国务院令711")]
    [InlineData("2019年第12号公告", "doc:2019-12")]
    [InlineData("沪府字第3号", "doc:沪府-3")]
    [InlineData("DB3301/T 0273-2018", "std:db3301/t0273-2018")]
    [InlineData("DB3301/T0273—2018", "std:db3301/t0273-2018")]
    [InlineData("ＤＢ３３０１／Ｔ　０２７３－２０１８", "std:db3301/t0273-2018")]
    [InlineData("DB3301/T 0273", "std:db3301/t0273")]
    [InlineData("GB/T 36333-2018", "std:gb/t36333")]
    [InlineData("GB 36333", "std:gb36333")]
    [InlineData("GB/T 36333-2018", "std:gb36333")]
    [InlineData("gb / t 36333 – 2018", "std:gb/t36333-2018")]
    [InlineData("GB/T 20271.1-2006", "std:gb/t20271.1-2006")]
    [InlineData("CJJ/T 315-2022", "std:cjj/t315-2022")]
    [InlineData("JGJ 16-2008", "std:jgj16-2008")]
    [InlineData("T/CECA-G 0123-2021", "std:t/ceca-g0123-2021")]
    [InlineData("Q/ABC 0001-2020", "std:q/abc0001-2020")]
    [InlineData("GB/T 36333——2018", "std:gb/t36333-2018")]
    [InlineData("GB∕T 36333-2018", "std:gb/t36333-2018")]
    [InlineData("GBT36333-2018", "std:gb/t36333-2018")]
    [InlineData("GB/Z 38649-2020", "std:gb/z38649-2020")]
    [InlineData("GBZ 158-2003", "std:gbz158-2003")]
    [InlineData("GBZ/T 189.1-2007", "std:gbz/t189.1-2007")]
    [InlineData("Q/ABC0001-2020", "std:q/abc0001-2020")]
    [InlineData("T/31SCTA 001-2017", "std:t/31scta001-2017")]
    [InlineData("ISO 37120:2018", "std:iso37120-2018")]
    [InlineData("ISO/IEC 27001", "std:iso/iec27001")]
    [InlineData("ITU-T Y.4900", "std:itu-ty.4900")]
    [InlineData("IEEE 802.11ax", "std:ieee802.11ax")]
    public void A_number_has_its_key(string text, string key) => Assert.Contains(key, Assert.Single(NumberScanner.Find(text)).Keys);

    [Theory]
    [InlineData("2014—2020年")]
    [InlineData("COVID-19")]
    [InlineData("5G、IPv6、CIM+、AI+、A-1")]
    [InlineData("2号线与13号楼")]
    [InlineData("电话：0571-12345")]
    [InlineData("第36号")]
    [InlineData("IBM 2008-2012年的战略")]
    [InlineData("GDP 2019—2020")]
    public void What_only_looks_like_a_number_is_none(string text) => Assert.Empty(NumberScanner.Find(text));

    [Fact]
    public void Numbers_stand_where_they_stand()
    {
        const string Text = "依据《指南》（GB/T 36333-2018）和国发〔2022〕14号，另见ISO 37122:2019。";
        Assert.Equal(
            ["GB/T 36333-2018", "国发〔2022〕14号", "ISO 37122:2019"],
            NumberScanner.Find(Text).Select(m => Text.Substring(m.Start, m.Length)));
    }

    [Fact]
    public void Any_text_is_scanned()
    {
        string[] parts = ["号", "〔", "〕", "2019", "第", "GB", "/T", " ", "-", "国", "\ud83d", "令", "a", ".", "１"];
        var alphabet = Gen.Int[0, parts.Length - 1].Select(i => parts[i]);
        alphabet.Array[0, 60].Select(string.Concat).ForAll(text =>
        {
            var last = 0;
            foreach (var match in NumberScanner.Find(text))
            {
                Assert.True(match.Start >= last && match.Length > 0 && match.Start + match.Length <= text.Length);
                Assert.All(match.Keys, key => Assert.True(key.Contains(':', StringComparison.Ordinal) && !key.Contains(' ', StringComparison.Ordinal)));
                last = match.Start + match.Length;
            }
        });
    }
}
