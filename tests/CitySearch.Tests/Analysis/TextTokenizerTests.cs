using CitySearch.Analysis;
using CitySearch.Searching;
using CitySearch.Searching.Scoring;
using CitySearch.Text;
using CsCheck;

namespace CitySearch.Tests.Analysis;

public sealed class TextTokenizerTests
{
    private static readonly AnalyzerChoice Default = AnalyzerCatalog.Get("default");
    private static readonly AnalyzerChoice Words = AnalyzerCatalog.Get("words");

    [Theory]
    [InlineData("城市大脑", "城 城市 市 市大 大 大脑 脑")]
    [InlineData("大脑，城市", "大 大脑 脑 城 城市 市")]
    [InlineData("國際論壇", "国 国际 际 际论 论 论坛 坛")]
    [InlineData("ＣＩＭ平台", "cim 平 平台 台")]
    [InlineData("5G、IPv6", "5g ipv6")]
    [InlineData("C++和C#、CIM+", "c c++ 和 c c# cim cim+")]
    [InlineData("IPv6+", "ipv6 ipv6+")]
    [InlineData("20200101", "20200101 2020 day:20200101 month:202001")]
    [InlineData("20201301", "20201301")]
    [InlineData("二〇一九年", "二 二〇 2019 2019年 〇 〇一 一 一九 九 九年 年")]
    [InlineData("2019年", "2019 2019年 年")]
    [InlineData("2019 年", "2019 2019年 年")]
    [InlineData("2017年4月1日", "2017 2017年 day:20170401 month:201704 年 4 4月 月 1 1日 日")]
    [InlineData("第36次", "第 36 36次 次")]
    [InlineData("第三十六次", "第 第三 三 三十 36 36次 十 十六 六 六次 次")]
    [InlineData("十三五", "十 十三 三 三五 五")]
    [InlineData("GB/T33356", "gb std:gb/t33356 std:gb33356 t33356 33356")]
    [InlineData("ISO 37120:2018", "iso std:iso37120 std:iso37120-2018 37120 2018")]
    [InlineData("国发〔2022〕14号", "国 国发 doc:国发2022-14 发 doc:2022-14 2022 14 14号 号")]
    [InlineData("𨨏", "𨨏")]
    [InlineData("ｶﾞｲﾄﾞ", "ガ ガイ イ イド ド")]
    [InlineData("한국", "한 한국 국")]
    [InlineData("\u1112\u1161\u11AB\u1100\u116E\u11A8", "한 한국 국")]
    [InlineData("1️⃣ 👨‍👩‍👧‍👦！？", "1")]
    [InlineData("", "")]
    public void A_text_has_these_terms(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', QueryAnalysis.Tokens(Default.Index, text).Select(t => t.Text)));

    [Theory]
    [InlineData("大数据中心", "数据")]
    [InlineData("智慧城市建设", "城市")]
    public void Words_of_the_dictionary_are_terms_of_the_words_analyzer(string text, string word) =>
        Assert.Contains(word, QueryAnalysis.Tokens(Words.Index, text).Select(t => t.Text));

    [Fact]
    public void What_the_dictionary_does_not_know_is_cut_into_pairs() =>
        Assert.Equal(["𨨏𠮷", "𠮷𨨏"], QueryAnalysis.Tokens(Words.Index, "𨨏𠮷𨨏").Select(t => t.Text));

    [Theory]
    [InlineData("浙数办发〔2019〕13号", "doc:浙数办发2019-13", "浙数办发〔2019〕13号")]
    [InlineData("浙数办发〔2019〕13号", "doc:2019-13", "〔2019〕13号")]
    [InlineData("见GB/T 33356-2016。", "std:gb/t33356-2016", "GB/T 33356-2016")]
    [InlineData("见GB/T 33356-2016。", "std:gb/t33356", "GB/T 33356")]
    [InlineData("自２０２００１０１起", "2020", "２０２０")]
    [InlineData("第三十六次", "36", "三十六")]
    [InlineData("第三十六次", "36次", "三十六次")]
    [InlineData("東京㍿。", "式会", "㍿")]
    [InlineData("e\u0301cole", "ecole", "e\u0301cole")]
    public void A_term_points_to_what_says_it(string text, string term, string stretch)
    {
        var token = QueryAnalysis.Tokens(Default.Index, text).Single(t => t.Text == term);
        Assert.Equal(stretch, text[token.Start..token.End]);
    }

    [Fact]
    public void Offsets_ascend_and_lie_on_the_borders_of_code_points() => MixedText.Any.ForAll(text =>
    {
        foreach (var analyzer in new[] { Default.Index, Default.Phrase, Words.Index })
        {
            var (start, position) = (0, -1);
            foreach (var token in QueryAnalysis.Tokens(analyzer, text))
            {
                Assert.True(token.Start >= start && token.End > token.Start && token.End <= text.Length);
                Assert.True(token.Position >= Math.Max(position, 0));
                Assert.True(IsBorder(text, token.Start) && IsBorder(text, token.End));
                Assert.NotEqual("", token.Text);
                (start, position) = (token.Start, token.Position);
            }
        }
    });

    [Fact]
    public void The_term_of_a_base_token_is_the_fold_of_its_stretch() => MixedText.Any.ForAll(text =>
    {
        foreach (var token in QueryAnalysis.Tokens(Default.Phrase, text))
        {
            // A character that becomes several gives each of them its whole stretch.
            var folded = TextFolding.Fold(text.AsSpan(token.Start, token.End - token.Start));
            Assert.True(folded == token.Text || (HasExpansion(text[token.Start..token.End]) && folded.Contains(token.Text, StringComparison.Ordinal)), $"{token} of {folded}");
        }
    });

    [Fact]
    public void A_phrase_has_its_terms_where_the_index_has_them() => MixedText.Any.ForAll(text =>
    {
        var index = QueryAnalysis.Tokens(Default.Index, text).Select(t => (t.Text, t.Position, t.Start, t.End)).ToHashSet();
        Assert.All(QueryAnalysis.Tokens(Default.Phrase, text), t => Assert.Contains((t.Text, t.Position, t.Start, t.End), index));
    });

    [Fact]
    public void The_same_text_gives_the_same_tokens_again() => MixedText.Any.ForAll(text =>
        Assert.Equal(QueryAnalysis.Tokens(Default.Index, text), QueryAnalysis.Tokens(AnalyzerCatalog.Get("default").Index, text)));

    [Fact]
    public void A_text_and_its_fold_have_the_same_terms() => MixedText.WithoutNumbers.ForAll(text =>
        Assert.Equal(
            QueryAnalysis.Tokens(Default.Index, text).Select(t => t.Text),
            QueryAnalysis.Tokens(Default.Index, TextFolding.Fold(text)).Select(t => t.Text)));

    [Fact]
    public void A_word_beyond_all_measure_is_cut() =>
        Assert.All(QueryAnalysis.Tokens(Default.Index, new string('x', 40_000)), t => Assert.InRange(t.Text.Length, 1, 128));

    private static bool IsBorder(string text, int at) =>
        at == 0 || at == text.Length || !(char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]));

    private static bool HasExpansion(string text) => text.EnumerateRunes().Any(r => TextFolding.Fold(r.ToString()).EnumerateRunes().Count() > 1);
}
