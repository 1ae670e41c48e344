namespace CitySearch.Concepts;

/// <summary>A name that one or several concepts bear, and how carefully it must be read.</summary>
internal sealed class LabelEntry
{
    // English words without a meaning of their own that an abbreviation may be spelled like: IT, US, MOST.
    private static readonly HashSet<string> FunctionWords = new(StringComparer.Ordinal)
    {
        "all", "am", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "do", "etc", "for", "from", "go", "had", "has", "have",
        "he", "her", "him", "his", "how", "if", "in", "into", "is", "it", "its", "may", "me", "most", "my", "no", "nor", "not", "of", "off",
        "on", "one", "or", "our", "out", "own", "per", "she", "so", "some", "such", "than", "that", "the", "their", "them", "then", "they",
        "this", "to", "too", "up", "us", "was", "we", "were", "what", "when", "who", "will", "with", "you",
    };

    private readonly List<ConceptLabel> _labels = new(1);
    private readonly int _length;
    private IReadOnlyList<Concept>? _concepts;

    /// <summary>Makes the entry of a name.</summary>
    /// <param name="key">The name as <see cref="LabelForm.Key"/> gives it.</param>
    public LabelEntry(string key)
    {
        _length = LabelForm.Length(key);
        IsFunctionWord = IsLikeFunctionWord(key);
    }

    /// <summary>Whether it is spelled like an English function word, and therefore counts only as the thesaurus writes it.</summary>
    public bool IsFunctionWord { get; }

    /// <summary>
    /// Whether it must stand alone, with no other Chinese character beside it either: a single character (京), and an
    /// abbreviation of two (国办, which 中国办学 has inside).
    /// </summary>
    public bool MustStandAlone => _length == 1 || (_length == 2 && _labels.TrueForAll(l => l.Kind == LabelKind.Abbreviation));

    /// <summary>The name as the concept that comes first bears it.</summary>
    public ConceptLabel First => _labels[0];

    /// <summary>The concepts that bear it, those that prefer it first.</summary>
    public IReadOnlyList<Concept> Concepts => _concepts ??= [.. _labels.Select(l => l.Concept).DistinctBy(c => c.Id, StringComparer.Ordinal)];

    /// <summary>Whether a key is spelled like an English function word.</summary>
    public static bool IsLikeFunctionWord(string key) => FunctionWords.Contains(key);

    /// <summary>Adds a label of this name. One that is preferred goes before all others; otherwise the file's order holds.</summary>
    public void Add(ConceptLabel label)
    {
        var at = _labels.Count;
        while (at > 0 && label.Kind == LabelKind.Preferred && _labels[at - 1].Kind != LabelKind.Preferred)
        {
            at--;
        }

        _labels.Insert(at, label);
    }

    /// <summary>Whether a stretch of a text is written as one of the concepts writes it.</summary>
    public bool IsWritten(ReadOnlySpan<char> stretch)
    {
        foreach (var label in _labels)
        {
            if (stretch.SequenceEqual(label.Text))
            {
                return true;
            }
        }

        return false;
    }
}
