namespace CitySearch.Corpus.References;

/// <summary>
/// How the entry types of BibTeX and biblatex stand to the type marks of GB/T 7714 (2015, table B.1). The marks that the
/// table does not have are as the styles gbt7714 and biblatex-gb7714-2015 set them; Z, other, is an older custom.
/// </summary>
internal static class BibTeXKinds
{
    private static readonly Dictionary<string, string> Marks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["article"] = "J",
        ["periodical"] = "J",
        ["suppperiodical"] = "J",
        ["newspaper"] = "N",
        ["book"] = "M",
        ["mvbook"] = "M",
        ["inbook"] = "M",
        ["bookinbook"] = "M",
        ["suppbook"] = "M",
        ["booklet"] = "M",
        ["incollection"] = "M",
        ["manual"] = "M",
        ["reference"] = "M",
        ["inreference"] = "M",
        ["collection"] = "G",
        ["mvcollection"] = "G",
        ["inproceedings"] = "C",
        ["conference"] = "C",
        ["proceedings"] = "C",
        ["mvproceedings"] = "C",
        ["thesis"] = "D",
        ["phdthesis"] = "D",
        ["mastersthesis"] = "D",
        ["techreport"] = "R",
        ["report"] = "R",
        ["standard"] = "S",
        ["patent"] = "P",
        ["online"] = "EB",
        ["electronic"] = "EB",
        ["www"] = "EB",
        ["webpage"] = "EB",
        ["software"] = "CP",
        ["dataset"] = "DS",
        ["database"] = "DB",
        ["map"] = "CM",
        ["archive"] = "A",
    };

    /// <summary>The type mark of an entry that states none.</summary>
    /// <param name="kind">The entry's type without its @.</param>
    /// <param name="hasAddress">Whether it gives the address of a page; a DOI alone is none.</param>
    /// <param name="isStandard">Whether it has the number of a standard.</param>
    public static string MarkOf(string kind, bool hasAddress, bool isStandard)
    {
        var type = Marks.GetValueOrDefault(kind) ?? (isStandard ? "S" : hasAddress ? "EB" : "Z");
        return hasAddress || type == "EB" ? type + "/OL" : type;
    }

    /// <summary>The entry type in which a work of a type mark is written.</summary>
    /// <param name="type">The mark without its carrier, or <see langword="null"/>.</param>
    public static string KindOf(string? type) => type switch
    {
        "J" or "N" => "article",
        "M" => "book",
        "G" => "collection",
        "C" => "inproceedings",
        "D" => "thesis",
        "R" => "techreport",
        "S" => "standard",
        "P" => "patent",
        "EB" => "online",
        _ => "misc",
    };

    /// <summary>The field that says, in an entry of a type, where the work appeared.</summary>
    public static string SourceFieldOf(string kind) => kind switch
    {
        "article" => "journal",
        "inproceedings" => "booktitle",
        "thesis" => "school",
        "techreport" => "institution",
        "online" => "organization",
        "misc" or "patent" => "howpublished",
        _ => "publisher",
    };
}
