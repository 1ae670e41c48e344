using System.Globalization;
using CitySearch.Snippets;
using CitySearch.Tests.Analysis;
using CsCheck;

namespace CitySearch.Tests.Snippets;

public sealed class SnippetMakerTests
{
    private const string Filler = "这里讲的是别的事情，和所问的没有任何关系，只是为了让文章更长一些。";

    [Fact]
    public void A_short_text_is_one_passage() =>
        Assert.Equal(["杭州的«城市大脑»从交通开始。"], SnippetFixture.Passages("城市大脑", "杭州的城市大脑从交通开始。"));

    [Fact]
    public void A_passage_begins_with_the_sentence_of_the_match_and_ends_with_a_sentence()
    {
        var text = Filler + Filler + "2016年，杭州率先提出城市大脑。" + Filler + Filler + Filler + Filler;

        Assert.Equal(["2016年，杭州率先提出«城市大脑»。" + Filler + Filler], SnippetFixture.Passages("城市大脑", text));
    }

    [Fact]
    public void A_passage_takes_the_quote_that_closes_its_last_sentence() =>
        Assert.StartsWith("他说：“«城市大脑»不是大屏。”", Assert.Single(SnippetFixture.Passages("城市大脑", string.Concat(Enumerable.Repeat(Filler, 9)) + "他说：“城市大脑不是大屏。”" + Filler + Filler)), StringComparison.Ordinal);

    [Fact]
    public void The_passage_that_covers_more_of_the_query_is_chosen()
    {
        var far = string.Concat(Enumerable.Repeat(Filler, 6));
        var text = "数据要开放。" + far + "数据要共享，也要安全。" + far + "安全第一。";

        Assert.StartsWith("«数据»要«共享»，也要«安全»。", Assert.Single(SnippetFixture.Passages("数据 共享 安全", text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Further_passages_show_what_the_first_ones_do_not_and_three_at_most_in_reading_order()
    {
        var far = string.Concat(Enumerable.Repeat(Filler, 6));
        var text = "甲骨文。" + far + "青铜器。" + far + "竹简。" + far + "帛书。";

        var passages = SnippetFixture.Passages("甲骨文 青铜器 竹简 帛书", text);

        Assert.Equal(3, passages.Count);
        Assert.StartsWith("«甲骨文»。", passages[0], StringComparison.Ordinal);
        Assert.StartsWith("«青铜器»。", passages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_passage_that_only_repeats_is_not_shown_again()
    {
        var far = string.Concat(Enumerable.Repeat(Filler, 6));
        Assert.Single(SnippetFixture.Passages("城市大脑", "城市大脑。" + far + "城市大脑，还是城市大脑，又是城市大脑。" + far + "城市大脑。"));
    }

    [Fact]
    public void Numbers_times_and_addresses_are_not_cut()
    {
        var text = string.Concat(Enumerable.Repeat("共10,000个，12:30开始，见http://a.cn/?q=1;b，依据ISO 37120:2018。", 8));
        Assert.All(SnippetFixture.Passages("37120", text), passage => Assert.EndsWith("«37120»:2018。", passage, StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_without_any_mark_is_cut_between_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("information and communication", 20)) + " brain " + string.Join(' ', Enumerable.Repeat("technologies of government", 20));
        var words = text.Split(' ').ToHashSet();
        var passage = Assert.Single(SnippetFixture.Passages("brain", text));
        Assert.Contains("«brain»", passage, StringComparison.Ordinal);
        Assert.All(passage.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal).Split(' '), word => Assert.Contains(word, words));
    }

    [Fact]
    public void Without_a_match_the_beginning_is_shown()
    {
        var passage = Assert.Single(SnippetFixture.Passages("城市大脑", string.Concat(Enumerable.Repeat(Filler, 20))));
        Assert.Equal(Filler + Filler + Filler, passage);
    }

    [Fact]
    public void An_empty_text_has_no_passage() => Assert.Empty(SnippetFixture.Passages("城市大脑", ""));

    [Fact]
    public void Passages_are_parts_of_the_text_of_bounded_length_on_the_borders_of_clusters() => Gen.Select(MixedText.Any, MixedText.Any.Array[0, 12]).ForAll((query, texts) =>
    {
        var text = string.Concat(texts);
        var clusters = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
        var passages = SnippetFixture.Maker(SnippetFixture.Plan(query)).Make(text);
        Assert.Equal(text.Length > 0, passages.Count > 0);
        Assert.True(passages.Count <= SnippetMaker.MostPassages);
        var last = 0;
        foreach (var (snippet, start) in passages)
        {
            Assert.True(start >= last);
            last = start + snippet.Text.Length;
            Assert.Equal(text[start..last], snippet.Text);
            Assert.InRange(snippet.Text.Length, 0, SnippetMaker.PassageLength * 5 / 4);
            Assert.Contains(start, clusters);
            Assert.Contains(last, clusters);
        }
    });

    [Fact]
    public void Where_something_matches_a_passage_shows_it() => Gen.Select(MixedText.Any, MixedText.Any.Array[0, 12]).ForAll((query, texts) =>
    {
        var text = string.Concat(texts);
        var maker = SnippetFixture.Maker(SnippetFixture.Plan(query));
        Assert.Equal(maker.Highlight(text).Highlights.Count > 0, maker.Make(text).Any(p => p.Snippet.Highlights.Count > 0));
    });
}
