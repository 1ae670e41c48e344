using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CitySearch.Snippets;
using CsCheck;

namespace CitySearch.Tests.Snippets;

/// <summary>Snippets as HTML: whatever a material says, the page gets text and marks, nothing else.</summary>
public sealed class SnippetHtmlTests
{
    [Theory]
    [InlineData("杭州«城市大脑»从治堵起步", "杭州<mark>城市大脑</mark>从治堵起步")]
    [InlineData("«<script>»alert('城市')</script>", "<mark>&lt;script&gt;</mark>alert(&#39;城市&#39;)&lt;/script&gt;")]
    [InlineData("<img src=x onerror=\"«城市»\">", "&lt;img src=x onerror=&quot;<mark>城市</mark>&quot;&gt;")]
    [InlineData("</mark><mark>«&amp;»&#60;b&#62;", "&lt;/mark&gt;&lt;mark&gt;<mark>&amp;amp;</mark>&amp;#60;b&amp;#62;")]
    [InlineData("a\0b\u001b[1m\u0085«c»\t\n", "a\ufffdb\ufffd[1m\ufffd<mark>c</mark>\t\n")]
    [InlineData("«𨨏»😀", "<mark>𨨏</mark>😀")]
    [InlineData("", "")]
    public void A_snippet_is_escaped_and_marked(string marked, string html)
    {
        var highlights = Regex.Matches(marked, "«([^»]*)»").Select((m, i) => new Highlight(m.Index - (2 * i), m.Groups[1].Length)).ToList();

        Assert.Equal(html, new Snippet(marked.Replace("«", "").Replace("»", ""), highlights).ToHtml());
    }

    [Fact]
    public void Any_text_with_any_highlights_is_read_back_by_a_browser_as_it_was()
    {
        var hostile = Gen.OneOf(Gen.Char, Gen.Char["<>&\"'/城\ud840\udc00\0"]);
        Gen.Select(Gen.String[hostile, 0, 40], Gen.Int[0, 5].Array[0, 8]).ForAll((text, steps) =>
        {
            var highlights = new List<Highlight>();
            var at = 0;
            foreach (var step in steps)
            {
                if (at + step + 1 < text.Length)
                {
                    highlights.Add(new Highlight(at + step, 1));
                    at += step + 2;
                }
            }

            var html = SnippetHtml.Mark(text, highlights);

            Assert.Equal(highlights.Count, Regex.Count(html, "<mark>"));
            Assert.Equal(2 * highlights.Count, html.Count(c => c == '<'));
            Assert.DoesNotContain('"', html);
            Assert.Equal(Whole(text, highlights), WebUtility.HtmlDecode(html.Replace("<mark>", "").Replace("</mark>", "")));
        }, 500);
    }

    [Theory]
    [InlineData(1, 9)]
    [InlineData(-1, 1)]
    [InlineData(4, 1)]
    public void A_highlight_out_of_place_is_refused(int start, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SnippetHtml.Mark("城市", [new Highlight(start, length)]));

    /// <summary>The text as HTML can hold it; a pair that a highlight cuts is two halves.</summary>
    private static string Whole(string text, List<Highlight> highlights)
    {
        var cuts = highlights.SelectMany(h => new[] { h.Start, h.Start + h.Length }).Append(0).Append(text.Length).Distinct().Order().ToList();
        var whole = new StringBuilder();
        foreach (var (from, to) in cuts.Zip(cuts.Skip(1)))
        {
            foreach (var rune in text[from..to].EnumerateRunes())
            {
                whole.Append(Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r') ? "\ufffd" : rune.ToString());
            }
        }

        return whole.ToString();
    }
}
