using System.Globalization;
using CitySearch.Cli.Cards;
using CitySearch.Corpus;
using CitySearch.Corpus.References;
using CitySearch.Hosting;
using CitySearch.Indexing;
using CitySearch.Searching;

namespace CitySearch.Cli.QueryConsole;

/// <summary>A conversation with the engine: takes lines, remembers the query, its page, filters and order, and shows cards.</summary>
internal sealed class ConsoleSession(ISearchService search, IIndexService index, Terminal terminal)
{
    private readonly Language _language = terminal.Language;
    private readonly Screen _screen = new(terminal.Output, terminal.Width, terminal.HasColour);
    private readonly List<SearchFilter> _filters = [];
    private SearchRequest? _request;
    private SearchResponse? _response;
    private HitOrder _order;

    /// <summary>What stands before the cursor: the filters and the order in force.</summary>
    public string Prompt
    {
        get
        {
            var filters = string.Concat(_filters.Select(filter => $" {filter.Name}={filter.Value}"));
            var order = _order == HitOrder.Date ? _language.Say(" by date", " 按日期") : "";
            return $"citysearch{filters}{order}> ";
        }
    }

    /// <summary>Does what a line asks for; a failure is said in a line and ends nothing.</summary>
    /// <returns>Whether the session goes on.</returns>
    public async Task<bool> TakeAsync(string line, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return true;
        }

        var read = ConsoleLine.Read(line, _language);
        try
        {
            await DoAsync(read, cancellationToken);
        }
        catch (Exception e) when (e is IFailure)
        {
            Say(FailureTexts.Say(e, _language.IsChinese).ReplaceLineEndings(" "));
        }
        catch (OperationCanceledException)
        {
            Say(_language.Say("stopped", "已停止"));
        }

