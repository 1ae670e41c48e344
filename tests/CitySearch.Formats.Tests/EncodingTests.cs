using System.Text;
using CitySearch.Formats.Text;
using CsCheck;

namespace CitySearch.Formats.Tests;

/// <summary>In which encoding a text was saved.</summary>
public sealed class EncodingTests
{
    private static readonly Encoding Gb = LegacyEncodings.Gb18030;
    private static readonly Encoding Big5 = LegacyEncodings.Big5;

    [Theory]
    [InlineData("智慧城市")]
    [InlineData("数据要素")]
    [InlineData("一网通办")]
    [InlineData("城市大脑的实践与思考")]
    [InlineData("《政务服务条例》第三章")]
    [InlineData("2019年6月10日，杭州。")]
    [InlineData("国办发〔2020〕53号")]
    public void Short_simplified_text_in_GBK_is_told_from_Big5(string text) => Assert.Equal(text, TextDecoder.Decode(Gb.GetBytes(text)));

    [Theory]
    [InlineData("智慧城市")]
    [InlineData("資料治理")]
    [InlineData("國際論壇")]
    [InlineData("港區道路養護手冊")]
    [InlineData("「臺北市」政府資訊局，民國一百年。")]
    public void Short_traditional_text_in_Big5_is_told_from_GBK(string text) => Assert.Equal(text, TextDecoder.Decode(Big5.GetBytes(text)));

    [Fact]
    public void What_one_encoding_writes_is_read_back()
    {
        var simplified = Fixture.Read("gb18030.txt").Sections.Select(section => section.Text).Aggregate((a, b) => a + "\n" + b);
        var traditional = Fixture.Read("big5.txt").Sections.Select(section => section.Text).Aggregate((a, b) => a + "\n" + b);
        (string Text, Encoding[] Encodings)[] cases =
        [
            (simplified, [Gb, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode]),
            (traditional, [Big5, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode]),
        ];
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 3], Gen.Int[0, 10_000], Gen.Int[12, 400]).ForAll((which, encoding, start, length) =>
        {
            var text = cases[which].Text;
            start %= text.Length - 12;
            var piece = text.Substring(start, Math.Min(length, text.Length - start));
            Assert.Equal(piece, TextDecoder.Decode(cases[which].Encodings[encoding].GetBytes(piece)));
        });
    }

    [Fact]
    public void A_byte_order_mark_decides_and_is_not_text()
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            Assert.Equal("井", TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("井")]));
        }

        Assert.Equal("井", TextDecoder.Decode([0x84, 0x31, 0x95, 0x33, .. Gb.GetBytes("井")]));
    }

    [Fact]
    public void A_broken_byte_does_not_change_the_encoding_of_a_text()
    {
        var bytes = Fixture.Bytes("gb18030.txt").ToList();
        bytes.Insert(301, 0xFF);
        Assert.Contains("摊位费每日二元，用于清扫和照明。", TextDecoder.Decode([.. bytes]), StringComparison.Ordinal);
        bytes = [.. Encoding.UTF8.GetBytes("河道清淤的经费与成效，三年清出淤泥十九万方。")];
        bytes.RemoveAt(bytes.Count - 1);
        Assert.StartsWith("河道清淤的经费与成效，三年清出淤泥十九万方", TextDecoder.Decode([.. bytes]), StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_beyond_GBK_are_read_from_their_four_bytes() => Assert.Equal("𠮷野家的㐂字招牌，掛在街角。", TextDecoder.Decode(Gb.GetBytes("𠮷野家的㐂字招牌，掛在街角。")));

    [Fact]
    public void Western_text_of_the_years_before_Unicode_is_read() =>
        Assert.Equal("The café on Friedrichstraße didn’t close – it moved.", TextDecoder.Decode(LegacyEncodings.Windows1252.GetBytes("The café on Friedrichstraße didn’t close – it moved.")));

    [Theory]
    [InlineData("<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">", "gb")]
    [InlineData("<meta charset='big5'>", "big5")]
    [InlineData("<meta charset=\"utf-8\">", "utf-8")]
    [InlineData("<meta charset=\"gb2312\">", "utf-8")]
    [InlineData("<meta charset=\"utf-8\">", "gb")]
    [InlineData("", "gb")]
    [InlineData("", "big5")]
    [InlineData("<?xml version=\"1.0\" encoding=\"GBK\"?>", "gb")]
    public void A_page_is_read_as_it_was_saved_whatever_it_declares(string declaration, string saved)
    {
        var encoding = saved switch { "gb" => Gb, "big5" => Big5, _ => Encoding.UTF8 };
        var text = saved == "big5" ? "港區道路的養護，車重、鹽霧、夜間作業三者疊加。" : "云溪镇有河道四十二公里，三年清出淤泥十九万方。";
        var article = Fixture.Read(encoding.GetBytes($"{declaration}<html><body><p>{text}</p></body></html>"), "a.html");
        Assert.Equal(text, Assert.Single(article.Sections).Text);
    }

    [Fact]
    public void A_page_in_UTF_16_with_a_mark_is_read() =>
        Assert.Equal("井底的一句话。", Assert.Single(Fixture.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<meta charset=gb2312><p>井底的一句话。")], "a.html").Sections).Text);
}
