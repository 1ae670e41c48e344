using System.Globalization;
using CitySearch.Cli.Cards;

namespace CitySearch.Cli.QueryConsole.Editing;

/// <summary>Reads lines from a keyboard: draws what a <see cref="LineEditor"/> shows, and lists what can be typed beneath.</summary>
/// <param name="keyboard">Gives the keys.</param>
/// <param name="terminal">Takes what is drawn.</param>
/// <param name="history">The lines typed before; takes those that are read.</param>
/// <param name="complete">Says what can be typed after a text.</param>
internal sealed class LineReader(IKeyboard keyboard, Terminal terminal, LineHistory history, Func<string, CancellationToken, Task<Completion>> complete)
{
    // The cells between a candidate and what it is.
    private const int NoteGap = 2;

    // The signal that puts the program aside may reach another thread, and stop all of them, after the call that sends it has returned. A
    // line drawn in between would stand under the shell's prompt and be missed after it. Where no shell waits, nothing stops us at all.
    private static readonly TimeSpan UntilPutAside = TimeSpan.FromSeconds(1);

    private TaskCompletionSource _resumed = Awaited();

    /// <summary>Reads a line.</summary>
    /// <returns>The line; <see langword="null"/> when nothing more will come.</returns>
    public async Task<string?> ReadAsync(string prompt, CancellationToken cancellationToken)
    {
        using var watch = keyboard.WhenResumed(() => Interlocked.Exchange(ref _resumed, Awaited()).TrySetResult());
        keyboard.Turn(terminal.Output, isOn: true);
        try
        {
            while (true)
            {
                var editor = new LineEditor(prompt, history.Lines);
                var result = await EditAsync(editor, cancellationToken);
                await terminal.Output.WriteLineAsync();
                if (result == EditResult.Left)
                {
                    return null;
                }

                if (result == EditResult.Done)
                {
                    history.Add(editor.Text);
                    return editor.Text;
                }
            }
        }
        finally
        {
            keyboard.Turn(terminal.Output, isOn: false);
        }
    }

    private async Task<EditResult> EditAsync(LineEditor editor, CancellationToken cancellationToken)
    {
        var resumed = _resumed.Task;
        Draw(editor);
        while (true)
        {
            // Waiting for a key cannot be cancelled: who stops the command does not wait for one.
            var key = Task.Run(keyboard.Read, CancellationToken.None);
            while (await Task.WhenAny(key, resumed).WaitAsync(cancellationToken) != key)
            {
                resumed = _resumed.Task;
                keyboard.TurnAgain(terminal.Output);
                Draw(editor);
            }

            switch (editor.Press(await key))
            {
                case EditResult.Going:
                    break;
                case EditResult.Asked:
                    List(editor.Offer(await AskAsync(editor.TextBeforeCursor, cancellationToken)));
                    break;
                case EditResult.Suspended:
                    terminal.Output.WriteLine();
                    keyboard.Turn(terminal.Output, isOn: false);
                    resumed = _resumed.Task;
                    keyboard.Suspend();
                    await Task.WhenAny(resumed, Task.Delay(UntilPutAside, cancellationToken));
                    resumed = _resumed.Task;
                    keyboard.Turn(terminal.Output, isOn: true);
                    break;
                case EditResult.Cleared:
                    terminal.Output.Write("\e[H\e[2J");
                    break;
                case var end:
                    return end;
            }

            Draw(editor);
        }
    }

    private async Task<Completion> AskAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            return await complete(text, cancellationToken);
        }
        catch (Exception e) when (e is IFailure)
        {
            // The first query builds the index, or says what is wrong with it.
            return Completion.None;
        }
    }

    private static TaskCompletionSource Awaited() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Draw(LineEditor editor)
    {
        var view = editor.View(keyboard.Width);
        var (on, off) = terminal.HasColour ? ("\e[1m", "\e[0m") : ("", "");
        terminal.Output.Write($"\r{on}{view.Prompt}{off}{view.Text}\e[K\r{Right(view.Column)}");
        terminal.Output.Flush();
    }

    private static string Right(int cells) => cells == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\e[{cells}C");

    /// <summary>Lists candidates under the line, what they are in a column of its own.</summary>
    private void List(IReadOnlyList<Candidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return;
        }

        terminal.Output.WriteLine();
        var width = keyboard.Width;
        var notes = candidates.Max(candidate => TextUnit.CellsOf(candidate.Note));
        var room = Math.Max(4, width - 1 - (notes == 0 ? 0 : notes + NoteGap));
        var column = Math.Min(room, candidates.Max(candidate => TextUnit.CellsOf(candidate.Text)));
        var screen = new Screen(terminal.Output, width, terminal.HasColour);
        foreach (var candidate in candidates)
        {
            var text = LineView.StartOf(candidate.Text, column);
            var gap = candidate.Note.Length == 0 ? "" : new string(' ', column - TextUnit.CellsOf(text) + NoteGap);
            screen.Begin(0).Add(text).Add(gap + candidate.Note, Tone.Quiet).End();
        }
    }
}
