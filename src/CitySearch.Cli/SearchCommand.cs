using System.CommandLine;
using System.Text.Json;
using CitySearch.Cli.Cards;
using CitySearch.Indexing;
using CitySearch.Searching;
using CitySearch.Searching.Language;

namespace CitySearch.Cli;

/// <summary><c>citysearch search</c>: answers one query.</summary>
internal static class SearchCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Settings settings)
    {
        var terminal = settings.Terminal;
        var language = terminal.Language;
        var query = new Argument<string[]>("QUERY") { Description = language.Say("what to search for; -- goes before a query that begins with --", "要查找的内容；以 -- 开头的查询前请加 --"), Arity = ArgumentArity.OneOrMore };
        var top = settings.Value("--top", "N", "hits a page (default 10)", "每页结果数（默认 10）");
        var page = settings.Value("--page", "N", "the page, from 1", "页码，从 1 开始");
        var kind = settings.Value("--kind", string.Join('|', OptionValues.Choices<HitKind>()), "the kinds of hits", "结果类型");
        var filters = new Option<string[]>("--filter")
        {
            Description = language.Say(
                $"only hits with this value; may be repeated; names: {string.Join(", ", SearchFilter.Names)}", $"只要符合该值的结果，可重复；名称：{string.Join("、", SearchFilter.Names)}，或 {string.Join("、", SearchFilter.ChineseNames)}"),
            HelpName = "NAME=VALUE",
        };
        var sort = settings.Value("--sort", string.Join('|', OptionValues.Choices<HitOrder>()), "the order of hits", "排序方式");
        var facets = settings.Flag("--facets", "count hits by year, tag, author…", "按年份、标签、作者等统计结果");
        var context = settings.Value("--context", "N", $"characters a snippet, about (default {new SearchRequest("").Context})", $"每段摘要的大致字数（默认 {new SearchRequest("").Context}）");
        var explain = settings.Flag("--explain", "show how the query was understood and each score comes about", "说明查询如何理解、每个得分的由来");
        var json = settings.Flag("--json", "print the answer as JSON", "以 JSON 输出结果");
        var command = new Command("search", language.Say("search the index; build it first when there is none", "检索；尚无索引时先建立索引")) { query, top, page, kind, filters, sort, facets, context, explain, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var size = arguments.Number(top, 10, 1, SearchRequest.LargestPage, language);
            var request = new SearchRequest(string.Join(' ', arguments.GetValue(query)!))
            {
                Top = size,
                Page = arguments.Number(page, 1, 1, SearchRequest.DeepestHit / size, language),
                Kind = arguments.Choice<HitKind>(kind, language),
                Sort = arguments.Choice<HitOrder>(sort, language),
                Filters = [.. (arguments.GetValue(filters) ?? []).Select(text => Filter(text, language))],
                Facets = arguments.GetValue(facets),
                Context = arguments.Number(context, new SearchRequest("").Context, SearchRequest.ShortestContext, SearchRequest.LongestContext, language),
                Explain = arguments.GetValue(explain),
            };
            var options = settings.Read(arguments);
            using var search = new StandaloneSearch(options);
            // The thesaurus is read while the index is opened.
            _ = Task.Run(() => search.Thesaurus.Current, cancellationToken);
            var response = await SearchAsync(search, request, options, terminal, cancellationToken);
            if (search.Thesaurus.LastError is { } broken)
            {
                await terminal.Error.WriteLineAsync(language.Say($"searched without the thesaurus: {broken.Message}", $"未使用词表：{broken.Message}"));
            }

            if (arguments.GetValue(json))
            {
                terminal.WriteJson(JsonSerializer.Serialize(response, SearchJson.Response));
            }
            else
            {
                new ResultCards(new Screen(terminal.Output, terminal.Width, terminal.HasColour), language).Show(response, request.Explain);
            }

            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>Searches; builds the index first where there is none that can be searched, so that a first search just works.</summary>
    private static async Task<SearchResponse> SearchAsync(StandaloneSearch search, SearchRequest request, CitySearchOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            return Answer(search, request, cancellationToken);
        }
        catch (IndexFolderException e) when (e.Kind is FailureKind.IndexMissing or FailureKind.IndexOutdated)
        {
            // Asked of the search itself: looking first would cost every search what only the first one needs.
            using var engine = new Engine(options, terminal);
            Indexing.ReportFailed((await Indexing.UpdateAsync(engine.Index, terminal, rebuild: false, cancellationToken)).Failed, terminal);
            return await search.Service.SearchAsync(request, cancellationToken);
        }
        catch (IndexFolderException e) when (e.Kind is FailureKind.IndexDamaged)
        {
            // From the corpus it can be had again at once; that it was damaged is said all the same.
            using var engine = new Engine(options, terminal);
            var check = await Indexing.WithProgressAsync(terminal, progress => engine.Index.CheckAsync(repair: true, progress, cancellationToken));
            CheckCommand.Tell(check, terminal.Error, terminal);
            return await search.Service.SearchAsync(request, cancellationToken);
        }
    }

    /// <summary>Waits for the answer on this thread: what continues elsewhere is compiled when it runs, for a single answer.</summary>
    private static SearchResponse Answer(StandaloneSearch search, SearchRequest request, CancellationToken cancellationToken) =>
        search.Service.SearchAsync(request, cancellationToken).GetAwaiter().GetResult();

    private static SearchFilter Filter(string text, Language language)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new SearchFilter(text[..equals].Trim(), text[(equals + 1)..].Trim())
            : throw new UsageException(language.Say($"--filter {text}: write NAME=VALUE, for example --filter year=2019", $"--filter {text}：请写成 名称=值，例如 --filter year=2019"));
    }
}
