using System.Text;

namespace CitySearch.Corpus.Markdown;

/// <summary>An entry of a reference list while its lines are read; it may yet prove to be other text.</summary>
internal sealed class EntryDraft
{
    private readonly StringBuilder _text = new();

    /// <summary>Starts an entry.</summary>
    /// <param name="label">Its label without brackets, or empty.</param>
    /// <param name="text">What its first line says behind the label.</param>
    /// <param name="line">Its first line in the file, counted from 1.</param>
    public EntryDraft(string label, string text, int line)
    {
        (Label, Line) = (label, line);
        Append(text);
    }

    /// <summary>The label without brackets, or empty.</summary>
    public string Label { get; }

    /// <summary>The first line in the file, counted from 1.</summary>
    public int Line { get; }

    /// <summary>Whether there is no text yet.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>
    /// Whether one of the lines says when or where. Asked of each line as it comes and not of the growing whole: a file
    /// of wrapped lines would cost its square.
    /// </summary>
    public bool IsComplete { get; private set; }

    /// <summary>Adds a wrapped line.</summary>
    public void Append(string line)
    {
        if (line.Length == 0)
        {
            return;
        }

        if (!IsEmpty && !(TextCollector.IsWide(_text[^1]) && TextCollector.IsWide(line[0])))
        {
            _text.Append(' ');
        }

        _text.Append(line);
        IsComplete = IsComplete || ReferenceForms.IsComplete(line);
    }

    /// <summary>The text on one line.</summary>
    public override string ToString() => _text.ToString().TrimEnd();
}
