namespace CitySearch.Formats;

/// <summary>
/// What the readers spend on one file at most. Every limit counts work (bytes, pages, elements, characters), never
/// time, so that a file is read or refused alike on every machine. A file beyond a limit is refused with a message
/// that names the limit; the other files of the corpus are read.
/// </summary>
public sealed class FormatsOptions
{
    /// <summary>The section that a host takes the limits from where it has a configuration.</summary>
    public const string Section = "CitySearch:Formats";

    private static readonly FormatsOptions Defaults = new();

    /// <summary>The largest file, in bytes. The length is looked at before anything is read.</summary>
    public long MaxFileBytes { get; set; } = 64L << 20;

    /// <summary>The largest size, in bytes, to which one file's compressed parts may expand together: the parts of a DOCX, the streams of a PDF.</summary>
    public long MaxExpandedBytes { get; set; } = 512L << 20;

    /// <summary>The most pages of a PDF.</summary>
    public int MaxPages { get; set; } = 5_000;

    /// <summary>
    /// The deepest nesting of elements. HTML that goes deeper is read with the elements below beside each other, as
    /// browsers do (Chromium at 512 too), and refused where it goes so deep (thousands of levels) that reading it would
    /// take the square of its length; a DOCX that goes deeper is refused.
    /// </summary>
    public int MaxNesting { get; set; } = 512;

    /// <summary>The most elements of an HTML page or of the XML of a DOCX.</summary>
    public int MaxElements { get; set; } = 1_000_000;

    /// <summary>The most characters of visible text in one file, in UTF-16 units.</summary>
    public int MaxCharacters { get; set; } = 20_000_000;

    /// <summary>What a reader's version says of limits that are not the defaults: files refused under other limits are read anew.</summary>
    internal string VersionSuffix
    {
        get
        {
            var mine = string.Create(null, $"{MaxFileBytes},{MaxExpandedBytes},{MaxPages},{MaxNesting},{MaxElements},{MaxCharacters}");
            var defaults = string.Create(null, $"{Defaults.MaxFileBytes},{Defaults.MaxExpandedBytes},{Defaults.MaxPages},{Defaults.MaxNesting},{Defaults.MaxElements},{Defaults.MaxCharacters}");
            return mine == defaults ? "" : $"({mine})";
        }
    }
}
