namespace CitySearch.Concepts;

/// <summary>What a label is to its concept.</summary>
public enum LabelKind
{
    /// <summary>The name to show: <c>skos:prefLabel</c>.</summary>
    Preferred,

    /// <summary>Another name in use: <c>skos:altLabel</c>.</summary>
    Alternative,

    /// <summary>A short name.</summary>
    Abbreviation,

    /// <summary>A name that is understood and never shown: <c>skos:hiddenLabel</c>.</summary>
    Hidden,
}
