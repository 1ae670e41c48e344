using System.Runtime.InteropServices;

namespace CitySearch.Cli.QueryConsole.Editing;

/// <summary>The keys of the terminal of this process.</summary>
internal sealed class TerminalKeyboard(int narrowest) : IKeyboard
{
    // SIGTSTP in signal.h of Linux, and of the BSDs and macOS.
    private const int StopOnLinux = 20;
    private const int StopElsewhere = 18;

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

        TellPastes(output, isOn);
    }

    /// <inheritdoc/>
    /// <remarks>How keys come .NET sets by itself when the process goes on; and to ask for what has effect in <see cref="Turn"/> would wait for the key.</remarks>
    public void TurnAgain(TextWriter output) => TellPastes(output, isOn: true);

    /// <inheritdoc/>
    public void Suspend()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // To all that the shell takes for one job, as the terminal would send it: dotnet run waits for its child.
        const int OwnGroup = 0;
        _ = Kill(OwnGroup, OperatingSystem.IsLinux() ? StopOnLinux : StopElsewhere);
    }

    /// <inheritdoc/>
    public IDisposable? WhenResumed(Action act) => OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => act());

    /// <inheritdoc/>
    public ConsoleKeyInfo Read() => Console.ReadKey(intercept: true);

    private static void TellPastes(TextWriter output, bool isOn)
    {
        // Windows gives pastes as keys whatever it is told.
        if (!OperatingSystem.IsWindows())
        {
            output.Write(isOn ? "\e[?2004h" : "\e[?2004l");
            output.Flush();
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
