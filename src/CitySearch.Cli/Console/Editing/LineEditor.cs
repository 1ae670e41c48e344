using System.Globalization;
using System.Text;

namespace CitySearch.Cli.QueryConsole.Editing;

/// <summary>
/// Edits a line: takes keys one by one and says what to show. It knows no terminal. Text may come in any portions, as input methods
/// and pastes give it; of what is pasted, breaks of lines become spaces.
/// </summary>
/// <param name="prompt">What stands before the line.</param>
/// <param name="history">The lines typed before, oldest first.</param>
internal sealed class LineEditor(string prompt, IReadOnlyList<string> history)
{
    private readonly LineBuffer _buffer = new();
    private readonly PasteMarks _marks = new();

    // Which line of the history is shown, and what was being typed when it was left for them.
    private int _shown = history.Count;
    private string _draft = "";

    private char _half;
    private Completion _offered = Completion.None;
    private int _chosen = -1;
    private string _typed = "";

    /// <summary>The line as it is.</summary>
    public string Text => _buffer.Text;

    /// <summary>The line up to the cursor, which is what a completion goes by.</summary>
    public string TextBeforeCursor => _buffer.Text[.._buffer.Cursor];

    /// <summary>What a row of the terminal shows.</summary>
    /// <param name="width">The cells of the row.</param>
    public LineView View(int width) => LineView.Of(prompt, _buffer.Text, _buffer.Cursor, width);

    /// <summary>Takes a key.</summary>
    public EditResult Press(ConsoleKeyInfo key)
    {
        foreach (var own in _marks.Take(key))
        {
            if (Take(own) is var result && result != EditResult.Going)
            {
                return result;
            }
        }

        return EditResult.Going;
    }

    /// <summary>
    /// Takes what can be typed: the only candidate is put in; of several, what they begin with alike, and the keys for completion then
    /// go through them.
    /// </summary>
    /// <returns>The candidates to show; none where the line says it all.</returns>
    public IReadOnlyList<Candidate> Offer(Completion completion)
    {
        if (completion.Candidates is [var only])
        {
            _buffer.Replace(completion.Start, only.Text);
            return [];
        }

        if (completion.Candidates.Count > 1)
        {
            var common = Common(completion.Candidates);
            if (common.Length > _buffer.Cursor - completion.Start && common.StartsWith(_buffer.Text[completion.Start.._buffer.Cursor], StringComparison.OrdinalIgnoreCase))
            {
                _buffer.Replace(completion.Start, common);
            }

            (_offered, _chosen, _typed) = (completion, -1, _buffer.Text[completion.Start.._buffer.Cursor]);
        }

        return completion.Candidates;
    }

    private EditResult Take(ConsoleKeyInfo key)
    {
        if (_marks.IsInside)
        {
            Type(char.IsControl(key.KeyChar) ? ' ' : key.KeyChar);
            return EditResult.Going;
        }

        if (key.Key == ConsoleKey.Tab)
        {
            return Choose(key.Modifiers.HasFlag(ConsoleModifiers.Shift) ? -1 : 1);
        }

        _offered = Completion.None;
        return key.Modifiers.HasFlag(ConsoleModifiers.Control) ? Control(key)
            : key.Modifiers.HasFlag(ConsoleModifiers.Alt) ? Alt(key)
            : Plain(key);
    }

    private EditResult Choose(int step)
    {
        if (_offered.Candidates.Count == 0)
        {
            return EditResult.Asked;
        }

        // After the last comes what was typed, and then the first again.
        var count = _offered.Candidates.Count + 1;
        _chosen = ((_chosen + 1 + step + count) % count) - 1;
        _buffer.Replace(_offered.Start, _chosen < 0 ? _typed : _offered.Candidates[_chosen].Text);
        return EditResult.Going;
    }

    private EditResult Plain(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.Enter:
                return EditResult.Done;
            case ConsoleKey.LeftArrow:
                _buffer.MoveTo(_buffer.Before);
                break;
            case ConsoleKey.RightArrow:
                _buffer.MoveTo(_buffer.After);
                break;
            case ConsoleKey.Home:
                _buffer.MoveTo(0);
                break;
            case ConsoleKey.End:
                _buffer.MoveTo(_buffer.Text.Length);
                break;
            case ConsoleKey.UpArrow:
                Recall(_shown - 1);
                break;
            case ConsoleKey.DownArrow:
                Recall(_shown + 1);
                break;
            case ConsoleKey.Backspace:
                _buffer.Remove(_buffer.Before, _buffer.Cursor);
                break;
            case ConsoleKey.Delete:
                _buffer.Remove(_buffer.Cursor, _buffer.After);
                break;
            default:
                Type(key.KeyChar);
                break;
        }

