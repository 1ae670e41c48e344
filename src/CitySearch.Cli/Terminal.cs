using System.Text;
using CitySearch.Cli.Cards;
using CitySearch.Cli.QueryConsole.Editing;

namespace CitySearch.Cli;

/// <summary>Where a command runs: its streams, what the terminal can show, the user's language and environment.</summary>
/// <param name="Output">Takes results.</param>
/// <param name="Error">Takes everything else.</param>
/// <param name="Language">The language to speak.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, Language Language)
{
    private const int NarrowestWidth = 20;

    /// <summary>The width of the output in cells; 0 when it is not a terminal, for lines of any length.</summary>
    public int Width { get; init; }

    /// <summary>Whether the output takes ANSI colours.</summary>
    public bool HasColour { get; init; }

    /// <summary>Whether progress can be drawn on standard error.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Where a command that converses reads its lines; nothing unless set.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>What Ctrl+C stops before it stops the command.</summary>
    public Interruption Interruption { get; } = new();

    /// <summary>Whether a person at a terminal types the lines and sees the answers, so that a prompt helps.</summary>
    public bool ShowsPrompt { get; init; }

    /// <summary>The keys of a person at a terminal that can draw a line being typed; <see langword="null"/> where lines come whole.</summary>
    public IKeyboard? Keyboard { get; init; }

    /// <summary>The value of an environment variable; <see langword="null"/> when it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>The folder in which <c>appsettings.json</c> is looked for.</summary>
    public string Folder { get; init; } = ".";

    /// <summary>The terminal, or the files and pipes, of this process.</summary>
    public static Terminal OfProcess()
    {
        // UTF-8 whatever the locale says, and never a byte order mark: what follows may be a program that reads JSON.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        static string? Variable(string name) => Environment.GetEnvironmentVariable(name);
        var isTerminal = !Console.IsOutputRedirected;
        return new Terminal(Console.Out, Console.Error, Language.Of(Variable))
        {
            Width = isTerminal ? Math.Max(NarrowestWidth, Console.WindowWidth) : 0,
            HasColour = isTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb",
            ShowsProgress = !Console.IsErrorRedirected && Variable("TERM") != "dumb",
            // From a pipe, UTF-8 whatever the locale says, as in the output.
            Input = Console.IsInputRedirected ? new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false)) : Console.In,
            ShowsPrompt = isTerminal && !Console.IsInputRedirected,
            Keyboard = isTerminal && !Console.IsInputRedirected && Variable("TERM") != "dumb" ? new TerminalKeyboard(NarrowestWidth) : null,
            Variable = Variable,
        };
    }

    /// <summary>What writes cards on the output, as wide as the terminal is now.</summary>
    public Screen NewScreen() => new(Output, Keyboard?.Width ?? Width, HasColour);

    /// <summary>Writes one line of JSON.</summary>
    public void WriteJson(string json) => Output.Write(json + "\n");
}
