using System.Text;

namespace CitySearch.Corpus.Markdown;

/// <summary>A line of visible text: a paragraph, a row, a line of code.</summary>
/// <param name="Text">The text, without line feeds.</param>
/// <param name="Marks">Where its source lines begin: offsets into the text, ascending, the first 0, and line indexes.</param>
internal sealed record TextLine(string Text, IReadOnlyList<(int Offset, int Line)> Marks);

/// <summary>Collects visible text into lines, joining source lines as a browser does.</summary>
internal sealed class TextCollector
{
    private readonly StringBuilder _text = new();
    private List<(int Offset, int Line)> _marks = [];
    private bool _softBreak;

    /// <summary>The finished lines.</summary>
    public List<TextLine> Lines { get; } = [];

    /// <summary>The source line from which the next text comes.</summary>
    public int Line { get; set; }

    /// <summary>Adds text of the current source line.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        if (_softBreak || _text.Length == 0)
        {
            text = text.TrimStart();
        }

        if (text.IsEmpty)
        {
            return;
        }

        if (_softBreak)
        {
            _softBreak = false;
            Join(text);
        }

        if (_marks.Count == 0 || _marks[^1].Line != Line)
        {
            _marks.Add((_text.Length, Line));
        }

        foreach (var c in text)
        {
            _text.Append(c is '\n' or '\r' ? ' ' : c);
        }
    }

    /// <summary>Notes that the source goes on in its next line.</summary>
    public void SoftBreak()
    {
        _softBreak = _text.Length > 0;
        Line++;
    }

    /// <summary>Ends the line of text.</summary>
    public void EndLine()
    {
        var text = _text.ToString().TrimEnd();
        if (text.Length > 0)
        {
            Lines.Add(new TextLine(text, _marks));
            _marks = [];
        }

        _marks.Clear();
        _text.Clear();
        _softBreak = false;
    }

    // CSS Text 3, 4.1.3: a line break between two wide characters is nothing, any other one is a space. A line that
    // ends a sentence ends the line of text too, so that line numbers stay true in articles written line by line.
    private void Join(ReadOnlySpan<char> text)
    {
        var end = _text.Length;
        while (end > 0 && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        _text.Length = end;
        var last = end;
        while (last > 0 && end - last < 8 && _text[last - 1] is '”' or '’' or '」' or '』' or '）' or '》' or '】')
        {
            last--;
        }

        if (last > 0 && _text[last - 1] is '。' or '！' or '？' or '；' or '：')
        {
            EndLine();
        }
        else if (end > 0 && !(IsWide(_text[end - 1]) && IsWide(text[0])))
        {
            _text.Append(' ');
        }
    }

    /// <summary>Whether a character is written without spaces around it: Han, kana, bopomofo and their punctuation.</summary>
    public static bool IsWide(char c) =>
        c is (>= '\u2E80' and <= '\u312F') or (>= '\u3190' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
            or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF00' and <= '\uFFEF') or (>= '\uD840' and <= '\uD8BF')
            or (>= '\uDC00' and <= '\uDFFF') or '“' or '”' or '‘' or '’' or '—' or '…' or '·';
}
