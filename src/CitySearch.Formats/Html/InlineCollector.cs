using System.Text;
using CitySearch.Corpus.Markdown;

namespace CitySearch.Formats.Html;

/// <summary>
/// Collects the text of one line as a browser shows it (CSS Text 3, 4.1.1 and 4.1.3): white space is one space, none
/// at the ends, and a line break of the source between two Chinese characters is nothing.
/// </summary>
internal sealed class InlineCollector
{
    private readonly StringBuilder _text = new();
    private bool _space;
    private bool _break;

    /// <summary>Whether there is no text yet.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Adds text of the source.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '\n' or '\r':
                    _break = true;
                    break;
                case ' ' or '\t' or '\f' or '\u00A0':
                    _space = true;
                    break;
                case '\u200B' or '\uFEFF' or '\u00AD':
                    break;
                default:
                    AppendVisible(c);
                    break;
            }
        }
    }

    /// <summary>Adds text as it is, tabs included.</summary>
    public void AppendVerbatim(ReadOnlySpan<char> text)
    {
        _text.Append(text);
        _space = _break = false;
    }

    /// <summary>Takes the line.</summary>
    public string Take()
    {
        var text = _text.ToString().Trim();
        _text.Clear();
        _space = _break = false;
        return text;
    }

    private void AppendVisible(char c)
    {
        if (_text.Length > 0 && (_space || (_break && !(TextCollector.IsWide(_text[^1]) && TextCollector.IsWide(c)))) && _text[^1] != '\t')
        {
            _text.Append(' ');
        }

        _space = _break = false;
        _text.Append(c);
    }
}
