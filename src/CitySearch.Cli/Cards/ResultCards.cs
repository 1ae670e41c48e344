using System.Globalization;
using CitySearch.Searching;
using CitySearch.Snippets;

namespace CitySearch.Cli.Cards;

/// <summary>Shows an answer as a person reads it: a card a hit.</summary>
internal sealed class ResultCards(Screen screen, Language language)
{
    private const int MostCiting = 3;
    private const int MostFacetValues = 8;
    private const int MostTerms = 12;

    // The cells between a facet's title and its values, and between these.
    private const int FacetGap = 2;

    // The column of what belongs to a hit, and of what belongs to a section of it.
    private const int HitColumn = 4;
    private const int SnippetColumn = 6;

    /// <summary>Shows the whole answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="explain">Whether to show how the query was understood.</param>
    public void Show(SearchResponse response, bool explain = false)
    {
        ShowSummary(response);
        if (explain && response.Understood is { } understood)
        {
            new QueryTree(screen, language).Show(understood);
        }

        ShowHits(response.Hits);
        if (response.Facets is not null)
        {
            screen.Gap();
            ShowFacets(response);
        }
    }

    /// <summary>Shows the relatives of a material, each with how it is related.</summary>
    public void Show(RelatedResponse response)
    {
        var took = Number(response.TookMs, "0.0");
        screen.Begin(0).Add(response.Hits.Count == 0
            ? language.Say($"nothing is related to {response.Title} ({took} ms)", $"没有与《{response.Title}》相关的资料（{took} 毫秒）")
            : language.Say($"related to {response.Title} ({took} ms)", $"与《{response.Title}》相关（{took} 毫秒）"), Tone.Quiet).End();
        ShowHits(response.Hits);
    }

