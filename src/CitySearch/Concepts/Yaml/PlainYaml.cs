namespace CitySearch.Concepts.Yaml;

/// <summary>
/// Reads the plain part of YAML that a thesaurus is usually written in: block mappings, lists, one-line texts, and
/// <c>[…]</c> or <c>{…}</c> on one line. A text that needs more is left to <see cref="FullYaml"/>, which reads the same
/// values from what this reads.
/// </summary>
/// <remarks>
/// It is here for a search from the command, whose process has a few hundred milliseconds in all: the first use of the
/// YAML library costs 60 ms of compilation alone.
/// </remarks>
internal sealed class PlainYaml
{
    private readonly string _text;
    private bool _isPlain = true;

    // The next line with content: its number from 1 (0 behind the last), where it starts, how many spaces it starts with,
    // where its content ends without spaces at the end, and where the line after it starts.
    private int _number;
    private int _start;
    private int _indent = -1;
    private int _end;
    private int _after;

    private PlainYaml(string text) => _text = text;

    /// <summary>Reads a file's value.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="root">The value; <see langword="null"/> when the file holds none.</param>
    /// <returns>Whether the text is plain; otherwise nothing was read.</returns>
    public static bool TryRead(string text, out YamlNode? root)
    {
        root = null;
        if (HasSpecial(text))
        {
            return false;
        }

        var yaml = new PlainYaml(text);
        yaml.Advance();
        var value = yaml.HasLine ? yaml.Mapping(0, 0) : null;
        if (!yaml._isPlain || yaml.HasLine)
        {
            return false;
        }

        root = value;
        return true;
    }

    private bool HasLine => _indent >= 0;

    private bool IsItem => _end - _start > _indent + 2 && _text[_start + _indent] == '-' && _text[_start + _indent + 1] == ' ';

