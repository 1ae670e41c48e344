namespace CitySearch.Indexing;

/// <summary>
/// The fields of the index: the one thing that Indexing and Searching share. A change here, or in what is put into a
/// field, raises <see cref="Version"/>, and every index is rebuilt beside the old one.
/// </summary>
internal static class IndexSchema
{
    /// <summary>Part of the fingerprint of an index.</summary>
    public const int Version = 6;

    // Sections. An article is one contiguous block of section documents; the first, its head, carries what belongs to
    // the article as a whole, so nothing is stored twice.

    /// <summary>Analysed: title, headings and text of a section. Its norm is the exact number of tokens.</summary>
    public const string Text = "text";

    /// <summary>
    /// Analysed: what a section is about without saying so: the article's authors, tags and source, on the head its
    /// description, and the works that the section cites. Its norm is the exact number of tokens.
    /// </summary>
    public const string About = "about";

    /// <summary>Analysed, heads only: the article's title, so that a document frequency here counts articles.</summary>
    public const string Title = "title";

    /// <summary>Analysed: the headings above a section, without one that repeats the article's title.</summary>
    public const string Heading = "heading";

    /// <summary>Analysed, heads only: the titles and numbers of the works that the article cites; of a work without a title, its entry.</summary>
    public const string Cites = "cites";

    /// <summary>Exact, every section: the article's id; the block is deleted and replaced by it.</summary>
    public const string Article = "article";

    /// <summary>Exact, heads and bibliographies: the id; the prior is updated by it.</summary>
    public const string Head = "head";

    /// <summary>Numeric: a section's place in its block from 0, or one of the negative slots below.</summary>
    public const string Slot = "slot";

    /// <summary>
    /// Numeric, heads only, updated in place: the article's PageRank times the number of articles, as float bits, rounded
    /// by <see cref="CitationGraph.Rounded"/>. Every commit has the priors of its own corpus: none is stale.
    /// </summary>
    public const string Prior = "prior";

    /// <summary>Binary, heads only: the article's node of the citation graph.</summary>
    public const string Node = "node";

    /// <summary>Numeric: the date as <c>yyyyMMdd</c>, unknown parts 00; 0 without a date.</summary>
    public const string Date = "date";

    /// <summary>Numeric, heads and references: a hash of the id, by which ties of scores are broken.</summary>
    public const string Order = "order";

    /// <summary>Sorted set, heads and references: the facet values, and exact terms of the same for filters.</summary>
    public const string Facet = "facet";

    /// <summary>Stored, every section: what a hit shows of it.</summary>
    public const string SectionRecord = "section";

    /// <summary>Stored, heads only: what a hit shows of the article.</summary>
    public const string ArticleRecord = "record";

    /// <summary>Exact, several, on heads, sections and references: the names that can be suggested, as <see cref="NameFields"/> writes them.</summary>
    public const string Name = "name";

    // References.

    /// <summary>Analysed: the text of a reference. Its norm is the exact number of tokens.</summary>
    public const string Reference = "reference";

    /// <summary>Analysed: the title of a reference; its text where the title could not be told.</summary>
    public const string ReferenceTitle = "reference.title";

    /// <summary>Exact: the reference's id.</summary>
    public const string ReferenceId = "reference.id";

    /// <summary>Exact, several: the keys of the reference's entries; references that are connected by keys are replaced together.</summary>
    public const string Bucket = "bucket";

    /// <summary>Exact, several: the articles that cite the reference, and the bibliographies that list it.</summary>
    public const string CitedBy = "citedby";

    /// <summary>Stored: the reference's entries.</summary>
    public const string ReferenceRecord = "entries";

    /// <summary>Exact, only between commits: the article of an entry that has not been sorted into its work yet.</summary>
    public const string LooseEntry = "loose";

    // Files.

    /// <summary>Exact: on a file's document its path; on every section the path of the file it was read from.</summary>
    public const string File = "file";

    /// <summary>Exact, on a file's document alone: its path.</summary>
    public const string FileKey = "file.key";

    /// <summary>Stored, on a file's document: what is known of the file.</summary>
    public const string FileRecord = "file.record";

    /// <summary>The <see cref="Slot"/> of a reference.</summary>
    public const int ReferenceSlot = -1;

    /// <summary>The <see cref="Slot"/> of a file's document.</summary>
    public const int FileSlot = -2;

    /// <summary>The <see cref="Slot"/> of a bibliography's document, which has the exact and stored fields of a head alone.</summary>
    public const int BibliographySlot = -3;
}
