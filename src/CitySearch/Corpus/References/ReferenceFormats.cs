namespace CitySearch.Corpus.References;

/// <summary>Writes a reference for a reader or for a reference manager.</summary>
public static class ReferenceFormats
{
    /// <summary>How many authors GB/T 7714-2015 names before 等 or et al. (8.1.2).</summary>
    public const int MostAuthors = 3;

    /// <summary>
    /// The entry of a reference list after GB/T 7714-2015, without a label. A reference whose title could not be told is
    /// given as it was written.
    /// </summary>
    /// <param name="reference">The reference.</param>
    /// <param name="mostAuthors">How many authors are named; of more, those and 等 or et al.</param>
    public static string Gbt7714(Reference reference, int mostAuthors = MostAuthors)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostAuthors, 1);
        return Gbt7714Entry.Write(reference, mostAuthors);
    }

    /// <summary>
    /// The BibTeX entry, in UTF-8 text with TeX's special characters escaped. Read again, it gives the same fields.
    /// </summary>
    /// <param name="reference">The reference; one whose title could not be told has its text as the title.</param>
    /// <param name="key">The citation key; characters that BibTeX does not take in a key become hyphens.</param>
    public static string BibTeX(Reference reference, string key)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(key);
        return BibTeXWriter.Write(reference, key);
    }
}
