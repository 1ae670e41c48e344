using System.Text;
using System.Text.RegularExpressions;

namespace CitySearch.Formats.Bibliographies;

// The values of fields, and the steps over the text that all of the grammar takes.
internal sealed partial class BibTeXParser
{
    // A value: pieces joined by #. Null when a piece is not closed.
    private string? Value(int entry)
    {
        StringBuilder? joined = null;
        string? first = null;
        do
        {
            SkipSpace();
            if (_at == _text.Length)
            {
                return null;
            }

            var piece = _text[_at] switch
            {
                '{' => Braced(entry),
                '"' => Quoted(),
                _ => Bare(),
            };
            if (piece is null)
            {
                return null;
            }

            if (first is null)
            {
                first = piece;
            }
            else if ((joined ??= new StringBuilder(first)).Length + piece.Length <= LongestValue)
            {
                joined.Append(piece);
            }
            else
            {
                Fail(entry, "a value is too long");
            }

            SkipSpace();
        }
        while (Take('#'));

        return joined?.ToString() ?? first;
    }

    private string? Braced(int entry)
    {
        var start = ++_at;
        for (var depth = 1; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case '\\' when _at + 1 < _text.Length:
                    _at++;
                    break;
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return _text[start.._at++];
                case '\n' when StartsEntry(_at + 1):
                    return null;
                case '\n' when depth == 1 && EndsField(start) is { } end:
                    // The brace is missing: {Yale University Press, and the next field on its line.
                    Fail(entry, "a brace of the entry is not closed");
                    _at = end;
                    return _text[start..end];
            }
        }

        return null;
    }

    // Before the line that begins a field, the end of the value that should have ended there: the comma.
    private int? EndsField(int start)
    {
        var comma = _at - 1;
        while (comma > start && char.IsWhiteSpace(_text[comma]) && _at - comma < LongestName)
        {
            comma--;
        }

        return comma > start && _text[comma] == ',' && Field().IsMatch(_text, _at) ? comma : null;
    }

    private string? Quoted()
    {
        var start = ++_at;
        for (var depth = 0; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case '\\' when _at + 1 < _text.Length && _text[_at + 1] != '"':
                    _at++;
                    break;
                case '{':
                    depth++;
                    break;
                case '}':
                    depth--;
                    break;
                case '"' when depth <= 0:
                    return _text[start.._at++];
                case '\n' when StartsEntry(_at + 1):
                    return null;
            }
        }

        return null;
    }

    // A number or the name of a macro; a macro that nobody defined is taken for text.
    private string Bare()
    {
        var start = _at;
        var length = _text.AsSpan(_at).IndexOfAny(BareEnds);
        _at = length < 0 ? _text.Length : _at + length;
        var value = _text[start.._at].Trim();
        return _macros.GetValueOrDefault(value) ?? value;
    }

    // A line that begins as entries do, behind a value that is still open.
    private bool StartsEntry(int at)
    {
        while (at < _text.Length && _text[at] is ' ' or '\t')
        {
            at++;
        }

        return at < _text.Length && _text[at] == '@' && Entry().IsMatch(_text, at);
    }

    private string Name()
    {
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('=' or '{' or '}' or '(' or ')' or ',' or '"' or '#' or '%' or '@'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private bool Take(char c)
    {
        if (_at < _text.Length && _text[_at] == c)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private void SkipLine()
    {
        var length = _text.AsSpan(_at).IndexOf('\n');
        _at = length < 0 ? _text.Length : _at + length + 1;
    }

    [GeneratedRegex(@"\G\s{1,100}[A-Za-z][A-Za-z0-9_-]{1,30}\s{0,20}=\s{0,20}[{""0-9a-zA-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"\G@[A-Za-z]{2,30}\s{0,10}[{(]\s{0,10}[^\s,={}()]{0,200}\s{0,10}(?:,|$)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Entry();
}
