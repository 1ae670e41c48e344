namespace CitySearch.Cli.QueryConsole.Editing;

/// <summary>The keys of the terminal of this process.</summary>
internal sealed class TerminalKeyboard(int narrowest) : IKeyboard
{
    /// <inheritdoc/>
    public int Width => Math.Max(narrowest, Console.WindowWidth);

    /// <inheritdoc/>
    public int Height => Console.WindowHeight;

    /// <inheritdoc/>
    public void Turn(TextWriter output, bool isOn)
    {
        Console.TreatControlCAsInput = isOn;
        if (isOn)
        {
            // Asked for its effect: from now on, not from the first read on, the terminal passes on keys as they come. After another
            // program has had it, what is typed at once would else be taken for a line, and Ctrl+D for the end of one.
            _ = Console.KeyAvailable;
        }

        // Windows gives pastes as keys whatever it is told.
        if (!OperatingSystem.IsWindows())
        {
            output.Write(isOn ? "\e[?2004h" : "\e[?2004l");
            output.Flush();
        }
    }

    /// <inheritdoc/>
    public ConsoleKeyInfo Read() => Console.ReadKey(intercept: true);
}
