using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CitySearch.Concepts.Yaml;

/// <summary>
/// Reads any YAML file of one document into values, from the parser's events: its own object model is built by
/// recursion, which hostile nesting would overflow. Anchors, aliases and tags are refused; without them a value is never
/// larger than its text.
/// </summary>
internal sealed class FullYaml
{
    // A thesaurus needs three levels.
    private const int DeepestLevel = 8;

    private const int MostValues = 500_000;

    private readonly string _text;
    private readonly string _fileName;
    private readonly Stack<Open> _open = new();
    private YamlNode? _root;
    private YamlNode? _key; // of the innermost mapping, when its value comes next
    private int _count;

    private FullYaml(string text, string fileName) => (_text, _fileName) = (text, fileName);

    /// <summary>Reads the file's value.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="fileName">The name that errors give.</param>
    /// <returns>The value; <see langword="null"/> when the file holds none.</returns>
    /// <exception cref="ThesaurusException">The text is not such a file.</exception>
    public static YamlNode? Read(string text, string fileName) => new FullYaml(text, fileName).Read();

    private YamlNode? Read()
    {
        var parser = new Parser(new StringReader(_text));
        try
        {
            while (parser.MoveNext())
            {
                Take(parser.Current!);
            }

            return _root;
        }
        catch (YamlException e)
        {
            throw NotYaml(e.Start, e.Message.ReplaceLineEndings(" ").TrimEnd('.', ' '), e);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            // Text that the parser does not foresee, such as a key after a bracket that is not closed.
            throw NotYaml(parser.Current?.End ?? Mark.Empty, "it cannot be read from here on", e);
        }
    }

    private void Take(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case AnchorAlias alias:
                throw Problem(alias, $"the alias *{alias.Value} is not allowed; write the value out");
            case NodeEvent { Anchor.IsEmpty: false } anchored:
                throw Problem(anchored, $"the anchor &{anchored.Anchor} is not allowed; remove it");
            case NodeEvent { Tag.IsEmpty: false } tagged:
                throw Problem(tagged, $"the tag {tagged.Tag} is not allowed; remove it");
            case Scalar scalar:
                // An empty value has no place of its own.
                Add(scalar.Start.Index == scalar.End.Index && _key is not null
                    ? new YamlNode(YamlKind.Scalar, _key.Line, _key.Column)
                    : new YamlNode(YamlKind.Scalar, (int)scalar.Start.Line, (int)scalar.Start.Column, scalar.Value));
                break;
            case MappingStart mapping:
                Enter(YamlKind.Mapping, mapping, mapping.Style == MappingStyle.Flow);
                break;
            case SequenceStart sequence:
                Enter(YamlKind.Sequence, sequence, sequence.Style == SequenceStyle.Flow);
                break;
            case MappingEnd or SequenceEnd:
                var closed = _open.Pop();
                _key = closed.Key;
                Add(closed.Node);
                break;
        }
    }

    private void Enter(YamlKind kind, ParsingEvent start, bool isFlow)
    {
        if (_open.Count == DeepestLevel)
        {
            throw Problem(start, $"values are nested more than {DeepestLevel} deep; a concept has keys with texts or lists of texts");
        }

        if (_key is null && _open.TryPeek(out var around) && around.Node.Kind == YamlKind.Mapping)
        {
            throw Problem(start, "a key must be a text");
        }

        _open.Push(new Open(new YamlNode(kind, (int)start.Start.Line, (int)start.Start.Column), _key, isFlow));
        _key = null;
    }

    private void Add(YamlNode node)
    {
        if (++_count > MostValues)
        {
            throw Problem(node, $"the file has more than {MostValues} values; split it or remove what is not needed");
        }

        if (!_open.TryPeek(out var around))
        {
            _root = _root is null ? node : throw Problem(node, "the file has a second document; remove the line --- before it");
        }
        else if (around.Node.Kind == YamlKind.Sequence)
        {
            around.Node.Items.Add(node);
        }
        else if (_key is null)
        {
            _key = node;
        }
        else
        {
            around.Node.Entries.Add(new YamlEntry(_key, node));
            _key = null;
        }
    }

    /// <summary>The error for text that is not YAML, at the place where a person would look for it.</summary>
    private ThesaurusException NotYaml(Mark mark, string message, Exception cause)
    {
        // A bracket that is not closed is noticed lines later, or at the end of the file.
        if (_open.LastOrDefault(o => o.IsFlow)?.Node is { } bracket && (bracket.Line < mark.Line || cause is not YamlException))
        {
            var (sign, closing) = bracket.Kind == YamlKind.Sequence ? ('[', ']') : ('{', '}');
            return new ThesaurusException(_fileName, bracket.Line, bracket.Column, $"{sign} is not closed, or what follows it is not YAML; put the {closing}, and texts with : # , or brackets into quotes", cause);
        }

        // A tab is noticed at the start of the mapping that it stands in.
        if (message.Contains("tab", StringComparison.Ordinal) && LineWithTab((int)mark.Line) is var line and > 0)
        {
            return new ThesaurusException(_fileName, line, 1, "the line is indented with a tab; use spaces", cause);
        }

        return new ThesaurusException(_fileName, Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column), $"this is not YAML: {message}; mend it, and put texts with : # or quotes into quotes", cause);
    }

    /// <summary>The first line from a given one that has a tab in its indentation; 0 when there is none.</summary>
    private int LineWithTab(int from)
    {
        var number = 0;
        foreach (var line in _text.AsSpan().EnumerateLines())
        {
            if (++number >= from && line[..(line.Length - line.TrimStart(" \t").Length)].Contains('\t'))
            {
                return number;
            }
        }

        return 0;
    }

    private ThesaurusException Problem(YamlNode place, string problem) => new(_fileName, place.Line, place.Column, problem);

    private ThesaurusException Problem(ParsingEvent place, string problem) => new(_fileName, (int)place.Start.Line, (int)place.Start.Column, problem);

    /// <summary>A collection that is being read.</summary>
    /// <param name="Node">The collection.</param>
    /// <param name="Key">The key that it is the value of, in the mapping around it.</param>
    /// <param name="IsFlow">Whether it stands in brackets.</param>
    private sealed record Open(YamlNode Node, YamlNode? Key, bool IsFlow);
}
