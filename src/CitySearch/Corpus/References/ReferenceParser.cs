namespace CitySearch.Corpus.References;

/// <summary>Parses one entry of a reference list into a <see cref="Reference"/>.</summary>
public static class ReferenceParser
{
    /// <summary>Parses an entry that has already lost its label.</summary>
    /// <param name="entry">The entry's plain text on one line.</param>
    public static Reference Parse(string entry) => new() { Text = entry };
}
