using CitySearch.Concepts;

namespace CitySearch.Searching;

/// <summary>Tells which concepts the thesaurus has and in how many articles each occurs. Safe for use from any number of threads.</summary>
public interface IConceptCatalog
{
    /// <summary>Lists concepts.</summary>
    /// <param name="query">
    /// What they are called: the concepts of that very name first, then those that the text mentions, then those with a label
    /// that holds it. Empty or <see langword="null"/> for all, in the order of the file.
    /// </param>
    /// <param name="top">How many to list at most, at least 1.</param>
    /// <exception cref="Indexing.IndexFolderException">There is no index to count in, or it cannot be opened.</exception>
    ConceptList List(string? query = null, int top = int.MaxValue);
}

/// <summary>Concepts of the thesaurus.</summary>
/// <param name="Generation">The generation of the index that was counted in.</param>
/// <param name="Total">How many concepts there are for the query.</param>
/// <param name="Concepts">The concepts, no more than were asked for.</param>
public sealed record ConceptList(long Generation, int Total, IReadOnlyList<ConceptEntry> Concepts);

/// <summary>A concept as a screen shows it.</summary>
/// <param name="Id">The concept's id.</param>
/// <param name="Label">Its preferred label.</param>
/// <param name="AlternativeLabels">Other names in use.</param>
/// <param name="Abbreviations">Short names.</param>
/// <param name="Definition">What it means; <see langword="null"/> where the thesaurus does not say.</param>
/// <param name="ScopeNote">How it is used, and what sets it apart from its neighbours.</param>
/// <param name="Broader">What it is a kind or a part of.</param>
/// <param name="Narrower">Its kinds and parts.</param>
/// <param name="Related">The concepts beside it.</param>
/// <param name="ExactMatches">What means the same: a concept of this thesaurus, or the URI of one elsewhere with that URI as id.</param>
/// <param name="Articles">How many articles have one of its labels in their title, headings or text, as a search for the label in quotes finds them.</param>
public sealed record ConceptEntry(
    string Id,
    BilingualText Label,
    IReadOnlyList<string> AlternativeLabels,
    IReadOnlyList<string> Abbreviations,
    BilingualText? Definition,
    BilingualText? ScopeNote,
    IReadOnlyList<ConceptLink> Broader,
    IReadOnlyList<ConceptLink> Narrower,
    IReadOnlyList<ConceptLink> Related,
    IReadOnlyList<ConceptLink> ExactMatches,
    int Articles);

/// <summary>The other end of a relation.</summary>
/// <param name="Id">The concept's id.</param>
/// <param name="Label">Its preferred label; <see langword="null"/> for a concept of another thesaurus.</param>
public sealed record ConceptLink(string Id, BilingualText? Label);
