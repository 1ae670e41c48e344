using System.CommandLine;
using System.CommandLine.Parsing;

namespace CitySearch.Cli;

/// <summary>Says in the user's language why a command line cannot be understood.</summary>
internal static class Misuse
{
    /// <summary>What is wrong and what to do, or <see langword="null"/> when the command line can be run.</summary>
    public static string? Of(ParseResult parsed, Language language)
    {
        if (parsed.Errors.Count == 0)
        {
            return MistypedOption(parsed) is { } mistyped
                ? language.Say($"there is no option {mistyped}; to search for it as text, write -- before the query", $"没有选项 {mistyped}；如要按文字检索，请在查询前加 --")
                : OptionWithoutValue(parsed) is { } option ? Lacking(option.Option, language)
                : null;
        }

        if (parsed.UnmatchedTokens is [var unmatched, ..])
        {
            return unmatched.StartsWith('-') ? language.Say($"there is no option {unmatched}", $"没有选项 {unmatched}")
                : parsed.CommandResult.Command.Subcommands.Count > 0 ? language.Say($"there is no command {unmatched}; use {Commands(parsed, ", ")}", $"没有命令 {unmatched}；可用的命令：{Commands(parsed, "、")}")
                : language.Say($"{parsed.CommandResult.Command.Name} does not take {unmatched}", $"{parsed.CommandResult.Command.Name} 不接受 {unmatched}");
        }

        return parsed.Errors[0].SymbolResult switch
        {
            OptionResult option => Option(option, language),
            ArgumentResult { Parent: OptionResult option } => Option(option, language),
            ArgumentResult argument => Missing(argument.Argument, parsed, language),
            CommandResult { Command: { Subcommands.Count: 0, Arguments: [var argument, ..] } } => Missing(argument, parsed, language),
            _ => language.Say($"name a command: {Commands(parsed, ", ")}", $"请指定命令：{Commands(parsed, "、")}"),
        };
    }

    /// <summary>
    /// A word like <c>--josn</c> among the words of a query, which is an option with a slip in it more likely than a
    /// text; <c>-公司</c> and whatever stands after <c>--</c> are text.
    /// </summary>
    private static string? MistypedOption(ParseResult parsed)
    {
        var options = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).ToHashSet(ReferenceEqualityComparer.Instance);
        return parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
            .FirstOrDefault(token => options.Contains(token) && LooksLikeOption(token))?.Value;
    }

    /// <summary>An option that has swallowed the next one as its value: <c>--index --json</c> would index into a folder of that name.</summary>
    private static OptionResult? OptionWithoutValue(ParseResult parsed) =>
        parsed.CommandResult.Children.Concat(parsed.RootCommandResult.Children).OfType<OptionResult>().FirstOrDefault(option => option.Tokens.Any(LooksLikeOption));

    private static bool LooksLikeOption(Token token) => token.Value is ['-', '-', >= 'a' and <= 'z', ..] && !token.Value.Any(char.IsWhiteSpace);

    private static string Option(OptionResult option, Language language) => option.Tokens.Count == 0
        ? Lacking(option.Option, language)
        : language.Say($"{option.Option.Name} may be given once only", $"{option.Option.Name} 只能给出一次");

    private static string Lacking(Option option, Language language) =>
        language.Say($"{option.Name} lacks its value: {option.Name} {option.HelpName}", $"{option.Name} 缺少值：{option.Name} {option.HelpName}");

    private static string Missing(Argument argument, ParseResult parsed, Language language) => language.Say(
        $"{argument.Name} is missing: citysearch {parsed.CommandResult.Command.Name} {argument.Name}",
        $"缺少 {argument.Name}：citysearch {parsed.CommandResult.Command.Name} {argument.Name}");

    private static string Commands(ParseResult parsed, string separator) =>
        string.Join(separator, parsed.CommandResult.Command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name));
}
