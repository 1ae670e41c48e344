namespace CitySearch.Searching.Suggestions;

/// <summary>What a suggested text names.</summary>
public enum SuggestionKind
{
    /// <summary>A label of the thesaurus.</summary>
    Concept,

    /// <summary>An article by its title.</summary>
    Title,

    /// <summary>A section by its heading.</summary>
    Heading,

    /// <summary>An author of articles or references.</summary>
    Author,

    /// <summary>A reference by its title.</summary>
    Reference,
}
