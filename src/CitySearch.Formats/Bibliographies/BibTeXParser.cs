using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CitySearch.Formats.Bibliographies;

/// <summary>
/// Parses BibTeX and biblatex files, also those that were written or broken by hand: an entry that cannot be read, or
/// that is not closed, is a fault, what of it could be read is kept, and reading goes on with the next one.
/// </summary>
/// <remarks>
/// The grammar of BibTeX 0.99d (Patashnik 1988, "BibTeXing"): <c>@string</c> macros, <c>#</c>, values in braces or quotation
/// marks, entries in braces or parentheses, everything between entries a comment. Reading takes linear time, and nesting
/// of any depth takes no memory.
/// </remarks>
internal sealed partial class BibTeXParser
{
    private const int LongestName = 200;

    // What macros may make of a value together: each may hold the one before it twice.
    private const int LongestValue = 100_000;

    private static readonly SearchValues<char> KeyEnds = SearchValues.Create(",=\n{}\"");
    private static readonly SearchValues<char> BareEnds = SearchValues.Create(",#{}()\"=\n\r");

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private readonly string _text;
    private readonly Dictionary<string, string> _macros = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<BibTeXEntry> _entries = [];
    private readonly List<BibliographyFault> _faults = [];
    private int _at;
    private int _countedTo;
    private int _line = 1;
    private bool _hasCommentEnd = true;

    private BibTeXParser(string text)
    {
        _text = text;
        for (var i = 0; i < Months.Length; i++)
        {
            _macros[Months[i]] = (i + 1).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Parses a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="faults">Takes the faults.</param>
    /// <param name="cancellationToken">Stops the parsing.</param>
    public static IReadOnlyList<BibTeXEntry> Parse(string text, List<BibliographyFault> faults, CancellationToken cancellationToken)
    {
        var parser = new BibTeXParser(text);
        parser.Read(cancellationToken);
        faults.AddRange(parser._faults);
        return parser._entries;
    }

    private void Read(CancellationToken cancellationToken)
    {
        while (_text.AsSpan(_at).IndexOf('@') is >= 0 and var next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _at += next;
            var start = _at++;
            if (IsCommentedOut(start))
            {
                continue;
            }

            var kind = Name();
            SkipSpace();
            if (kind.Length == 0 || _at == _text.Length || _text[_at] is not ('{' or '('))
            {
                // An address of mail, or a comment without braces.
                continue;
            }

            var close = _text[_at++] == '{' ? '}' : ')';
            switch (kind.ToLowerInvariant())
            {
                case "comment":
                    SkipComment();
                    break;
                case "preamble":
                    if (Value(start) is null || !Closes(close))
                    {
                        Fail(start, "the preamble is not closed");
                    }

                    break;
                case "string":
                    ReadMacro(start, close);
                    break;
                default:
                    ReadEntry(kind.ToLowerInvariant(), start, close);
                    break;
            }
        }
    }

    private void ReadMacro(int start, char close)
    {
        SkipSpace();
        var name = Name();
        SkipSpace();
        if (name.Length > 0 && Take('=') && Value(start) is { } value)
        {
            _macros[name] = value;
            if (Closes(close))
            {
                return;
            }
        }

        Fail(start, "the @string cannot be read");
    }

    private void ReadEntry(string kind, int start, char close)
    {
        var line = LineAt(start);
        var entry = new BibTeXEntry(kind, Key(close), line);
        _entries.Add(entry);
        while (true)
        {
            SkipSpace();
            while (Take(',') || Take(';'))
            {
                SkipSpace();
            }

            if (_at == _text.Length || StartsEntry(_at))
            {
                Fail(start, $"the @{kind} is not closed");
                return;
            }

            if (Take(close))
            {
                return;
            }

            if (_text[_at] == '%')
            {
                SkipLine();
                continue;
            }

            var field = Name();
            SkipSpace();
            if (field.Length == 0 || !Take('='))
            {
                Fail(start, $"a field of the @{kind} cannot be read");
                NextField(close);
                continue;
            }

            if (Value(start) is not { } value)
            {
                Fail(start, $"the {Shown(field)} of the @{kind} is not closed");
                return;
            }

            entry.Fields.TryAdd(field, value);
        }
    }

    // The key ends with a comma; an entry without one begins with its first field.
    private string Key(char close)
    {
        SkipSpace();
        var start = _at;
        var end = _text.AsSpan(start, Math.Min(LongestName, _text.Length - start)).IndexOfAny(KeyEnds);
        if (end < 0 || _text[start + end] is '=' or '{' or '"')
        {
            return "";
        }

        _at = start + end;
        var key = _text[start.._at].Trim();
        return close == ')' ? key.TrimEnd(')') : key;
    }

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

    // Behind a field that cannot be read: the next line of the entry, or its end.
    private void NextField(char close)
    {
        var depth = 0;
        for (; _at < _text.Length && !(_text[_at] == '@' && StartsEntry(_at)); _at++)
        {
            var c = _text[_at];
            if (depth <= 0 && (c == close || c is '\n' or ','))
            {
                _at += c == close ? 0 : 1;
                return;
            }

            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
    }

    private void SkipComment()
    {
        var start = _at;
        var depth = 1;
        for (; _hasCommentEnd && _at < _text.Length && !(_text[_at] == '\n' && StartsEntry(_at + 1)); _at++)
        {
            depth += _text[_at] is '{' or '(' ? 1 : _text[_at] is '}' or ')' ? -1 : 0;
            if (depth == 0)
            {
                _at++;
                return;
            }
        }

        // Braces that do not balance: the comment is its first line, and so are those behind it, to the end of which the same search would run.
        _hasCommentEnd &= _at < _text.Length;
        _at = start;
        SkipLine();
    }

    private bool Closes(char close)
    {
        SkipSpace();
        return Take(close);
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

    private bool IsCommentedOut(int at)
    {
        for (var i = at - 1; i >= 0 && _text[i] != '\n' && at - i < LongestName; i--)
        {
            if (_text[i] == '%')
            {
                return true;
            }

            if (!char.IsWhiteSpace(_text[i]))
            {
                return false;
            }
        }

        return false;
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

    private void Fail(int at, string what) => _faults.Add(new BibliographyFault(LineAt(at), what));

    // Positions are asked for in ascending order.
    private int LineAt(int at)
    {
        if (at > _countedTo)
        {
            _line += _text.AsSpan(_countedTo, at - _countedTo).Count('\n');
            _countedTo = at;
        }

        return _line;
    }

    private static string Shown(string field) => field.Length <= 20 ? field : field[..20] + "…";

    [GeneratedRegex(@"\G\s{1,100}[A-Za-z][A-Za-z0-9_-]{1,30}\s{0,20}=\s{0,20}[{""0-9a-zA-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"\G@[A-Za-z]{2,30}\s{0,10}[{(]\s{0,10}[^\s,={}()]{0,200}\s{0,10}(?:,|$)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Entry();
}
