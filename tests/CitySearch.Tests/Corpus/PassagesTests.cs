using System.Globalization;
using CitySearch.Corpus;
using CsCheck;

namespace CitySearch.Tests.Corpus;

public sealed class PassagesTests
{
    private static readonly string[] Clusters =
    [
        "城", "市", "大", "脑", "a", "b", "1", " ", " ", "\n", "\n", "。", "！", "？", "；", "，", "、", "：", "”", "）", "…", ".", ",", "\t",
        "e\u0301", "か\u3099", "😀", "👍🏽", "👨‍👩‍👧", "🇨🇳", "𠮷", "葛\U000E0100", "。\u20DD", "，\U0001F3FB", " \u0301", "”\uFE0F", "\u0E33", "\u1100\u1161", "각",
    ];

    private static readonly string[] PlainText = ["城", "市", "脑", "，", "。", "\n"];

    private static Gen<string> Texts(string[] parts) => Gen.Int[0, parts.Length - 1].Select(i => parts[i]).Array[0, 400].Select(string.Concat);

    [Fact]
    public void The_pieces_joined_are_the_text() =>
        Gen.Select(Texts(Clusters), Gen.Int[1, 120]).ForAll((text, limit) =>
        {
            var end = 0;
            foreach (var piece in Passages.Split(text, limit))
            {
                Assert.Equal(end, piece.Start.Value);
                Assert.True(piece.End.Value > end);
                end = piece.End.Value;
            }

            Assert.Equal(text.Length, end);
        }, cases: 2_000);

    [Fact]
    public void No_piece_is_longer_than_the_limit_unless_it_is_one_grapheme_cluster() =>
        Gen.Select(Texts(Clusters), Gen.Int[1, 120]).ForAll((text, limit) =>
        {
            foreach (var piece in Passages.Split(text, limit))
            {
                var part = text[piece];
                Assert.True(part.Length <= limit || StringInfo.GetNextTextElementLength(part) == part.Length, $"«{part}» is longer than {limit}.");
            }
        }, cases: 2_000);

    [Fact]
    public void No_grapheme_cluster_is_cut() =>
        Gen.Select(Texts(Clusters), Gen.Int[1, 120]).ForAll((text, limit) =>
        {
            var boundaries = StringInfo.ParseCombiningCharacters(text).ToHashSet();
            Assert.All(Passages.Split(text, limit), piece => Assert.Contains(piece.Start.Value, boundaries));
        }, cases: 2_000);

    [Fact]
    public void No_piece_of_a_plain_text_is_a_stray_tail() =>
        Gen.Select(Texts(PlainText), Gen.Int[4, 200]).ForAll((text, limit) =>
        {
            var pieces = Passages.Split(text, limit);
            Assert.True(pieces.Count < 2 || pieces.All(piece => piece.End.Value - piece.Start.Value >= limit / 4));
        }, cases: 2_000);

    [Theory]
    [InlineData("一二三四。\n五六七八。\n九十。", 12, "一二三四。\n|五六七八。\n九十。")]
    [InlineData("一二三四五。六七八九十。", 10, "一二三四五。|六七八九十。")]
    [InlineData("他说：“一二三四。”五六七八九十。", 12, "他说：“一二三四。”|五六七八九十。")]
    [InlineData("一二三四……五六七八九十", 10, "一二三四……|五六七八九十")]
    [InlineData("一二三四，五六七八九十", 8, "一二三四，|五六七八九十")]
    [InlineData("Version 3.14 is out. It is fast.", 24, "Version 3.14 is out. |It is fast.")]
    [InlineData("一二三四五六七八九十", 4, "一二三四|五六七|八九十")]
    [InlineData("甲👨‍👩‍👧乙", 4, "甲|👨‍👩‍👧|乙")]
    [InlineData("刚好四字", 4, "刚好四字")]
    [InlineData("", 4, "")]
    public void A_text_is_cut_at_the_most_welcome_place(string text, int limit, string pieces) =>
        Assert.Equal(pieces, string.Join('|', Passages.Split(text, limit).Select(piece => text[piece])));

    [Fact]
    public void A_text_of_the_limit_is_one_piece_and_one_more_character_makes_two_of_like_length()
    {
        Assert.Single(Passages.Split(new string('城', Passages.MaxLength)));
        Assert.Equal([401, 400], Passages.Split(new string('城', Passages.MaxLength + 1)).Select(piece => piece.End.Value - piece.Start.Value));
    }

    [Fact]
    public void A_limit_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Passages.Split("城", 0));

    [Fact]
    public void A_cluster_of_a_million_marks_stays_whole()
    {
        var text = "城" + new string('\u0301', 1_000_000) + "市";

        Assert.Equal([1_000_001, 1], Passages.Split(text).Select(piece => piece.End.Value - piece.Start.Value));
    }
}
