using System.Text.RegularExpressions;

namespace CitySearch.Formats.Bibliographies;

/// <summary>One of the formats of tagged lines: how a line is split, and what its tags mean.</summary>
/// <param name="Line">A line: <c>tag</c> and <c>value</c>.</param>
/// <param name="Fields">The tags and the fields that they fill; those not here are passed over.</param>
internal sealed partial record TagDialect(Regex Line, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>RIS as Research Information Systems and EndNote write it; also with spaces missing.</summary>
    public static TagDialect Ris { get; } = new(RisLine(), new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AU"] = "author", ["A1"] = "author", ["ED"] = "editor", ["A2"] = "editor", ["TI"] = "title", ["T1"] = "title", ["CT"] = "title", ["BT"] = "container", ["T2"] = "container", ["JO"] = "container", ["JF"] = "container", ["JA"] = "container", ["J2"] = "container", ["J1"] = "container",
        ["PB"] = "publisher", ["PY"] = "date", ["Y1"] = "date", ["DA"] = "date", ["VL"] = "volume", ["IS"] = "issue", ["SP"] = "startpage", ["EP"] = "endpage", ["UR"] = "url", ["L2"] = "url", ["DO"] = "doi", ["M1"] = "number", ["SN"] = "isbn", ["N1"] = "note",
    });

    /// <summary>EndNote's export format, also of CNKI (.enw, .txt).</summary>
    public static TagDialect EndNote { get; } = new(EndNoteLine(), new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["%A"] = "author", ["%E"] = "editor", ["%T"] = "title", ["%J"] = "container", ["%B"] = "container", ["%I"] = "publisher", ["%D"] = "year", ["%8"] = "date", ["%V"] = "volume", ["%N"] = "number", ["%P"] = "pages", ["%U"] = "url", ["%R"] = "doi", ["%@"] = "isbn",
    });

    /// <summary>The tagged format of RefWorks, also of CNKI (.txt).</summary>
    public static TagDialect RefWorks { get; } = new(RefWorksLine(), new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["A1"] = "author", ["A2"] = "editor", ["T1"] = "title", ["T2"] = "container", ["JF"] = "container", ["JO"] = "container", ["PB"] = "publisher", ["YR"] = "year", ["FD"] = "date", ["VO"] = "volume", ["vo"] = "volume", ["IS"] = "issue", ["OP"] = "pages", ["SP"] = "startpage", ["UL"] = "url", ["LK"] = "url", ["DO"] = "doi", ["SN"] = "isbn",
    });

    /// <summary>NoteExpress's export format, also of CNKI (.net, .txt).</summary>
    public static TagDialect NoteExpress { get; } = new(NoteExpressLine(), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Author"] = "author", ["Secondary Author"] = "editor", ["Title"] = "title", ["Journal"] = "container", ["Secondary Title"] = "container", ["Newspaper"] = "container", ["Conference Name"] = "container", ["Book Title"] = "container", ["Publisher"] = "publisher", ["University"] = "publisher", ["Institution"] = "publisher", ["Author Address"] = "address",
        ["Year"] = "year", ["Date"] = "date", ["Volume"] = "volume", ["Issue"] = "issue", ["Number"] = "number", ["Pages"] = "pages", ["URL"] = "url", ["Link"] = "url", ["DOI"] = "doi", ["ISBN/ISSN"] = "isbn", ["Standard Number"] = "standardnumber",
    });

    /// <summary>Splits a line.</summary>
    public bool TryRead(string line, out string tag, out string value)
    {
        var match = Line.Match(line);
        (tag, value) = match.Success ? (match.Groups["tag"].Value, match.Groups["value"].Value.Trim()) : ("", "");
        return match.Success;
    }

    /// <summary>What a line says behind its tag.</summary>
    public string Value(string line) => TryRead(line, out _, out var value) ? value : "";

    /// <summary>The field of a tag, or <see langword="null"/>.</summary>
    public string? FieldOf(string tag) => Fields.GetValueOrDefault(tag);

    [GeneratedRegex(@"^[ \uFEFF]*(?<tag>[A-Z][A-Z0-9]) {0,3}-(?:[ \t]+(?<value>.*)|(?<value>[^-].*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex RisLine();

    [GeneratedRegex(@"^[ \uFEFF]*(?<tag>%[A-Za-z0-9@+*!#$^~()<>=?\[\]{|}&])(?:[ \t]+(?<value>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex EndNoteLine();

    [GeneratedRegex(@"^[ \uFEFF]*(?<tag>[A-Z][A-Z0-9]|vo)(?:[ \t]+(?<value>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex RefWorksLine();

    [GeneratedRegex(@"^[ \uFEFF]*\{(?<tag>[A-Za-z/ ]{2,30})\} *: *(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex NoteExpressLine();
}
