namespace CitySearch.Concepts;

/// <summary>A label of the thesaurus that stands in a text.</summary>
/// <param name="Start">Where it starts, in UTF-16 units into the text as given.</param>
/// <param name="Length">How long it is there, in UTF-16 units; the spelling may differ from the label's (城市大腦, ＣＩＭ, city-brain).</param>
/// <param name="Label">The label as the thesaurus writes it.</param>
/// <param name="Kind">What the label is to the first of <paramref name="Concepts"/>.</param>
/// <param name="Concepts">
/// The concepts that bear the label; more than one when the label is ambiguous, those that prefer it first.
/// </param>
public sealed record ConceptMention(int Start, int Length, string Label, LabelKind Kind, IReadOnlyList<Concept> Concepts);
