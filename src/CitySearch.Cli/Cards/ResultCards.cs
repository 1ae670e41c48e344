using System.Globalization;
using CitySearch.Searching;

namespace CitySearch.Cli.Cards;

/// <summary>Shows an answer as a person reads it: a card a hit.</summary>
internal sealed class ResultCards(Screen screen)
{
    private const int MostCiting = 3;
    private const int MostFacetValues = 8;

    /// <summary>Shows the whole answer.</summary>
    public void Show(SearchResponse response)
    {
        ShowSummary(response);
        foreach (var hit in response.Hits)
        {
            screen.Gap();
            switch (hit)
            {
                case ArticleHit article:
                    ShowArticle(article);
                    break;
                case ReferenceHit reference:
                    ShowReference(reference);
                    break;
            }

            if (hit.Explanation is { } explanation)
            {
                ShowExplanation(hit.Score, explanation);
            }
        }

        ShowFacets(response);
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private void ShowSummary(SearchResponse response)
    {
        if (response.Message is { } message)
        {
            screen.Begin(0).Add(Language.Say(message, "没有可检索的内容：查询中没有汉字、词语或数字")).End();
            return;
        }

        var took = Number(response.TookMs, "0.0");
        var first = ((response.Page - 1) * response.Top) + 1;
        screen.Begin(0).Add(response.Total == 0
            ? Language.Say($"no hits ({took} ms)", $"没有找到结果（{took} 毫秒）")
            : response.Hits.Count == 0
                ? Language.Say($"{response.Total} hits; page {response.Page} is past the last ({took} ms)", $"共 {response.Total} 条结果，第 {response.Page} 页已超出末页（{took} 毫秒）")
                : Language.Say($"{first}–{first + response.Hits.Count - 1} of {response.Total} hits ({took} ms)", $"第 {first}–{first + response.Hits.Count - 1} 条，共 {response.Total} 条结果（{took} 毫秒）"),
            Tone.Quiet).End();
        if (response.Suggestion is { } suggestion)
        {
            screen.Begin(0).Add(Language.Say("did you mean: ", "您要找的是不是：")).Add(suggestion, Tone.Strong).End();
        }
    }

    private void ShowArticle(ArticleHit hit)
    {
        screen.Begin(4);
        Rank(hit.Rank).Add(string.IsNullOrWhiteSpace(hit.Title) ? hit.Path : hit.Title, Tone.Strong);
        foreach (var detail in new[] { hit.Date, string.Join(Language.Say(", ", "、"), hit.Authors) }.Where(d => !string.IsNullOrEmpty(d)))
        {
            screen.Add(" · ", Tone.Quiet).Add(detail!, Tone.Quiet);
        }

        screen.End();
        foreach (var section in hit.Sections)
        {
            var place = section.Page is { } page ? Language.Say($", page {page}", $" 第 {page} 页") : section.Line > 0 ? $":{section.Line}" : "";
            screen.Begin(4).Add(hit.Path + place, Tone.Quiet);
            // An article's first-level heading mostly repeats its title.
            var headings = section.Headings.SkipWhile(h => h == hit.Title).ToList();
            if (headings.Count > 0)
            {
                screen.Add($"  {string.Join(" › ", headings)}", Tone.Quiet);
            }

            screen.End();
            foreach (var snippet in section.Snippets)
            {
                screen.Begin(6).Add(snippet).End();
            }
        }
    }

    private void ShowReference(ReferenceHit hit)
    {
        screen.Begin(4);
        Rank(hit.Rank).Add(Language.Say("[reference] ", "［参考文献］"), Tone.Quiet);
        if (hit.Snippets.Count == 1 && hit.Snippets[0].Text == hit.Text)
        {
            screen.Add(hit.Snippets[0]).End();
        }
        else
        {
            screen.Add(hit.Text).End();
            foreach (var snippet in hit.Snippets)
            {
                screen.Begin(6).Add(snippet).End();
            }
        }

        if (hit.CitedBy.Count > 0)
        {
            var citing = hit.CitedBy.Take(MostCiting).Select(c => c.Label.Length > 0 ? $"{c.Title} [{c.Label}]" : c.Title);
            var more = hit.CitedBy.Count > MostCiting ? Language.Say($" and {hit.CitedBy.Count - MostCiting} more", $" 等 {hit.CitedBy.Count} 篇") : "";
            screen.Begin(4).Add(Language.Say("cited by: ", "引用者：") + string.Join(Language.Say("; ", "；"), citing) + more, Tone.Quiet).End();
        }

        if (hit.Url is { } url)
        {
            screen.Begin(4).Add(url, Tone.Quiet).End();
        }
    }

    private Screen Rank(int rank) => screen.Add(rank.ToString(CultureInfo.InvariantCulture).PadRight(3) + " ", Tone.Quiet);

    private void ShowExplanation(double score, ScoreExplanation explanation)
    {
        screen.Begin(4).Add($"= {Number(score, "0.000")}", Tone.Quiet).End();
        foreach (var signal in explanation.Signals)
        {
            screen.Begin(6).Add($"{Number(signal.Contribution, "+0.000;-0.000;0.000")}  {signal.Name}: {Number(signal.Value, "0.####")} × {Number(signal.Weight, "0.####")}", Tone.Quiet).End();
        }

        foreach (var term in explanation.Terms)
        {
            screen.Begin(8).Add($"{Number(term.Contribution, "+0.000;-0.000;0.000")}  {term.Term} × {Number(term.Weight, "0.##")}", Tone.Quiet).End();
        }
    }

    private void ShowFacets(SearchResponse response)
    {
        if (response.Facets is null)
        {
            return;
        }

        screen.Gap();
        foreach (var (name, counts) in response.Facets.Where(f => f.Value.Count > 0))
        {
            screen.Begin(0).Add($"{name}: ", Tone.Strong).Add(string.Join("  ", counts.Take(MostFacetValues).Select(c => $"{c.Value} ({c.Count})"))).End();
        }
    }
}
