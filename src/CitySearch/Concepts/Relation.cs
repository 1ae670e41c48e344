using CitySearch.Concepts.Yaml;

namespace CitySearch.Concepts;

/// <summary>A relation as a concept of a file states it.</summary>
/// <param name="kind">Which relation.</param>
/// <param name="source">The concept that states it.</param>
/// <param name="target">The id, or for an exact match the URI, at its other end, and where it stands in the file.</param>
internal sealed class Relation(RelationKind kind, ConceptDraft source, YamlNode target)
{
    /// <summary>Which relation.</summary>
    public RelationKind Kind { get; } = kind;

    /// <summary>The concept that states it.</summary>
    public ConceptDraft Source { get; } = source;

    /// <summary>The id, or for an exact match the URI, at its other end.</summary>
    public string Target { get; } = target.Text.Trim();

    /// <summary>Where the target stands in the file.</summary>
    public YamlNode Place { get; } = target;
}

/// <summary>SKOS's relations between concepts.</summary>
internal enum RelationKind
{
    /// <summary><c>skos:broader</c>.</summary>
    Broader,

    /// <summary><c>skos:narrower</c>.</summary>
    Narrower,

    /// <summary><c>skos:related</c>.</summary>
    Related,

    /// <summary><c>skos:exactMatch</c>.</summary>
    ExactMatch,
}
