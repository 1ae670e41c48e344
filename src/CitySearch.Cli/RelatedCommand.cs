using System.CommandLine;
using System.Text.Json;
using CitySearch.Cli.Cards;
using CitySearch.Searching;

namespace CitySearch.Cli;

/// <summary><c>citysearch related</c>: what is related to an article or a reference.</summary>
internal static class RelatedCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Settings settings)
    {
        var terminal = settings.Terminal;
        var language = terminal.Language;
        var id = new Argument<string>("ID") { Description = language.Say("an article's or a reference's id, as search --json prints it", "文章或参考文献的标识，可用 search --json 查看") };
        var top = settings.Value("--top", "N", "how many to show (default 10)", "显示多少条（默认 10）");
        var json = settings.Flag("--json", "print the answer as JSON", "以 JSON 输出结果");
        var command = new Command("related", language.Say("show what is related to an article or a reference", "查找与某篇文章或参考文献相关的资料")) { id, top, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            using var engine = new Engine(settings.Read(arguments), terminal);
            var response = await engine.Search.RelatedAsync(arguments.GetValue(id)!, arguments.Number(top, 10, 1, RelatedResponse.MostHits, language), cancellationToken);
            if (arguments.GetValue(json))
            {
                terminal.WriteJson(JsonSerializer.Serialize(response, SearchJson.Related));
            }
            else
            {
                new ResultCards(new Screen(terminal.Output, terminal.Width, terminal.HasColour), language).Show(response);
            }

            return CommandLine.Done;
        });
        return command;
    }
}