    private void ShowHits(IReadOnlyList<SearchHit> hits)
    {
        foreach (var hit in hits)
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
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private void ShowSummary(SearchResponse response)
    {
        if (response.Message is { } message)
        {
            screen.Begin(0).Add(language.Say(message, "没有可检索的内容：查询中没有汉字、词语或数字")).End();
            return;
        }

        var took = Number(response.TookMs, "0.0");
        var hits = language.Say(response.Total == 1 ? "1 hit" : $"{response.Total} hits", $"{response.Total} 条结果");
        var first = ((response.Page - 1) * response.Top) + 1;
        var shown = response.Hits.Count == 1 ? $"{first}" : $"{first}–{first + response.Hits.Count - 1}";
        screen.Begin(0).Add(response switch
        {
            { Total: 0 } => language.Say($"no hits ({took} ms)", $"没有找到结果（{took} 毫秒）"),
            { Hits.Count: 0 } => language.Say($"{hits}; page {response.Page} is past the last ({took} ms)", $"共 {hits}，第 {response.Page} 页已超出末页（{took} 毫秒）"),
            _ when response.Hits.Count == response.Total => language.Say($"{hits} ({took} ms)", $"共 {hits}（{took} 毫秒）"),
            _ => language.Say($"{shown} of {hits} ({took} ms)", $"共 {hits}，显示第 {shown} 条（{took} 毫秒）"),
        }, Tone.Quiet).End();
        if (response.Suggestion is { } suggestion)
        {
            screen.Begin(0).Add(language.Say("did you mean: ", "您要找的是不是：")).Add(suggestion, Tone.Strong).End();
        }
    }

    private void ShowArticle(ArticleHit hit)
    {
        BeginHit(hit).Add(string.IsNullOrWhiteSpace(hit.Title) ? new Snippet(hit.Path, []) : new Snippet(hit.Title, hit.TitleHighlights), Tone.Strong);
        if (hit.Date is { } date)
        {
            screen.Add(" ").AddWhole($"· {date}", Tone.Quiet);
        }

        for (var i = 0; i < hit.Authors.Count; i++)
        {
            screen.Add(i == 0 ? " " : language.Say(", ", "、"), Tone.Quiet).AddWhole(i == 0 ? $"· {hit.Authors[i]}" : hit.Authors[i], Tone.Quiet);
        }

        screen.End();
        foreach (var section in hit.Sections)
        {
            ShowSection(hit, section);
        }
    }

    private void ShowSection(ArticleHit hit, SectionHit section)
    {
        var place = section.Page is { } page ? language.Say($", page {page}", $" 第 {page} 页") : section.Line > 0 ? $":{section.Line}" : "";
        screen.Begin(HitColumn).AddWhole(hit.Path + place, Tone.Quiet);
        // An article's first-level heading mostly repeats its title.
        var headings = section.Headings.SkipWhile(h => h == hit.Title).ToList();
        if (headings.Count > 0)
        {
            screen.Add($"  {string.Join(" › ", headings)}", Tone.Quiet);
        }

        screen.End();
        // A section without text shows its heading in place of one.
        foreach (var snippet in section.Snippets.Where(s => s.Highlights.Count > 0 || s.Text != headings.LastOrDefault()))
        {
            screen.Begin(SnippetColumn).Add(snippet).End();
        }
    }

    private void ShowReference(ReferenceHit hit)
    {
        BeginHit(hit).AddWhole(language.Say("[reference]", "［参考文献］"), Tone.Quiet).Add(language.Say(" ", ""));
        if (hit.Snippets.Count == 1 && hit.Snippets[0].Text == hit.Text)
        {
            screen.Add(hit.Snippets[0]).End();
        }
        else
        {
            screen.Add(hit.Text).End();
            foreach (var snippet in hit.Snippets)
            {
                screen.Begin(SnippetColumn).Add(snippet).End();
            }
        }

        if (hit.CitedBy.Count > 0)
        {
            var citing = hit.CitedBy.Take(MostCiting).Select(c => c.Label.Length > 0 ? $"{c.Title} [{c.Label}]" : c.Title);
            var more = hit.CitedBy.Count > MostCiting ? language.Say($" and {hit.CitedBy.Count - MostCiting} more", $" 等 {hit.CitedBy.Count} 篇") : "";
            screen.Begin(HitColumn, SnippetColumn).Add(language.Say("cited by: ", "引用者：") + string.Join(language.Say("; ", "；"), citing) + more, Tone.Quiet).End();
        }

        if (hit.Url is { } url && !hit.Text.Contains(url, StringComparison.Ordinal))
        {
            screen.Begin(HitColumn).AddWhole(url, Tone.Quiet).End();
        }
    }

    private Screen BeginHit(SearchHit hit) =>
        screen.Begin(0, HitColumn).Add(hit.Rank.ToString(CultureInfo.InvariantCulture).PadRight(HitColumn - 1) + " ", Tone.Quiet);

    /// <summary>Shows how a score comes about.</summary>
    public void ShowExplanation(double score, ScoreExplanation explanation)
    {
        screen.Begin(HitColumn).Add(language.Say("score ", "得分 ") + Number(score, "0.000"), Tone.Quiet).End();
        foreach (var signal in explanation.Signals)
        {
            ShowContribution(SnippetColumn, signal.Contribution, $"{signal.Name}: {Number(signal.Value, "0.####")} × {Number(signal.Weight, "0.####")}");
        }

        foreach (var term in explanation.Terms.Take(MostTerms))
        {
            ShowContribution(SnippetColumn + 2, term.Contribution, $"{term.Term} × {Number(term.Weight, "0.##")}");
        }

        if (explanation.Terms.Count > MostTerms)
        {
            var more = explanation.Terms.Count - MostTerms;
            ShowContribution(SnippetColumn + 2, explanation.Terms.Skip(MostTerms).Sum(t => t.Contribution), language.Say($"{more} more terms", $"其余 {more} 个词项"));
        }
    }

    private void ShowContribution(int column, double contribution, string name) =>
        screen.Begin(column, column + 10).Add($"{Number(contribution, "+0.000;-0.000;0.000"),8}  {name}", Tone.Quiet).End();

    /// <summary>Shows the counts of the facets, where the answer has them.</summary>
    public void ShowFacets(SearchResponse response)
    {
        var facets = (response.Facets ?? new Dictionary<string, IReadOnlyList<FacetCount>>()).Where(f => f.Value.Count > 0).Select(f => (Title: FacetTitle(f.Key), Counts: f.Value)).ToList();
        // The values of all facets begin in one column.
        var column = facets.Count == 0 ? 0 : facets.Max(facet => TextUnit.CellsOf(facet.Title));
        foreach (var (title, counts) in facets)
        {
            screen.Begin(0, column + FacetGap).Add(title, Tone.Strong).AddWhole(new string(' ', column - TextUnit.CellsOf(title)));
            foreach (var count in counts.Take(MostFacetValues))
            {
                screen.Add(new string(' ', FacetGap)).AddWhole($"{count.Value} ({count.Count})");
            }

            if (counts.Count > MostFacetValues)
            {
                screen.Add(new string(' ', FacetGap)).AddWhole(language.Say("and more", "等"), Tone.Quiet);
            }

            screen.End();
        }
    }

    /// <summary>A facet's name as <c>--filter</c> takes it, with what it means in Chinese.</summary>
    private string FacetTitle(string name) => language.Say($"{name}:", name switch
    {
        FacetNames.Kind => "类型 kind：",
        FacetNames.Year => "年份 year：",
        FacetNames.Tag => "标签 tag：",
        FacetNames.Author => "作者 author：",
        FacetNames.Source => "来源 source：",
        FacetNames.Folder => "文件夹 folder：",
        FacetNames.Concept => "概念 concept：",
        _ => $"{name}：",
    });
}
