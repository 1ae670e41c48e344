using CitySearch.Concepts;
using CitySearch.Text;
using CsCheck;

namespace CitySearch.Tests.Concepts;

public sealed class MentionTests
{
    private static readonly Thesaurus Sample = Make(
        "智慧城市", "新型智慧城市", "城市大脑", "City Brain", "CIM", "互联网+", "互联网+政务服务", "5G", "IPv6", "公安部", "!IT", "!AI", "!国办", "!发改委", "京", "E-Government", "GB/T 33356", "IoT");

    [Theory]
    [InlineData("推进新型智慧城市建设", "新型智慧城市")]
    [InlineData("智慧城市大脑", "智慧城市")]
    [InlineData("智慧城市、城市大脑", "智慧城市|城市大脑")]
    [InlineData("新型智慧城", "")]
    [InlineData("建設智慧城市與城市大腦", "智慧城市|城市大腦")]
    [InlineData("ＣＩＭ平台与CIM+", "ＣＩＭ|CIM")]
    [InlineData("CIMI、ACIM、CIM2、2CIM", "")]
    [InlineData("CIM-based，基于cim的", "CIM|cim")]
    [InlineData("city-brain, CityBrain, City  Brain, city brains", "city-brain|CityBrain|City  Brain")]
    [InlineData("City    Brain", "")]
    [InlineData("City\nBrain", "")]
    [InlineData("velocity brain", "")]
    [InlineData("“互联网＋”政务服务与“互联网+”行动", "互联网＋”政务服务|互联网+")]
    [InlineData("5G网络与15G、5GHz", "5G")]
    [InlineData("IP v6、ipv6", "IP v6|ipv6")]
    [InlineData("城市 大脑", "城市 大脑")]
    [InlineData("智慧。城市", "")]
    [InlineData("公安部发布；公安部门、公安部署、公安部队", "公安部")]
    [InlineData("IT 系统；is it it", "IT")]
    [InlineData("AI城市 ai", "AI|ai")]
    [InlineData("国办 2017；国办发；中国办学；（国办）", "国办|国办")]
    [InlineData("中国发改委员", "发改委")]
    [InlineData("京、北京、京剧", "京")]
    [InlineData("e-government egovernment E‑Government", "e-government|egovernment|E‑Government")]
    [InlineData("GB/T 33356-2016、GBT33356、GB/T 333561", "GB/T 33356|GBT33356")]
    [InlineData("ÏoT", "ÏoT")]
    public void Labels_are_found_in_a_text(string text, string found) =>
        Assert.Equal(found, string.Join('|', Sample.Mentions(text).Select(m => text.Substring(m.Start, m.Length))));

    [Fact]
    public void A_mention_says_where_it_stands_and_what_it_is()
    {
        var mention = Assert.Single(Sample.Mentions("📌建设城市大腦。"));
        Assert.Equal((4, 4, "城市大脑", LabelKind.Preferred), (mention.Start, mention.Length, mention.Label, mention.Kind));
        Assert.Equal("城市大脑", Assert.Single(mention.Concepts).PreferredLabel.Zh);
    }

    [Fact]
    public void A_naive_scan_finds_the_same()
    {
        string[] parts = ["城", "市", "大", "腦", "脑", "C", "I", "m", "ＣＩ", " ", "-", "·", "”", "e\u0301", "é", "\u0301", "㎡", "m", "2", "\U00028A0F", "部", "门", "\n", "+", "１", "㍻", "平", "成", "it", "IT", "\ud83d"];
        var text = Pick.Text(24, parts);
        var label = Gen.Select(Pick.Text(5, parts), Gen.Bool, (l, isShort) => (isShort ? "!" : "") + l);
        Gen.Select(label.Array[1, 8], text).ForAll((labels, written) =>
        {
            // "me" out of m and é is a function word, which counts only in the very code points of the file: no matter for this scan.
            var usable = labels.Where(l => !l.Contains('\n', StringComparison.Ordinal) && LabelForm.Key(l.TrimStart('!')) is not "me" and var key && LabelForm.IsName(key))
                .DistinctBy(l => LabelForm.Key(l.TrimStart('!'))).ToArray();
            Assert.Equal(
                Naive(usable, written).Select(m => (m.Start, m.Length, m.Label)),
                Make(usable).Mentions(written).Select(m => (m.Start, m.Length, m.Label)));
        }, cases: 3000);
    }

