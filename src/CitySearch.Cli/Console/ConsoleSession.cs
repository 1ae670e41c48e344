using System.Globalization;
using CitySearch.Cli.Cards;
using CitySearch.Cli.Export;
using CitySearch.Hosting;
using CitySearch.Indexing;
using CitySearch.Searching;

namespace CitySearch.Cli.QueryConsole;

/// <summary>A conversation with the engine: takes lines, remembers the query, its page, filters and order, and shows cards.</summary>
/// <param name="search">Answers.</param>
/// <param name="index">Builds the index where there is none.</param>
/// <param name="terminal">Takes what is shown.</param>
/// <param name="corpusPath">The folder of materials, for what opens their files.</param>
internal sealed class ConsoleSession(ISearchService search, IIndexService index, Terminal terminal, string corpusPath)
{
    private readonly Language _language = terminal.Language;
    private readonly HitCommands _hitCommands = new(search, terminal, corpusPath);
    private readonly PageView _pages = new(terminal);
    private readonly List<SearchFilter> _filters = [];
    private Screen _screen = terminal.NewScreen();
    private SearchRequest? _request;
    private SearchResponse? _response;
    private IReadOnlyList<SearchHit> _shown = [];
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

        // The terminal may have got another width since the last line.
        _screen = terminal.NewScreen();
        var read = ConsoleLine.Read(line, _language);
        try
        {
            await DoAsync(read, cancellationToken);
        }
        catch (Exception e) when (e is IFailure or UsageException)
        {
            Say(FailureTexts.Say(e, _language.IsChinese).ReplaceLineEndings(" "));
        }
        catch (OperationCanceledException)
        {
            Say(_language.Say("stopped", "已停止"));
        }

