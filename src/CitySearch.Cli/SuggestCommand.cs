using System.CommandLine;
using System.Text.Json;
using CitySearch.Cli.Cards;
using CitySearch.Searching;
using CitySearch.Searching.Suggestions;
using CitySearch.Snippets;

namespace CitySearch.Cli;

/// <summary><c>citysearch suggest</c>: completes what somebody types.</summary>
internal static class SuggestCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Settings settings)
    {
        var terminal = settings.Terminal;
        var language = terminal.Language;
        var prefix = new Argument<string[]>("PREFIX") { Description = language.Say("what is typed so far: characters, pinyin, initials, or a mixture", "已输入的内容：汉字、拼音、首字母，可混用"), Arity = ArgumentArity.OneOrMore };
        var top = settings.Value("--top", "N", "how many suggestions (default 10)", "建议条数（默认 10）");
        var json = settings.Flag("--json", "print the answer as JSON", "以 JSON 输出结果");
        var command = new Command("suggest", language.Say("complete what is typed with titles, headings, concepts and authors", "用标题、概念、作者等补全输入")) { prefix, top, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var most = arguments.Number(top, 10, 1, ISuggestionService.MostSuggestions, language);
            using var engine = new Engine(settings.Read(arguments), terminal);
            var response = await engine.Suggestions.SuggestAsync(string.Join(' ', arguments.GetValue(prefix)!), most, cancellationToken);
            if (arguments.GetValue(json))
            {
                terminal.WriteJson(JsonSerializer.Serialize(response, SearchJson.Suggestions));
                return CommandLine.Done;
            }

            var screen = new Screen(terminal.Output, terminal.Width, terminal.HasColour);
            foreach (var suggestion in response.Suggestions)
            {
                screen.Begin(0, 4).Add(new Snippet(suggestion.Text, suggestion.Highlights)).Add("  ").AddWhole(Kind(suggestion.Kind, language), Tone.Quiet).End();
            }

            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>What a suggestion names, in a word.</summary>
    public static string Kind(SuggestionKind kind, Language language) => kind switch
    {
        SuggestionKind.Concept => language.Say("concept", "概念"),
        SuggestionKind.Title => language.Say("title", "标题"),
        SuggestionKind.Heading => language.Say("heading", "小标题"),
        SuggestionKind.Author => language.Say("author", "作者"),
        _ => language.Say("reference", "参考文献"),
    };
}
