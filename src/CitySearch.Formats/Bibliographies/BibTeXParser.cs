using System.Buffers;
using System.Globalization;

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
}
