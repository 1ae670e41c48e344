namespace CitySearch.Formats.Bibliographies;

/// <summary>What the formats call kinds of works, as BibTeX entry types.</summary>
internal static class WorkKinds
{
    private const string Other = "misc";

    private static readonly Dictionary<string, string> Ris = new(StringComparer.OrdinalIgnoreCase)
    {
        ["JOUR"] = "article", ["EJOUR"] = "article", ["JFULL"] = "article", ["MGZN"] = "article", ["ABST"] = "article", ["INPR"] = "article", ["NEWS"] = "newspaper",
        ["BOOK"] = "book", ["EBOOK"] = "book", ["EDBOOK"] = "book", ["SER"] = "book", ["CHAP"] = "incollection", ["ECHAP"] = "incollection",
        ["CONF"] = "inproceedings", ["CPAPER"] = "inproceedings", ["THES"] = "thesis", ["RPRT"] = "techreport", ["STAND"] = "standard", ["PAT"] = "patent",
        ["ELEC"] = "online", ["WEB"] = "online", ["BLOG"] = "online", ["DATA"] = "dataset", ["DBASE"] = "database", ["COMP"] = "software", ["MAP"] = "map",
    };

    // The types of CSL 1.0.2 whose names say nothing by their words.
    private static readonly Dictionary<string, string> Csl = new(StringComparer.OrdinalIgnoreCase)
    {
        ["article-journal"] = "article", ["article-magazine"] = "article", ["article-newspaper"] = "newspaper", ["article"] = Other, ["book"] = "book", ["chapter"] = "incollection",
        ["paper-conference"] = "inproceedings", ["thesis"] = "thesis", ["report"] = "techreport", ["standard"] = "standard", ["patent"] = "patent", ["webpage"] = "online", ["post"] = "online",
        ["post-weblog"] = "online", ["dataset"] = "dataset", ["software"] = "software", ["map"] = "map", ["legislation"] = Other, ["bill"] = Other, ["regulation"] = Other, ["legal_case"] = Other, ["hearing"] = Other,
        ["treaty"] = Other, ["manuscript"] = Other, ["document"] = Other, ["entry"] = "inreference", ["entry-dictionary"] = "inreference", ["entry-encyclopedia"] = "inreference", ["pamphlet"] = "booklet", ["speech"] = Other,
        ["broadcast"] = Other, ["motion_picture"] = Other, ["song"] = Other, ["graphic"] = Other, ["figure"] = Other, ["interview"] = Other, ["personal_communication"] = Other, ["review"] = "article", ["review-book"] = "article",
        ["collection"] = "collection", ["classic"] = "book", ["event"] = Other, ["performance"] = Other, ["periodical"] = "periodical", ["musical_score"] = Other,
    };

    // In this order: «Book Section» is no book, «Newspaper Article» no article of a journal.
    private static readonly (string Word, string Kind)[] Words =
    [
        ("newspaper", "newspaper"), ("报纸", "newspaper"), ("journal", "article"), ("magazine", "article"), ("期刊", "article"), ("electronic article", "article"), ("section", "incollection"), ("chapter", "incollection"),
        ("book", "book"), ("图书", "book"), ("专著", "book"), ("conference", "inproceedings"), ("会议", "inproceedings"), ("thesis", "thesis"), ("dissertation", "thesis"), ("学位", "thesis"), ("report", "techreport"), ("报告", "techreport"),
        ("standard", "standard"), ("标准", "standard"), ("patent", "patent"), ("专利", "patent"), ("web", "online"), ("online", "online"), ("electronic", "online"), ("blog", "online"), ("dataset", "dataset"), ("software", "software"), ("computer program", "software"), ("map", "map"),
    ];

    /// <summary>The kind of a RIS code or of the words of the other tagged formats.</summary>
    public static string Of(string name) =>
        Ris.GetValueOrDefault(name.Trim()) ?? Array.Find(Words, w => name.Contains(w.Word, StringComparison.OrdinalIgnoreCase)).Kind ?? Other;

    /// <summary>The kind of a CSL type, or <see langword="null"/> for what is none.</summary>
    public static string? OfCsl(string type) => Csl.GetValueOrDefault(type);
}
