namespace CitySearch.Formats.Bibliographies;

/// <summary>An entry of a BibTeX file as it stands there: macros replaced, the rest still LaTeX.</summary>
/// <param name="Kind">Its type without the @, in lower case.</param>
/// <param name="Key">Its citation key, or empty.</param>
/// <param name="Line">Its line, counted from 1.</param>
internal sealed record BibTeXEntry(string Kind, string Key, int Line)
{
    /// <summary>The fields by name; of those of one name the first.</summary>
    public Dictionary<string, string> Fields { get; } = new(StringComparer.OrdinalIgnoreCase);
}
