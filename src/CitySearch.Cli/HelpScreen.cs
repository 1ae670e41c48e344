using System.CommandLine;
using System.CommandLine.Invocation;
using CitySearch.Cli.Cards;

namespace CitySearch.Cli;

/// <summary>The help of a command, in the user's language and set by the width of its characters.</summary>
internal sealed class HelpScreen(Terminal terminal) : SynchronousCommandLineAction
{
    private const int Indent = 2;
    private const int Gap = 2;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var screen = new Screen(terminal.Output, terminal.Width, terminal.HasColour);
        screen.Begin(0).Add(command.Description ?? "").End();
        screen.Gap();
        screen.Begin(0).Add(terminal.Language.Say("Usage: ", "用法："), Tone.Strong).Add(Usage(command)).End();
        var commons = command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive));
        (string Title, List<(string Name, string Text)> Rows)[] parts =
        [
            (terminal.Language.Say("Commands", "命令"), [.. command.Subcommands.Where(c => !c.Hidden).Select(c => (Name(c), c.Description ?? ""))]),
            (terminal.Language.Say("Arguments", "参数"), [.. command.Arguments.Select(a => (Name(a), a.Description ?? ""))]),
            (terminal.Language.Say("Options", "选项"), [.. command.Options.Concat(commons).Where(o => !o.Hidden).Select(o => (Name(o), o.Description ?? ""))]),
        ];
        var column = Indent + Gap + parts.SelectMany(part => part.Rows).Max(row => row.Name.Length);
        foreach (var (title, rows) in parts.Where(part => part.Rows.Count > 0))
        {
            screen.Gap();
            screen.Begin(0).Add(title + terminal.Language.Say(":", "："), Tone.Strong).End();
            foreach (var (name, text) in rows)
            {
                screen.Begin(Indent, column).Add(name.PadRight(column - Indent)).Add(text).End();
            }
        }

        return CommandLine.Done;
    }

    private static string Name(Command command) => string.Join(' ', [command.Name, .. command.Arguments.Select(Name)]);

    private static string Name(Argument argument) => argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "…" : argument.Name;

    private static string Name(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-')).Order(StringComparer.Ordinal).Append(option.Name));
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }

    private string Usage(Command command)
    {
        var words = new List<string> { "citysearch" };
        words.Add(command is RootCommand ? terminal.Language.Say("COMMAND", "命令") : Name(command));
        words.Add(terminal.Language.Say("[OPTIONS]", "［选项］"));
        return string.Join(' ', words);
    }
}
