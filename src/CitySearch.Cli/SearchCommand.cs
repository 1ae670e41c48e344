using System.CommandLine;
using System.Text.Json;
using CitySearch.Cli.Cards;
using CitySearch.Searching;

namespace CitySearch.Cli;

/// <summary><c>citysearch search</c>: answers one query.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var query = new Argument<string[]>("QUERY") { Description = Language.Say("what to search for", "要查找的内容"), Arity = ArgumentArity.OneOrMore };
        var top = new Option<int>("--top") { Description = Language.Say("hits a page", "每页结果数"), DefaultValueFactory = _ => 10 };
        var page = new Option<int>("--page") { Description = Language.Say("the page, from 1", "页码，从 1 开始"), DefaultValueFactory = _ => 1 };
        var kind = new Option<string>("--kind") { Description = Language.Say("the kinds of hits", "结果类型"), DefaultValueFactory = _ => "all" }.AcceptOnlyFromAmong("article", "reference", "all");
        var filters = new Option<string[]>("--filter")
        {
            Description = Language.Say($"NAME=VALUE, may be repeated; names: {string.Join(", ", FacetNames.All)}", $"名称=值，可重复；名称：{string.Join("、", FacetNames.All)}"),
            HelpName = "NAME=VALUE",
        };
        var sort = new Option<string>("--sort") { Description = Language.Say("the order of hits", "排序方式"), DefaultValueFactory = _ => "relevance" }.AcceptOnlyFromAmong("relevance", "date");
        var facets = new Option<bool>("--facets") { Description = Language.Say("count hits by year, tag, author…", "按年份、标签、作者等统计结果") };
        var explain = new Option<bool>("--explain") { Description = Language.Say("show how each score comes about", "说明每个得分的由来") };
        var json = new Option<bool>("--json") { Description = Language.Say("print the answer as JSON", "以 JSON 输出结果") };
        var command = new Command("search", Language.Say("search the index", "检索")) { query, top, page, kind, filters, sort, facets, explain, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var request = new SearchRequest(string.Join(' ', arguments.GetValue(query)!))
            {
                Top = arguments.GetValue(top),
                Page = arguments.GetValue(page),
                Kind = Enum.Parse<HitKind>(arguments.GetValue(kind)!, ignoreCase: true),
                Sort = Enum.Parse<HitOrder>(arguments.GetValue(sort)!, ignoreCase: true),
                Filters = [.. (arguments.GetValue(filters) ?? []).Select(Filter)],
                Facets = arguments.GetValue(facets),
                Explain = arguments.GetValue(explain),
            };
            using var engine = new Engine(Settings.Read(arguments));
            await Indexing.BuildIfMissingAsync(engine, cancellationToken);
            var response = await engine.Search.SearchAsync(request, cancellationToken);
            if (arguments.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(response, SearchJson.Response));
            }
            else
            {
                new ResultCards(Screen.OfStandardOutput()).Show(response);
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static SearchFilter Filter(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new SearchFilter(text[..equals].Trim(), text[(equals + 1)..].Trim())
            : throw new UsageException(Language.Say($"--filter {text}: write NAME=VALUE, for example --filter year=2019", $"--filter {text}：请写成 名称=值，例如 --filter year=2019"));
    }
}
