using CitySearch.Searching.Scoring;

namespace CitySearch.Searching.Language;

/// <summary>What the operators and fields of a query ask of a hit as a whole: of an article in any of its sections, or of a reference.</summary>
internal abstract record Requirement;

/// <summary>Something must stand in a section, or be what a section is about, or stand in a reference.</summary>
/// <param name="Clauses">Forms, of each of which all clauses must hold in one section.</param>
/// <param name="InAbout">Whether it is enough that a section is about it.</param>
internal sealed record TextRequirement(IReadOnlyList<IReadOnlyList<ScoringClause>> Clauses, bool InAbout) : Requirement;

/// <summary>A section must hold a good share of some words, as it must of a query without operators.</summary>
/// <param name="Clauses">The clauses; those with a coverage are the reasons.</param>
/// <param name="Reasons">How many reasons they are.</param>
internal sealed record WordsRequirement(IReadOnlyList<ScoringClause> Clauses, int Reasons) : Requirement;

/// <summary>A field must have a value.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The value: a leaf of the tree.</param>
/// <param name="Forms">How the value may stand in a field of text; <see langword="null"/> for the other fields.</param>
internal sealed record FieldRequirement(QueryField Field, QueryNode Value, WordForms? Forms) : Requirement;

/// <summary>All must hold.</summary>
internal sealed record AllRequirement(IReadOnlyList<Requirement> Parts) : Requirement;

/// <summary>One must hold.</summary>
internal sealed record AnyRequirement(IReadOnlyList<Requirement> Parts) : Requirement;

/// <summary>It must not hold.</summary>
internal sealed record NotRequirement(Requirement Part) : Requirement;
