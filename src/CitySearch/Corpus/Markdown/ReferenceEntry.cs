namespace CitySearch.Corpus.Markdown;

/// <summary>An entry of a reference list as it stands in the file.</summary>
/// <param name="Label">Its label without brackets, or empty.</param>
/// <param name="Line">Its first line in the file, counted from 1.</param>
/// <param name="Markdown">Its text without the label, on one line.</param>
internal sealed record ReferenceEntry(string Label, int Line, string Markdown)
{
    /// <summary>Whether the entry gives enough to be told from prose and from a bare heading.</summary>
    public bool IsBibliographic => ReferenceForms.IsBibliographic(Markdown);
}
