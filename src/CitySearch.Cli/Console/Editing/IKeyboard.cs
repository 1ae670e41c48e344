namespace CitySearch.Cli.QueryConsole.Editing;

/// <summary>The keys of a terminal.</summary>
internal interface IKeyboard
{
    /// <summary>The cells of a row of the terminal, as it is now.</summary>
    int Width { get; }

    /// <summary>The rows of the terminal, as it is now.</summary>
    int Height { get; }

    /// <summary>Makes every key come as one, Ctrl+C too, and pastes be enclosed in marks; or leaves the terminal as it was.</summary>
    /// <param name="output">Takes what tells the terminal.</param>
    /// <param name="isOn">Whether keys are read.</param>
    void Turn(TextWriter output, bool isOn);

    /// <summary>Tells the terminal again to enclose pastes, after another program has had it while a key was waited for.</summary>
    /// <param name="output">Takes what tells the terminal.</param>
    void TurnAgain(TextWriter output);

    /// <summary>Asks that the program be put aside, as Ctrl+Z does elsewhere, until the user's shell lets it go on; where there is no such thing, nothing happens.</summary>
    /// <remarks>It may stop a moment later than this returns.</remarks>
    void Suspend();

    /// <summary>Tells when the program goes on after it was put aside, whoever did it: another program has had the terminal.</summary>
    /// <param name="act">Is run on any thread.</param>
    /// <returns>Ends it; <see langword="null"/> where programs are not put aside.</returns>
    IDisposable? WhenResumed(Action act);

    /// <summary>Waits for a key.</summary>
    ConsoleKeyInfo Read();
}
