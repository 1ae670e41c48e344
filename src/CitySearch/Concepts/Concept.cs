namespace CitySearch.Concepts;

/// <summary>
/// An entry of the thesaurus: <c>skos:Concept</c> of the Simple Knowledge Organization System (SKOS Reference, W3C
/// Recommendation of 18 August 2009). Relations are named by the ids of the concepts at their other end.
/// </summary>
public sealed record Concept
{
    /// <summary>The id, which the file's other entries and links name: letters, digits and hyphens. It stays when labels change.</summary>
    public required string Id { get; init; }

    /// <summary>The name to show, at most one a language: <c>skos:prefLabel</c>.</summary>
    public required BilingualText PreferredLabel { get; init; }

    /// <summary>Other names in use: <c>skos:altLabel</c>.</summary>
    public IReadOnlyList<string> AlternativeLabels { get; init; } = [];

    /// <summary>
    /// Short names, such as 发改委 or BIM. SKOS has them as <c>skos:altLabel</c>; they are kept apart because the shortest of
    /// them also stand inside other words, and are therefore used with more care.
    /// </summary>
    public IReadOnlyList<string> Abbreviations { get; init; } = [];

    /// <summary>Names that are understood and never shown, such as frequent misspellings: <c>skos:hiddenLabel</c>.</summary>
    public IReadOnlyList<string> HiddenLabels { get; init; } = [];

    /// <summary>What the concept means: <c>skos:definition</c>.</summary>
    public BilingualText? Definition { get; init; }

    /// <summary>How the concept is used, and what sets it apart from its neighbours: <c>skos:scopeNote</c>.</summary>
    public BilingualText? ScopeNote { get; init; }

    /// <summary>The concepts that this one is a kind or a part of: <c>skos:broader</c>. What one side states holds on both.</summary>
    public IReadOnlyList<string> Broader { get; init; } = [];

    /// <summary>The kinds and parts of this concept: <c>skos:narrower</c>, the inverse of <see cref="Broader"/> (S25).</summary>
    public IReadOnlyList<string> Narrower { get; init; } = [];

    /// <summary>The concepts beside this one: <c>skos:related</c>, which holds in both directions (S23).</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>
    /// The ids of concepts, or the URIs of concepts elsewhere, that mean the same and can stand for this one:
    /// <c>skos:exactMatch</c>, which holds in both directions and along chains (S44, S45).
    /// </summary>
    public IReadOnlyList<string> ExactMatches { get; init; } = [];
}