        return read.Verb != ConsoleVerb.Quit;
    }

    /// <summary>The values that the current result has for a filter; none where nothing was searched or the filter is no facet.</summary>
    public async Task<IReadOnlyList<FacetCount>> ValuesAsync(string filter, CancellationToken cancellationToken)
    {
        var chinese = SearchFilter.ChineseNames.ToList().IndexOf(filter);
        var name = chinese < 0 ? filter.ToLowerInvariant() : SearchFilter.Names[chinese];
        return _request is { } request && FacetNames.All.Contains(name)
            ? (await FindAsync(OfResult(request) with { Facets = true, Page = 1, Top = 1 }, cancellationToken)).Facets?.GetValueOrDefault(name) ?? []
            : [];
    }

    private async Task DoAsync(ConsoleLine line, CancellationToken cancellationToken)
    {
        switch (line.Verb)
        {
            case ConsoleVerb.Search:
                await AskAsync(new SearchRequest(line.Argument) { Top = _pages.Size }, cancellationToken);
                break;
            case ConsoleVerb.Next when _response is { } response && (long)response.Page * response.Top >= response.Total:
                Say(_language.Say("this is the last page", "已是最后一页"));
                break;
            case ConsoleVerb.Previous when _response is { Page: 1 }:
                Say(_language.Say("this is the first page", "已是第一页"));
                break;
            case ConsoleVerb.Next or ConsoleVerb.Previous when _request is { } request:
                await AskAsync(OfResult(request) with { Page = request.Page + (line.Verb == ConsoleVerb.Next ? 1 : -1) }, cancellationToken);
                break;
            case ConsoleVerb.Facets when _request is { } request:
                Cards.ShowFacets(await FindAsync(OfResult(request) with { Facets = true, Page = 1, Top = 1 }, cancellationToken));
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
            case ConsoleVerb.Explain when _response is { } response && line.Argument.Length == 0:
                ShowUnderstood(response);
                break;
            case ConsoleVerb.Explain when Hit(line.Argument) is { } hit:
                await ExplainAsync(hit, cancellationToken);
                break;
            case ConsoleVerb.Cite when Hit(line.Argument) is { } hit:
                await _hitCommands.CiteAsync(hit, cancellationToken);
                break;
            case ConsoleVerb.Open when Hit(line.Argument) is { } hit:
                await _hitCommands.OpenAsync(hit, _request?.Query, cancellationToken);
                break;
            case ConsoleVerb.References when Hit(line.Argument) is { } hit:
                await _hitCommands.ReferencesAsync(hit, cancellationToken);
                break;
            case ConsoleVerb.Related when Hit(line.Argument) is { } hit:
                var related = await search.RelatedAsync(hit.Id, _pages.Size, cancellationToken);
                _pages.Show(related with { Hits = [.. related.Hits.Select(relative => relative with { Explanation = null })] });
                // What is seen last is what numbers mean.
                _shown = related.Hits.Count > 0 ? related.Hits : _shown;
                break;
            case ConsoleVerb.Explain or ConsoleVerb.Cite or ConsoleVerb.Open or ConsoleVerb.References or ConsoleVerb.Related when _shown.Count > 0:
                Say(_language.Say($"name a hit by its number: {_shown[0].Rank} to {_shown[^1].Rank}", $"请写结果的序号：{_shown[0].Rank} 到 {_shown[^1].Rank}"));
                break;
            case ConsoleVerb.Export or ConsoleVerb.ExportOver when _request is not null && _response is { Total: > 0 }:
                await ExportAsync(line.Argument, line.Verb == ConsoleVerb.ExportOver, cancellationToken);
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
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? _shown.FirstOrDefault(hit => hit.Rank == rank) : null;

    /// <summary>The request as one for the result that is seen, whatever has been indexed since.</summary>
    private SearchRequest OfResult(SearchRequest request) => request with { Generation = _response?.Generation };

    private async Task AskAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var asked = request with { Filters = [.. _filters], Sort = _order };
        _response = await FindAsync(asked, cancellationToken);
        _request = asked;
        _shown = _response.Hits;
        _pages.Show(_response);
        if (_response.Note is { } note)
        {
            Say(_language.Say(note, "索引已更新，以上为新索引的结果，可能与前几页有重复或遗漏"));
        }
    }

    private async Task AskAgainAsync(CancellationToken cancellationToken)
    {
        if (_request is { } request)
        {
            await AskAsync(request with { Page = 1, Generation = null }, cancellationToken);
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

    private void ShowUnderstood(SearchResponse response)
    {
        if (response.Understood is { } understood)
        {
            new QueryTree(_screen, _language).Show(understood);
        }
        else
        {
            Say(_language.Say($"understood as plain words: {response.Query}", $"查询理解为普通文字：{response.Query}"));
        }
    }

    private async Task ExplainAsync(SearchHit hit, CancellationToken cancellationToken)
    {
        if (hit.Explanation is { } known)
        {
            Cards.ShowExplanation(hit.Score, known);
            return;
        }

        var explained = await FindAsync(OfResult(_request!) with { Explain = true }, cancellationToken);
        ShowUnderstood(explained);
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

    private async Task ExportAsync(string file, bool isOver, CancellationToken cancellationToken)
    {
        if (ExportFormats.OfFile(file) is not { } format)
        {
            throw new UsageException(_language.Say(
                "name a file that ends in .json, .csv, .md or .bib: export hits.csv", "请写以 .json、.csv、.md 或 .bib 结尾的文件名：导出 结果.csv"));
        }

        var export = new ResultExport(search, _language);
        var path = ResultExport.FullPath(file, terminal.Variable);
        export.CheckFree(path, isOver);
        var response = await FindAsync(OfResult(_request!) with { Page = 1, Top = SearchRequest.LargestPage }, cancellationToken);
        export.Save(path, await export.WriteAsync(response, format, cancellationToken), isOver);
        var count = response.Hits.Count;
        Say(count == response.Total
            ? _language.Say(count == 1 ? $"wrote 1 hit to {path}" : $"wrote all {count} hits to {path}", $"已将全部 {count} 条结果写入 {path}")
            : _language.Say($"wrote the first {count} of {response.Total} hits to {path}", $"已将 {response.Total} 条结果中的前 {count} 条写入 {path}"));
    }

    private void ShowHelp()
    {
        var rows = ConsoleName.All.Select(name => (Left: $"{(_language.IsChinese ? $"{name.Chinese} {name.English}" : name.English)} {name.Argument(_language)}".TrimEnd(), Right: name.Help(_language)));
        _screen.Table(rows.Prepend((_language.Say("WORDS", "文字"), _language.Say("search", "检索"))));
    }
}
