using System.ComponentModel;

namespace CitySearch.Hosting.Mcp;

/// <summary>The answer of the tool <c>search</c>.</summary>
/// <param name="Total">How many articles and references there are in all.</param>
/// <param name="Passages">The best passages, best first.</param>
/// <param name="Note">What to do when there is little or nothing to see.</param>
internal sealed record FoundPassages(
    [property: Description("How many articles and references match in all.")] int Total,
    [property: Description("The best passages; several may be of one article.")] IReadOnlyList<FoundPassage> Passages,
    [property: Description("What else to try, when there is little to see.")] string? Note);

/// <summary>A passage that a search found.</summary>
/// <param name="Kind"><c>article</c> or <c>reference</c>.</param>
/// <param name="Id">The id of the article or reference.</param>
/// <param name="Title">Its title.</param>
/// <param name="Path">The article's file below the corpus folder.</param>
/// <param name="Line">The passage's line in the file.</param>
/// <param name="Page">The passage's page, for formats that have pages.</param>
/// <param name="Headings">The headings above the passage.</param>
/// <param name="Score">The score, comparable within one answer.</param>
/// <param name="Text">The passage.</param>
/// <param name="Citation">How to cite it.</param>
/// <param name="CitedBy">Of a reference, the ids of articles that cite it.</param>
internal sealed record FoundPassage(
    [property: Description("article or reference")] string Kind,
    [property: Description("Give it to read_article when kind is article.")] string Id,
    string? Title,
    [property: Description("The file below the folder of materials; null for a reference.")] string? Path,
    [property: Description("The line of the passage in that file, from 1; 0 where the format has no lines.")] int Line,
    [property: Description("The page, for formats that have pages.")] int? Page,
    [property: Description("The headings above the passage, outermost first.")] IReadOnlyList<string> Headings,
    [property: Description("Comparable within one answer only.")] double Score,
    [property: Description("The passage as it stands in the material.")] string Text,
    [property: Description("A citation ready to paste.")] string Citation,
    [property: Description("Of a reference, ids of articles that cite it, at most 20.")] IReadOnlyList<string>? CitedBy);

/// <summary>The answer of the tool <c>read_article</c>.</summary>
internal sealed record ReadArticle(
    string Id,
    string Title,
    string Path,
    string? Date,
    IReadOnlyList<string> Authors,
    string? Source,
    [property: Description("How to cite the article.")] string Citation,
    [property: Description("How many sections the article has.")] int SectionCount,
    [property: Description("The sections of this part, in reading order.")] IReadOnlyList<ReadSection> Sections,
    [property: Description("The entries of the article's reference list that these sections cite, at most 50.")] IReadOnlyList<ReadReference> References,
    [property: Description("Where to go on reading: give section and offset to read_article again. null at the end.")] ReadNext? Next);

/// <summary>A section as it was read, whole or in part.</summary>
internal sealed record ReadSection(
    [property: Description("Its number in the article, from 1.")] int Number,
    [property: Description("The headings above it, outermost first.")] IReadOnlyList<string> Headings,
    [property: Description("Its first line in the file, from 1; 0 where the format has no lines.")] int Line,
    [property: Description("Its text, from the offset asked for in the first section.")] string Text);

/// <summary>An entry of a reference list.</summary>
internal sealed record ReadReference(string Label, string Id, string Text);

/// <summary>Where to go on.</summary>
internal sealed record ReadNext(int Section, int Offset);

/// <summary>The answer of the tool <c>find_references</c>.</summary>
internal sealed record FoundReferences(
    [property: Description("How many references match in all.")] int Total,
    IReadOnlyList<FoundReference> References,
    [property: Description("What else to try, when there is nothing.")] string? Note);

/// <summary>A reference that was found.</summary>
internal sealed record FoundReference(
    string Id,
    string? Title,
    [property: Description("The entry as an article wrote it: a citation ready to paste.")] string Citation,
    IReadOnlyList<string> Authors,
    string? Source,
    string? Date,
    string? DocumentNumber,
    string? StandardNumber,
    string? Url,
    [property: Description("The articles that cite it, at most 20.")] IReadOnlyList<FoundCitation> CitedBy,
    [property: Description("How many articles cite it.")] int CitedByCount);

/// <summary>An article that cites a reference.</summary>
internal sealed record FoundCitation(string Id, string Title, [property: Description("The entry's label in that article's list.")] string Label);

/// <summary>The answer of the tool <c>list_concepts</c>.</summary>
internal sealed record FoundConcepts(
    [property: Description("How many concepts match in all.")] int Total, IReadOnlyList<FoundConcept> Concepts, [property: Description("What else to try, when there is nothing.")] string? Note);

/// <summary>A concept of the thesaurus.</summary>
internal sealed record FoundConcept(
    string Id,
    [property: Description("The preferred names, Chinese and English.")] IReadOnlyList<string> Names,
    [property: Description("Other names and abbreviations.")] IReadOnlyList<string> OtherNames,
    string? Definition,
    [property: Description("What it is a kind or a part of.")] IReadOnlyList<string> Broader,
    [property: Description("Its kinds and parts.")] IReadOnlyList<string> Narrower,
    IReadOnlyList<string> Related,
    [property: Description("How many articles name it.")] int Articles);
