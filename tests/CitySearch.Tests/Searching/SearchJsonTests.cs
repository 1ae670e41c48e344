using System.Text;
using System.Text.Json;
using CitySearch.Searching;
using CsCheck;

namespace CitySearch.Tests.Searching;

public class SearchJsonTests
{
    [Theory]
    [InlineData("城市大脑", "城市大脑")]
    [InlineData("𨨏（U+28A0F）和😀", "𨨏（U+28A0F）和😀")]
    [InlineData("作者：周观澜\u3000二〇一九年\u00a0é", "作者：周观澜\u3000二〇一九年\u00a0é")]
    [InlineData("<b>a & 'b'</b>", "<b>a & 'b'</b>")]
    [InlineData("“引号” \"quotes\" \\", "“引号” \\\"quotes\\\" \\\\")]
    [InlineData("a\nb\r\tc\u0000\u001b", "a\\nb\\r\\tc\\u0000\\u001b")]
    public void Text_is_written_as_it_is(string text, string json) => Assert.Contains($"{{\"query\":\"{json}\",", Write(text));

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() => Assert.Contains("{\"query\":\"城\ufffd市\ufffd\",", Write("城\udc00市\ud840"));

    [Fact]
    public void Any_text_can_be_read_back_and_both_ways_of_writing_agree() => Gen.String.ForAll(text =>
    {
        var json = Write(text);
        using var read = JsonDocument.Parse(json);
        Assert.Equal(string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())), read.RootElement.GetProperty("query").GetString());
        Assert.Equal(json, Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(Response(text), SearchJson.Response)));
        Assert.DoesNotContain('\n', json);
    });

    private static string Write(string query) => JsonSerializer.Serialize(Response(query), SearchJson.Response);

    private static SearchResponse Response(string query) => new() { Query = query, Total = 0, TookMs = 0, Page = 1, Top = 10, Hits = [] };
}