    [Fact]
    public void No_text_throws_and_mentions_lie_on_the_borders_of_characters()
    {
        var thesaurus = ShippedThesaurusTests.Shipped;
        var labels = thesaurus.Concepts.SelectMany(ConceptLabel.Of).Select(l => l.Text).ToArray();
        var piece = Gen.OneOf(Pick.OneOf(labels), Gen.String[0, 3], Pick.OneOf("\ud83d", "\ude00", "\u0301", " ", "-", "，"));
        piece.Array[0, 12].Select(string.Concat).ForAll(text =>
        {
            var end = 0;
            foreach (var mention in thesaurus.Mentions(text))
            {
                Assert.True(mention.Start >= end && mention.Length > 0 && mention.Start + mention.Length <= text.Length);
                end = mention.Start + mention.Length;
                Assert.False(IsInsidePair(text, mention.Start) || IsInsidePair(text, end));
                Assert.Equal(LabelForm.Key(mention.Label), LabelForm.Key(text[mention.Start..end]));
                Assert.Same(thesaurus.Find(mention.Label)[0], mention.Concepts[0]);
            }

            Assert.All(thesaurus.Expand(text), e => Assert.True(e.Weight is > 0 and < 1 && e.Text.Length > 1));
        }, cases: 1000);
    }

    /// <summary>Concepts of one label each; <c>!</c> before it makes it an abbreviation.</summary>
    private static Thesaurus Make(params string[] labels) => new([.. labels.Select((label, i) => label.StartsWith('!')
        ? new Concept { Id = $"c{i}", PreferredLabel = new BilingualText($"甲乙丙{i}", null), Abbreviations = [label[1..]] }
        : new Concept { Id = $"c{i}", PreferredLabel = new BilingualText(label, null) })]);

    private static bool IsInsidePair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private static List<(int Start, int Length, string Label)> Naive(string[] labels, string text)
    {
        var found = new List<(int, int, string)>();
        var characters = Characters(text);
        for (var start = 0; start < characters.Count;)
        {
            var best = (End: start, Label: "");
            for (var end = start + 1; end <= characters.Count; end++)
            {
                foreach (var label in labels)
                {
                    if (IsAt(label, text, characters, start, end))
                    {
                        best = (end, label.TrimStart('!'));
                    }
                }
            }

            if (best.End > start)
            {
                found.Add((characters[start].Start, characters[best.End - 1].End - characters[start].Start, best.Label));
            }

            start = Math.Max(best.End, start + 1);
        }

        return found;
    }

    private static bool IsAt(string label, string text, List<(int CodePoint, int Start, int End)> characters, int start, int end)
    {
        var isShort = label.StartsWith('!');
        var key = LabelForm.Key(label.TrimStart('!'));
        var stretch = string.Concat(characters[start..end].Select(c => char.ConvertFromUtf32(c.CodePoint)));
        var gaps = string.Concat(characters[start..end].Select(c => LabelForm.IsSeparator(c.CodePoint) ? "s" : "x"));
        if (LabelForm.Key(stretch) != key || gaps[0] == 's' || gaps[^1] == 's' || gaps.Contains("ssss", StringComparison.Ordinal))
        {
            return false;
        }

        CharacterClass Class(int at) => at < 0 || at >= characters.Count ? CharacterClass.Other : CharacterClasses.Of(characters[at].CodePoint);
        bool IsWord(int at) => Class(at) is CharacterClass.Letter or CharacterClass.Digit;
        bool IsSame(int at) => at > 0 && at < characters.Count && characters[at].Start == characters[at - 1].Start;
        if ((IsWord(start - 1) && IsWord(start)) || (IsWord(end - 1) && IsWord(end)) || IsSame(start) || IsSame(end))
        {
            return false;
        }

        var written = text[characters[start].Start..characters[end - 1].End];
        if ((key == "it" && written != label.TrimStart('!')) || (key.EndsWith('部') && end < characters.Count && characters[end].CodePoint == '门'))
        {
            return false;
        }

        var length = key.EnumerateRunes().Count();
        var standsAlone = (Class(start) != CharacterClass.Ideograph || Class(start - 1) != CharacterClass.Ideograph)
            && (Class(end - 1) != CharacterClass.Ideograph || Class(end) != CharacterClass.Ideograph);
        return (length > 1 && !(length == 2 && isShort)) || standsAlone;
    }

    /// <summary>The folded characters with the stretches that they came from.</summary>
    private static List<(int CodePoint, int Start, int End)> Characters(string text)
    {
        var result = new List<(int CodePoint, int Start, int End)>();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var folded = TextFolding.Fold(rune.ToString());
            result.AddRange(folded.EnumerateRunes().Select(r => (r.Value, at, at + rune.Utf16SequenceLength)));
            at += rune.Utf16SequenceLength;
            if (folded.Length == 0 && result.Count > 0)
            {
                result[^1] = result[^1] with { End = at };
            }
        }

        return result;
    }
}
