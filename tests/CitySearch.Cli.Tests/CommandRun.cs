namespace CitySearch.Cli.Tests;

/// <summary>What a command did: its exit status and what it wrote.</summary>
internal sealed record CommandRun(int Status, string Output, string Error)
{
    /// <summary>Runs a command in this process, as on a terminal's far side: no width, no colour, no variables of the environment.</summary>
    public static Task<CommandRun> Of(params string[] args) => In(Language.English, args);

    /// <summary>Runs a command in a language.</summary>
    public static Task<CommandRun> In(Language language, params string[] args) => On(terminal => terminal, language, args, CancellationToken.None);

    /// <summary>Runs a command on a terminal.</summary>
    public static async Task<CommandRun> On(Func<Terminal, Terminal> setUp, Language language, string[] args, CancellationToken cancellationToken)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        // No settings file of whoever runs the tests.
        var terminal = setUp(new Terminal(output, error, language) { Folder = Path.Combine(AppContext.BaseDirectory, "no-settings") });
        var status = await CommandLine.RunAsync(args, terminal, cancellationToken);
        return new CommandRun(status, output.ToString(), error.ToString());
    }
}
