using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CitySearch.Cli.Tests.QueryConsole;

/// <summary>A terminal in which the command runs as a process of its own, by a tmux server that only this test has.</summary>
internal sealed class Tmux : IDisposable
{
    // Long enough for any machine; a picture that has come is not waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _socket;

    /// <summary>Starts a command in a terminal.</summary>
    /// <param name="folder">A folder for the server's socket and whatever the command keeps for its user.</param>
    /// <param name="width">The columns.</param>
    /// <param name="height">The rows.</param>
    /// <param name="environment">Variables that the command has besides those of a Chinese user.</param>
    /// <param name="command">The command and its arguments.</param>
    public Tmux(string folder, int width, int height, IEnumerable<(string Name, string Value)> environment, IEnumerable<string> command)
    {
        Directory.CreateDirectory(folder);
        // Of its own: a server that has been told to end may yet answer under its name.
        _socket = Path.Combine(folder, Path.GetRandomFileName());
        // A locale that need not be installed says the language; UTF-8 is what tmux itself is told to draw.
        (string, string)[] user = [("LANG", "zh_CN.UTF-8"), ("HOME", folder), ("XDG_STATE_HOME", Path.Combine(folder, "state"))];
        string[] without = ["LC_ALL", "LC_MESSAGES", "LC_CTYPE", "VISUAL", "EDITOR", "PAGER", "LESS", "NO_COLOR", "CITYSEARCH_CORPUS", "CITYSEARCH_INDEX", "CITYSEARCH_ANALYZER", "CITYSEARCH_CONCEPTS"];
        Run([
            "-f", "/dev/null", "new-session", "-d", "-x", Text(width), "-y", Text(height), "env",
            .. without.SelectMany(name => new[] { "-u", name }), .. user.Concat(environment).Select(variable => $"{variable.Item1}={variable.Item2}"),
            // What the command leaves behind when it ends is looked at too. tmux's own word for an ended command does not always come.
            "sh", "-c", $"\"$@\"; echo \"{Ended("$?")}\"; exec cat", "sh", .. command,
        ]);
    }

    /// <summary>Whether tmux is there, and the pager that shows articles.</summary>
    public static bool IsThere { get; } = Array.TrueForAll(
        ["tmux", "less"], program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))));

    /// <summary>The row that the terminal shows when the command has ended with an exit status.</summary>
    public static string Ended(object status) => $"ended: {status}";

    /// <summary>Types text.</summary>
    public void Type(string text) => Run(["send-keys", "-l", "--", text]);

    /// <summary>Presses keys by tmux's names.</summary>
    public void Press(params string[] keys) => Run(["send-keys", .. keys]);

    /// <summary>Pastes a text as a terminal does.</summary>
    public void Paste(string text)
    {
        Run(["set-buffer", "--", text]);
        Run(["paste-buffer", "-p"]);
    }

    /// <summary>Waits for a picture.</summary>
    /// <param name="isThere">Whether the rows, without the empty ones below, are those that are waited for.</param>
    /// <returns>The picture.</returns>
    public async Task<string> PictureAsync(Func<string[], bool> isThere, CancellationToken cancellationToken)
    {
        var start = Stopwatch.StartNew();
        while (true)
        {
            var picture = Run(["capture-pane", "-p"]).TrimEnd('\n');
            if (isThere(picture.Split('\n')))
            {
                return ConsoleTests.Shown(picture);
            }

            Assert.True(start.Elapsed < Patience, $"The terminal has not come to what was waited for, but shows:\n{picture}");
            await Task.Delay(50, cancellationToken);
        }
    }

    /// <summary>Waits for a prompt with nothing typed, in the last row that has text.</summary>
    public Task<string> PromptAsync(CancellationToken cancellationToken) => PictureAsync(rows => rows[^1].StartsWith("citysearch", StringComparison.Ordinal) && rows[^1].EndsWith('>'), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => Run(["kill-server"]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("tmux")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        // A server of somebody who runs the tests inside tmux is none of ours.
        start.Environment.Remove("TMUX");
        foreach (var argument in (string[])["-u", "-S", _socket, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"tmux {string.Join(' ', arguments)}: {error.Result}");
        return output;
    }
}
