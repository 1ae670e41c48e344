using CitySearch.Concepts.Yaml;

namespace CitySearch.Concepts;

/// <summary>
/// The concepts of a field with their labels and relations. It never changes; an edited file makes a new one
/// (<see cref="ThesaurusFile"/>).
/// </summary>
/// <remarks>
/// Labels are compared folded: width, case, accents and script (國家, 国家) make no difference, nor do the spaces, hyphens
/// and quotes inside them.
/// </remarks>
public sealed class Thesaurus
{
    private readonly Dictionary<string, Concept> _byId;
    private readonly Dictionary<string, LabelEntry> _byKey = new(StringComparer.Ordinal);
    private readonly List<ConceptLabel> _unusable = [];
    private readonly LabelMatcher _matcher;

    /// <summary>Makes the thesaurus of concepts whose relations are checked and stated on both sides.</summary>
    internal Thesaurus(List<Concept> concepts)
    {
        Concepts = concepts;
        _byId = new Dictionary<string, Concept>(concepts.Count, StringComparer.Ordinal);
        foreach (var concept in concepts)
        {
            _byId.Add(concept.Id, concept);
            foreach (var label in ConceptLabel.Of(concept))
            {
                Add(label);
            }
        }

        _matcher = new LabelMatcher(_byKey);
    }

    /// <summary>A thesaurus without concepts.</summary>
    public static Thesaurus Empty { get; } = new([]);

    /// <summary>All concepts, in the order of the file.</summary>
    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>Reads a thesaurus from the text of a YAML file. What the file may hold is told at the head of the sample <c>concepts.yaml</c>.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="fileName">The name that errors give.</param>
    /// <exception cref="ThesaurusException">The text is no YAML, or not that of a thesaurus; the message says where and what to do.</exception>
    public static Thesaurus Parse(string yaml, string fileName = "concepts.yaml")
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentNullException.ThrowIfNull(fileName);
        if (!PlainYaml.TryRead(yaml, out var root))
        {
            root = FullYaml.Read(yaml, fileName);
        }

        return root is null ? Empty : new ThesaurusReader(fileName).Read(root);
    }

    /// <summary>The concept of an id; <see langword="null"/> when there is none.</summary>
    public Concept? Get(string id) => _byId.GetValueOrDefault(id);

    /// <summary>
    /// The concepts that bear a label of any kind, those that prefer it first; without any, the concept of that id. Empty
    /// when nothing is known by that name.
    /// </summary>
    public IReadOnlyList<Concept> Find(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return _byKey.TryGetValue(LabelForm.Key(label), out var entry) ? entry.Concepts : Get(label) is { } concept ? [concept] : [];
    }

    /// <summary>
    /// The labels that stand in a text, in order and without overlap: the longest at the leftmost place (新型智慧城市, not
    /// 智慧城市 inside it). Letters and digits count only as whole words (CIM, not inside CIMI), Chinese characters anywhere
    /// but in the shortest labels, which must stand alone. A label may be broken by up to three spaces, hyphens or quotes
    /// but by no line end.
    /// </summary>
    public IReadOnlyList<ConceptMention> Mentions(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _matcher.Find(text);
    }

    /// <summary>
    /// The other labels, in both languages, of what a query mentions, with weights below 1. Labels that the query holds
    /// anyway, or that hold what was typed or another of these labels, are left out, since that finds them. What is broader,
    /// narrower or related is never among them, nor is anything for a label that several concepts bear and none prefers.
    /// </summary>
    /// <param name="queryText">What was typed outside of quotes: what stands in quotes is to be found literally.</param>
    public IReadOnlyList<LabelExpansion> Expand(string queryText) => QueryExpansion.Expand(this, queryText, ExpansionWeights.Default);

    /// <summary>The faults of a file: labels with nothing to compare, and preferred labels that a concept before theirs prefers too.</summary>
    internal IReadOnlyList<ConceptLabel> Unusable => _unusable;

    /// <summary>A concept and those that mean the same, itself first.</summary>
    internal List<Concept> SameAs(Concept concept)
    {
        var same = new List<Concept> { concept };
        foreach (var id in concept.ExactMatches)
        {
            if (Get(id) is { } other)
            {
                same.Add(other);
            }
        }

        return same;
    }

    private void Add(ConceptLabel label)
    {
        var key = LabelForm.Key(label.Text);
        if (!LabelForm.IsName(key))
        {
            _unusable.Add(label);
            return;
        }

        if (!_byKey.TryGetValue(key, out var entry))
        {
            _byKey.Add(key, entry = new LabelEntry(key));
        }
        else if (label.Kind == LabelKind.Preferred && entry.First.Kind == LabelKind.Preferred && !ReferenceEquals(entry.First.Concept, label.Concept))
        {
            _unusable.Add(label);
        }

        entry.Add(label);
    }
}