        return read.Verb != ConsoleVerb.Quit;
    }

    private async Task DoAsync(ConsoleLine line, CancellationToken cancellationToken)
    {
        switch (line.Verb)
        {
            case ConsoleVerb.Search:
                await AskAsync(new SearchRequest(line.Argument), cancellationToken);
                break;
            case ConsoleVerb.Next when _response is { } response && (long)response.Page * response.Top >= response.Total:
                Say(_language.Say("this is the last page", "已是最后一页"));
                break;
            case ConsoleVerb.Previous when _response is { Page: 1 }:
                Say(_language.Say("this is the first page", "已是第一页"));
                break;
            case ConsoleVerb.Next or ConsoleVerb.Previous when _request is { } request:
                await AskAsync(request with { Page = request.Page + (line.Verb == ConsoleVerb.Next ? 1 : -1) }, cancellationToken);
                break;
            case ConsoleVerb.Facets when _request is { } request:
                Cards.ShowFacets(await FindAsync(request with { Facets = true, Page = 1, Top = 1 }, cancellationToken));
                break;
            case ConsoleVerb.Filter:
                await FilterAsync(line.Argument, cancellationToken);
                break;
            case ConsoleVerb.Unfilter:
                _filters.RemoveAll(filter => line.Argument.Length == 0 || filter.Name.Equals(line.Argument, StringComparison.OrdinalIgnoreCase));
                await AskAgainAsync(cancellationToken);
                break;
            case ConsoleVerb.Sort:
                _order = line.Argument.Equals("date", StringComparison.OrdinalIgnoreCase) ? HitOrder.Date : HitOrder.Relevance;
                await AskAgainAsync(cancellationToken);
                break;
            case ConsoleVerb.Explain when Hit(line.Argument) is { } hit:
                await ExplainAsync(hit, cancellationToken);
                break;
            case ConsoleVerb.Cite when Hit(line.Argument) is { } hit:
                await CiteAsync(hit, cancellationToken);
                break;
            case ConsoleVerb.Open when Hit(line.Argument) is { } hit:
                await OpenAsync(hit, cancellationToken);
                break;
            case ConsoleVerb.References when Hit(line.Argument) is { } hit:
                await ReferencesAsync(hit, cancellationToken);
                break;
            case ConsoleVerb.Explain or ConsoleVerb.Cite or ConsoleVerb.Open or ConsoleVerb.References when _response is { Hits.Count: > 0 } response:
                Say(_language.Say(
                    $"name a hit of this page: {response.Hits[0].Rank} to {response.Hits[^1].Rank}", $"请写本页结果的序号：{response.Hits[0].Rank} 到 {response.Hits[^1].Rank}"));
                break;
            case ConsoleVerb.Help:
                ShowHelp();
                break;
            case ConsoleVerb.Quit:
                break;
            default:
                Say(_language.Say("there are no hits yet; type a query first", "还没有结果，请先输入查询"));
                break;
        }
    }

    private ResultCards Cards => new(_screen, _language);

    private void Say(string text) => _screen.Begin(0).Add(text).End();

    private SearchHit? Hit(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? _response?.Hits.FirstOrDefault(hit => hit.Rank == rank) : null;

    private async Task AskAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var asked = request with { Filters = [.. _filters], Sort = _order };
        _response = await FindAsync(asked, cancellationToken);
        _request = asked;
        Cards.Show(_response);
    }

    private async Task AskAgainAsync(CancellationToken cancellationToken)
    {
        if (_request is { } request)
        {
            await AskAsync(request with { Page = 1 }, cancellationToken);
        }
    }

    /// <summary>Searches; builds the index first where there is none that can be searched.</summary>
    private async Task<SearchResponse> FindAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await search.SearchAsync(request, cancellationToken);
        }
        catch (IndexFolderException e) when (e.Kind is FailureKind.IndexMissing or FailureKind.IndexOutdated)
        {
            Indexing.ReportFailed((await Indexing.UpdateAsync(index, terminal, rebuild: false, cancellationToken)).Failed, terminal);
            return await search.SearchAsync(request, cancellationToken);
        }
    }

    private async Task FilterAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length == 0)
        {
            Say(_filters.Count == 0
                ? _language.Say($"no filters; names: {string.Join(", ", FacetNames.All)}", $"没有筛选条件；名称：{string.Join("、", FacetNames.All)}")
                : string.Join("  ", _filters.Select(filter => $"{filter.Name}={filter.Value}")));
            return;
        }

        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var filter = new SearchFilter(text[..equals].Trim().ToLowerInvariant(), text[(equals + 1)..].Trim());
        if (_filters.Contains(filter))
        {
            return;
        }

        _filters.Add(filter);
        try
        {
            await AskAgainAsync(cancellationToken);
        }
        catch (SearchRequestException)
        {
            // A filter that no search takes would make every later one fail.
            _filters.Remove(filter);
            throw;
        }
    }

    private async Task ExplainAsync(SearchHit hit, CancellationToken cancellationToken)
    {
        var explained = await FindAsync(_request! with { Explain = true }, cancellationToken);
        // The index may have changed since the page was shown: the hit is known by its identity, not by its rank.
        if (explained.Hits.FirstOrDefault(other => other.Id == hit.Id) is { Explanation: { } explanation } found)
        {
            Cards.ShowExplanation(found.Score, explanation);
        }
        else
        {
            Say(_language.Say("the index has changed and the hit is not on this page any more; search again", "索引已更新，本页不再有该结果，请重新检索"));
        }
    }

    /// <summary>Shows the section in which an article was found first; a reference as its articles cite it.</summary>
    private async Task OpenAsync(SearchHit hit, CancellationToken cancellationToken)
    {
        if (hit is not ArticleHit { Sections: [var best, ..] } found)
        {
            await ReferencesAsync(hit, cancellationToken);
            return;
        }

        var article = await search.GetArticleAsync(hit.Id, cancellationToken);
        _screen.Begin(0).Add(article.Title, Tone.Strong).End();
        // A hit's line is that of its snippet: it lies in the section that begins last before it.
        if (article.Sections.LastOrDefault(section => section.Anchor == best.Anchor && section.Line <= best.Line) is { } section)
        {
            _screen.Begin(0).AddWhole(section.Line > 0 ? $"{found.Path}:{section.Line}" : found.Path, Tone.Quiet).Add($"  {string.Join(" › ", section.Headings)}", Tone.Quiet).End();
            foreach (var paragraph in section.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                _screen.Begin(2).Add(paragraph).End();
            }
        }
    }

    private async Task ReferencesAsync(SearchHit hit, CancellationToken cancellationToken)
    {
        if (hit is ArticleHit)
        {
            var article = await search.GetArticleAsync(hit.Id, cancellationToken);
            if (article.References.Count == 0)
            {
                Say(_language.Say("the article lists no references", "该文没有参考文献"));
            }

            foreach (var listed in article.References)
            {
                _screen.Begin(0, 4).Add($"[{listed.Label}]", Tone.Quiet).Add($" {listed.Text}").End();
            }

            return;
        }

        var reference = await search.GetReferenceAsync(hit.Id, cancellationToken);
        Say(reference.Text);
        foreach (var citation in reference.Citations)
        {
            _screen.Begin(2, 4).Add(citation.Title, Tone.Strong).AddWhole($" [{citation.Label}] {citation.Id}", Tone.Quiet).End();
        }
    }

    private async Task CiteAsync(SearchHit hit, CancellationToken cancellationToken)
    {
        var reference = hit is ArticleHit ? OfArticle(await search.GetArticleAsync(hit.Id, cancellationToken)) : OfReference(await search.GetReferenceAsync(hit.Id, cancellationToken));
        Say(ReferenceFormats.Gbt7714(reference));
        _screen.Gap();
        // Not broken into lines: it is for a reference manager to read.
        await terminal.Output.WriteLineAsync(ReferenceFormats.BibTeX(reference, hit.Id).TrimEnd());
    }

    private static Reference OfArticle(WholeArticle article) => new()
    {
        Text = article.Title,
        Title = article.Title,
        Authors = article.Authors,
        Source = article.Source,
        Date = PartialDate.Parse(article.Date),
        Url = article.Permalink,
    };

    private static Reference OfReference(WholeReference reference) => new()
    {
        Text = reference.Text,
        Title = reference.Title,
        Authors = reference.Authors,
        Source = reference.Source,
        Date = PartialDate.Parse(reference.Date),
        Type = reference.Type,
        Volume = reference.Volume,
        Issue = reference.Issue,
        Pages = reference.Pages,
        DocumentNumber = reference.DocumentNumber,
        StandardNumber = reference.StandardNumber,
        Url = reference.Url,
    };

    private void ShowHelp()
    {
        (string Name, string Text)[] rows =
        [
            (_language.Say("WORDS", "文字"), _language.Say("search; `search WORDS` where the words are a command", "检索；与命令同名时请写 search 文字")),
            (_language.Say("next, prev", "下一页 next，上一页 prev"), _language.Say("turn the page", "翻页")),
            (_language.Say("facets", "统计 facets"), _language.Say("count the hits by year, tag, author…", "按年份、标签、作者等统计")),
            (_language.Say("filter NAME=VALUE", "筛选 filter 名称=值"), _language.Say("only hits with this value; alone: the filters in force", "只要符合该值的结果；不带值时列出筛选条件")),
            (_language.Say("unfilter [NAME]", "取消筛选 unfilter ［名称］"), _language.Say("drop filters", "取消筛选条件")),
            ("sort date|relevance", _language.Say("the order of hits", "排序方式")),
            (_language.Say("explain N", "说明 explain N"), _language.Say("how the score of a hit comes about", "说明得分的由来")),
            (_language.Say("cite N", "引用 cite N"), _language.Say("the hit in GB/T 7714 and BibTeX", "按 GB/T 7714 和 BibTeX 给出引文")),
            (_language.Say("open N", "打开 open N"), _language.Say("the passage of the hit", "查看命中的段落")),
            (_language.Say("refs N", "文献 refs N"), _language.Say("the references of an article, who cites a reference", "文章的参考文献，或文献的引用者")),
            (_language.Say("quit, Ctrl+D", "退出 quit，Ctrl+D"), _language.Say("end", "结束")),
        ];
        foreach (var (name, text) in rows)
        {
            _screen.Begin(0, 4).Add(name, Tone.Strong).Add("  ").Add(text).End();
        }
    }
}
