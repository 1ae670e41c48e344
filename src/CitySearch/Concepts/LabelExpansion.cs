namespace CitySearch.Concepts;

/// <summary>Another label for something that a query mentions.</summary>
/// <param name="Text">The label as the thesaurus writes it. One of several words or characters is to be searched as a phrase.</param>
/// <param name="Weight">Its weight, above 0 and below 1, where the mention's own text weighs 1.</param>
/// <param name="Concept">The concept whose label it is.</param>
/// <param name="Mention">The mention that it stands for.</param>
public sealed record LabelExpansion(string Text, float Weight, Concept Concept, ConceptMention Mention);
