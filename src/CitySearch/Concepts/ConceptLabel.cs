namespace CitySearch.Concepts;

/// <summary>A label as a concept bears it.</summary>
/// <param name="concept">The concept.</param>
/// <param name="text">The label as written.</param>
/// <param name="kind">What it is to the concept.</param>
internal sealed class ConceptLabel(Concept concept, string text, LabelKind kind)
{
    /// <summary>The concept.</summary>
    public Concept Concept { get; } = concept;

    /// <summary>The label as written.</summary>
    public string Text { get; } = text;

    /// <summary>What it is to the concept.</summary>
    public LabelKind Kind { get; } = kind;

    /// <summary>All labels of a concept, in the order preferred, alternative, abbreviation, hidden.</summary>
    public static List<ConceptLabel> Of(Concept concept)
    {
        var labels = new List<ConceptLabel>();
        if (concept.PreferredLabel.Zh is { } zh)
        {
            labels.Add(new ConceptLabel(concept, zh, LabelKind.Preferred));
        }

        // The same in both languages, as some abbreviations are, is one label.
        if (concept.PreferredLabel.En is { } en && en != concept.PreferredLabel.Zh)
        {
            labels.Add(new ConceptLabel(concept, en, LabelKind.Preferred));
        }

        AddAll(labels, concept, concept.AlternativeLabels, LabelKind.Alternative);
        AddAll(labels, concept, concept.Abbreviations, LabelKind.Abbreviation);
        AddAll(labels, concept, concept.HiddenLabels, LabelKind.Hidden);
        return labels;
    }

    private static void AddAll(List<ConceptLabel> labels, Concept concept, IReadOnlyList<string> texts, LabelKind kind)
    {
        foreach (var text in texts)
        {
            labels.Add(new ConceptLabel(concept, text, kind));
        }
    }
}
