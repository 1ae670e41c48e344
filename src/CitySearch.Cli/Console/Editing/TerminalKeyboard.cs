namespace CitySearch.Cli.QueryConsole.Editing;

/// <summary>The keys of the terminal of this process.</summary>
internal sealed class TerminalKeyboard(int narrowest) : IKeyboard
{
    /// <inheritdoc/>
    public int Width => Math.Max(narrowest, Console.WindowWidth);

    /// <inheritdoc/>
    public void Turn(TextWriter output, bool isOn)
    {
        Console.TreatControlCAsInput = isOn;
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