        return EditResult.Going;
    }

    /// <summary>The keys of Emacs, as every shell has them.</summary>
    private EditResult Control(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.C:
                return EditResult.Dropped;
            case ConsoleKey.D when _buffer.Text.Length == 0:
                return EditResult.Left;
            case ConsoleKey.L:
                return EditResult.Cleared;
            case ConsoleKey.Z:
                return EditResult.Suspended;
            case ConsoleKey.J or ConsoleKey.M or ConsoleKey.Enter:
                return EditResult.Done;
            case ConsoleKey.A or ConsoleKey.Home:
                _buffer.MoveTo(0);
                break;
            case ConsoleKey.E or ConsoleKey.End:
                _buffer.MoveTo(_buffer.Text.Length);
                break;
            case ConsoleKey.B:
                _buffer.MoveTo(_buffer.Before);
                break;
            case ConsoleKey.F:
                _buffer.MoveTo(_buffer.After);
                break;
            case ConsoleKey.LeftArrow:
                _buffer.MoveTo(_buffer.WordBefore);
                break;
            case ConsoleKey.RightArrow:
                _buffer.MoveTo(_buffer.WordAfter);
                break;
            case ConsoleKey.P:
                Recall(_shown - 1);
                break;
            case ConsoleKey.N:
                Recall(_shown + 1);
                break;
            case ConsoleKey.D:
                _buffer.Remove(_buffer.Cursor, _buffer.After);
                break;
            case ConsoleKey.H or ConsoleKey.Backspace:
                _buffer.Remove(_buffer.Before, _buffer.Cursor);
                break;
            case ConsoleKey.K:
                _buffer.Remove(_buffer.Cursor, _buffer.Text.Length);
                break;
            case ConsoleKey.U:
                _buffer.Remove(0, _buffer.Cursor);
                break;
            case ConsoleKey.W:
                _buffer.Remove(_buffer.WordBefore, _buffer.Cursor);
                break;
        }

        return EditResult.Going;
    }

    private EditResult Alt(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.B or ConsoleKey.LeftArrow:
                _buffer.MoveTo(_buffer.WordBefore);
                break;
            case ConsoleKey.F or ConsoleKey.RightArrow:
                _buffer.MoveTo(_buffer.WordAfter);
                break;
            case ConsoleKey.D:
                _buffer.Remove(_buffer.Cursor, _buffer.WordAfter);
                break;
            case ConsoleKey.Backspace:
                _buffer.Remove(_buffer.WordBefore, _buffer.Cursor);
                break;
        }

        return EditResult.Going;
    }

    private void Type(char typed)
    {
        // A character beyond the first 65,536 comes as two keys, and half of one is none.
        if (char.IsHighSurrogate(typed))
        {
            _half = typed;
            return;
        }

        var (half, isPair) = (_half, char.IsSurrogatePair(_half, typed));
        _half = '\0';
        if (isPair)
        {
            _buffer.Insert(new string([half, typed]));
        }
        else if (!char.IsControl(typed) && !char.IsSurrogate(typed))
        {
            _buffer.Insert(typed.ToString());
        }
    }

    private void Recall(int line)
    {
        if (line < 0 || line > history.Count)
        {
            return;
        }

        if (_shown == history.Count)
        {
            _draft = _buffer.Text;
        }

        _shown = line;
        _buffer.Set(line == history.Count ? _draft : history[line]);
    }

    /// <summary>The text elements with which all begin.</summary>
    private static string Common(IReadOnlyList<Candidate> candidates)
    {
        var common = new StringBuilder();
        var elements = candidates.Select(candidate => StringInfo.GetTextElementEnumerator(candidate.Text)).ToList();
        while (elements.TrueForAll(e => e.MoveNext()) && elements.TrueForAll(e => e.GetTextElement() == elements[0].GetTextElement()))
        {
            common.Append(elements[0].GetTextElement());
        }

        return common.ToString();
    }
}
