namespace CitySearch.Formats.Bibliographies;

/// <summary>An entry of a bibliography file in the terms that all its formats share: those of BibTeX.</summary>
/// <param name="Kind">The kind of work, as a BibTeX or biblatex entry type in lower case.</param>
/// <param name="Key">What the file calls the entry; empty where the format has no such name.</param>
/// <param name="Line">The line on which it begins, counted from 1.</param>
internal sealed record BibliographyRecord(string Kind, string Key, int Line)
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The authors' names as references have them.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>The editors' names, who stand for the authors of a collection.</summary>
    public List<string> Editors { get; } = [];

    /// <summary>The value of a field without markup, or <see langword="null"/>. A field that is set twice keeps its first value.</summary>
    public string? this[string name]
    {
        get => _fields.GetValueOrDefault(name);
        set
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                _fields.TryAdd(name, value.Trim());
            }
        }
    }

    /// <summary>The first of some fields that is there.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is { } value)
            {
                return value;
            }
        }

        return null;
    }
}
