namespace CitySearch.Concepts;

/// <summary>The constants of query expansion, all in one place. A weight of 1 is that of the text as typed.</summary>
internal sealed record ExpansionWeights
{
    /// <summary>The constants in use.</summary>
    public static ExpansionWeights Default { get; } = new();

    /// <summary>The weight of a preferred or alternative label of the same concept.</summary>
    public float Label { get; init; } = 0.5f;

    /// <summary>The weight of an abbreviation.</summary>
    public float Abbreviation { get; init; } = 0.4f;

    /// <summary>The weight of an abbreviation of two characters (AI, 国办), which the index also finds inside other words.</summary>
    public float ShortAbbreviation { get; init; } = 0.2f;

    /// <summary>The weight of any label when a hidden one, such as a misspelling, was typed: what was typed is then hardly in a text.</summary>
    public float InsteadOfHidden { get; init; } = 0.9f;

    /// <summary>The share of these weights that the labels of an exact match have.</summary>
    public float ExactMatch { get; init; } = 0.8f;

    /// <summary>The most labels that a query is expanded by; of a pasted page, the first mentions decide.</summary>
    public int MostExpansions { get; init; } = 16;
}
