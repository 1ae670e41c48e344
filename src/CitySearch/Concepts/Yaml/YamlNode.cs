namespace CitySearch.Concepts.Yaml;

/// <summary>A value of a YAML file.</summary>
/// <param name="kind">What it is.</param>
/// <param name="line">The line of its first character, from 1; that of its key when it is empty.</param>
/// <param name="column">The column of its first character in UTF-16 units, from 1; that of its key when it is empty.</param>
/// <param name="text">The text of a scalar.</param>
internal sealed class YamlNode(YamlKind kind, int line, int column, string text = "")
{
    private List<YamlEntry>? _entries;
    private List<YamlNode>? _items;

    /// <summary>What it is.</summary>
    public YamlKind Kind { get; } = kind;

    /// <summary>The line of its first character, from 1; that of its key when it is empty.</summary>
    public int Line { get; } = line;

    /// <summary>The column of its first character in UTF-16 units, from 1; that of its key when it is empty.</summary>
    public int Column { get; } = column;

    /// <summary>The text of a scalar; empty for a collection.</summary>
    public string Text { get; } = text;

    /// <summary>The entries of a mapping in order, keys that stand twice included; empty for anything else.</summary>
    public List<YamlEntry> Entries => _entries ??= [];

    /// <summary>The items of a sequence; empty for anything else.</summary>
    public List<YamlNode> Items => _items ??= [];
}

/// <summary>What a YAML value is.</summary>
internal enum YamlKind
{
    /// <summary>A text.</summary>
    Scalar,

    /// <summary>A list.</summary>
    Sequence,

    /// <summary>Keys with values.</summary>
    Mapping,
}

/// <summary>A key of a mapping with its value.</summary>
/// <param name="key">The key, always a scalar.</param>
/// <param name="value">The value.</param>
internal sealed class YamlEntry(YamlNode key, YamlNode value)
{
    /// <summary>The key, always a scalar.</summary>
    public YamlNode Key { get; } = key;

    /// <summary>The value.</summary>
    public YamlNode Value { get; } = value;
}