    /// <summary>
    /// Whether a text has what is rare and complicated: controls, line ends that only YAML or only .NET knows, byte order
    /// marks, surrogates.
    /// </summary>
    private static bool HasSpecial(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\t') || text.ContainsAnyInRange('\v', '\f') || text.ContainsAnyInRange('\u000E', '\u001F')
        || text.ContainsAnyInRange('\u007F', '\u009F') || text.ContainsAnyInRange('\u2028', '\u2029')
        || text.ContainsAnyInRange('\uD800', '\uDFFF') || text.ContainsAny('\uFEFF', '\uFFFE', '\uFFFF');

    /// <summary>Goes to the next line with content; lines of comment alone may stand anywhere.</summary>
    private void Advance()
    {
        while (_after < _text.Length)
        {
            _number++;
            _start = _after;
            var length = _text.AsSpan(_start).IndexOf('\n');
            _after = length < 0 ? _text.Length : _start + length + 1;
            var line = length < 0 ? _text.AsSpan(_start) : _text.AsSpan(_start, length);
            line = (length >= 0 && line.EndsWith('\r') ? line[..^1] : line).TrimEnd(' ');
            _indent = line.IndexOfAnyExcept(' ');
            _end = _start + line.Length;
            if (line.Contains('\r'))
            {
                NotPlain();
                return;
            }

            if (_indent >= 0 && line[_indent] != '#')
            {
                return;
            }
        }

        _indent = -1;
    }

    private YamlNode NotPlain()
    {
        _isPlain = false;
        _indent = -1;
        _after = _text.Length;
        return new YamlNode(YamlKind.Scalar, 1, 1);
    }

    private YamlNode Mapping(int indent, int depth)
    {
        const int Deepest = 4;
        if (depth == Deepest || _indent != indent)
        {
            return NotPlain();
        }

        var mapping = new YamlNode(YamlKind.Mapping, _number, indent + 1);
        while (HasLine && _indent == indent)
        {
            var line = new Line(_number, _start, _end);
            var start = _start + indent;
            var colon = KeyEnd(start, _end);
            if (colon < 0)
            {
                return NotPlain();
            }

            var key = new YamlNode(YamlKind.Scalar, _number, indent + 1, _text[start..colon]);
            Advance();
            var at = SkipSpaces(colon + 1, line.End);
            mapping.Entries.Add(new YamlEntry(key, at == line.End || _text[at] == '#' ? Below(key, indent, depth) : Inline(line, at)));
        }

        return mapping;
    }

    /// <summary>The value that stands on the lines below a key.</summary>
    private YamlNode Below(YamlNode key, int indent, int depth)
    {
        if (HasLine && _indent >= indent && IsItem)
        {
            return Sequence(_indent);
        }

        return _indent > indent ? Mapping(_indent, depth + 1) : new YamlNode(YamlKind.Scalar, key.Line, key.Column);
    }

    private YamlNode Sequence(int indent)
    {
        var sequence = new YamlNode(YamlKind.Sequence, _number, indent + 1);
        while (HasLine && _indent == indent && IsItem)
        {
            var line = new Line(_number, _start, _end);
            Advance();
            var at = SkipSpaces(line.Start + indent + 1, line.End);
            sequence.Items.Add(_text[at] == '#' ? NotPlain() : Inline(line, at));
        }

        return sequence;
    }

    /// <summary>
    /// The value that fills the rest of a line. A line below that is set deeper would continue it; there it is left over, and
    /// the text therefore not plain.
    /// </summary>
    private YamlNode Inline(Line line, int at)
    {
        var value = _text[at] switch
        {
            '[' => FlowSequence(line, ref at),
            '{' => FlowMapping(line, ref at),
            '"' or '\'' => Quoted(line, ref at),
            _ => BlockText(line, ref at),
        };
        var rest = SkipSpaces(at, line.End);
        return rest == line.End || (rest > at && _text[rest] == '#') ? value : NotPlain();
    }

    private YamlNode FlowSequence(Line line, ref int at)
    {
        var sequence = new YamlNode(YamlKind.Sequence, line.Number, at - line.Start + 1);
        do
        {
            at = SkipSpaces(at + 1, line.End);
            sequence.Items.Add(FlowText(line, ref at));
            at = SkipSpaces(at, line.End);
        }
        while (at < line.End && _text[at] == ',');
        return Close(sequence, ']', line, ref at);
    }

    private YamlNode FlowMapping(Line line, ref int at)
    {
        var mapping = new YamlNode(YamlKind.Mapping, line.Number, at - line.Start + 1);
        do
        {
            at = SkipSpaces(at + 1, line.End);
            var colon = KeyEnd(at, line.End);
            if (colon < 0)
            {
                return NotPlain();
            }

            var key = new YamlNode(YamlKind.Scalar, line.Number, at - line.Start + 1, _text[at..colon]);
            at = SkipSpaces(colon + 1, line.End);
            mapping.Entries.Add(new YamlEntry(key, FlowText(line, ref at)));
            at = SkipSpaces(at, line.End);
        }
        while (at < line.End && _text[at] == ',');
        return Close(mapping, '}', line, ref at);
    }

    private YamlNode Close(YamlNode collection, char bracket, Line line, ref int at)
    {
        if (at >= line.End || _text[at] != bracket)
        {
            return NotPlain();
        }

        at++;
        return collection;
    }

    /// <summary>A text inside brackets. One with anything in it that YAML could read otherwise there is not plain.</summary>
    private YamlNode FlowText(Line line, ref int at)
    {
        if (at < line.End && _text[at] is '"' or '\'')
        {
            return Quoted(line, ref at);
        }

        var length = _text.AsSpan(at..line.End).IndexOfAny(',', ']', '}');
        var text = length < 0 ? default : _text.AsSpan(at, length).TrimEnd(' ');
        return text.ContainsAny('[', '{', ':') || text.Contains('#') ? NotPlain() : PlainText(text, line, ref at);
    }

    private YamlNode BlockText(Line line, ref int at)
    {
        var text = _text.AsSpan(at..line.End);
        var comment = text.IndexOf(" #");
        text = (comment < 0 ? text : text[..comment]).TrimEnd(' ');
        return text.IndexOf(": ") >= 0 || text.EndsWith(':') ? NotPlain() : PlainText(text, line, ref at);
    }

    private YamlNode PlainText(ReadOnlySpan<char> text, Line line, ref int at)
    {
        if (text.IsEmpty || "-?:,[]{}#&*!|>'\"%@`".Contains(text[0], StringComparison.Ordinal))
        {
            return NotPlain();
        }

        var node = new YamlNode(YamlKind.Scalar, line.Number, at - line.Start + 1, text.ToString());
        at += text.Length;
        return node;
    }

    private YamlNode Quoted(Line line, ref int at)
    {
        var quote = _text[at];
        var length = _text.AsSpan((at + 1)..line.End).IndexOf(quote);
        var text = length < 0 ? default : _text.AsSpan(at + 1, length);
        var isDoubled = length >= 0 && at + length + 2 < line.End && _text[at + length + 2] == quote;
        if (length < 0 || isDoubled || text.Contains('\\'))
        {
            return NotPlain();
        }

        var node = new YamlNode(YamlKind.Scalar, line.Number, at - line.Start + 1, text.ToString());
        at += length + 2;
        return node;
    }

    /// <summary>Where the colon after a key stands; -1 when what stands here is no plain key.</summary>
    private int KeyEnd(int start, int end)
    {
        const int Longest = 128;
        var at = start;
        while (at < end && (char.IsLetterOrDigit(_text[at]) || (_text[at] == '-' && at > start)))
        {
            at++;
        }

        return at > start && at - start <= Longest && at < end && _text[at] == ':' && (at + 1 == end || _text[at + 1] == ' ') ? at : -1;
    }

    private int SkipSpaces(int at, int end)
    {
        while (at < end && _text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    /// <summary>A line whose values are being read.</summary>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="Start">Where it starts in the text.</param>
    /// <param name="End">Where its content ends, spaces at the end left out.</param>
    private readonly record struct Line(int Number, int Start, int End);
}
