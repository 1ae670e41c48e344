using CitySearch.Concepts.Yaml;

namespace CitySearch.Concepts;

/// <summary>A concept while its file is being read.</summary>
/// <param name="id">Its id, where the file states it.</param>
/// <param name="content">All that the file states of it.</param>
internal sealed class ConceptDraft(YamlNode id, YamlNode content)
{
    private static readonly List<string> None = [];

    private readonly List<string>?[] _ends = new List<string>?[4];

    /// <summary>The id.</summary>
    public string Id => Place.Text;

    /// <summary>Where the concept starts in the file.</summary>
    public YamlNode Place { get; } = id;

    /// <summary>All that the file states of it.</summary>
    public YamlNode Content { get; } = content;

    /// <summary><c>skos:prefLabel</c>.</summary>
    public BilingualText Preferred { get; set; } = new(null, null);

    /// <summary><c>skos:altLabel</c>.</summary>
    public List<string> Alternative { get; set; } = None;

    /// <summary>The short names.</summary>
    public List<string> Abbreviations { get; set; } = None;

    /// <summary><c>skos:hiddenLabel</c>.</summary>
    public List<string> Hidden { get; set; } = None;

    /// <summary><c>skos:definition</c>.</summary>
    public BilingualText? Definition { get; set; }

    /// <summary><c>skos:scopeNote</c>.</summary>
    public BilingualText? ScopeNote { get; set; }

    /// <summary>The relations that the concept states itself.</summary>
    public List<Relation> Stated { get; } = [];

    /// <summary>The statements, of this concept or of another, that make another broader than this one.</summary>
    public List<Relation> Upward { get; } = [];

    /// <summary>How many of <see cref="Upward"/> the search for circles has followed; -1 before it comes here, the largest number after it left.</summary>
    public int Followed { get; set; } = -1;

    /// <summary>All concepts above this one, once they are asked for.</summary>
    public HashSet<ConceptDraft>? Ancestors { get; set; }

    /// <summary>What stands at the other ends of a relation.</summary>
    public List<string> Ends(RelationKind kind) => _ends[(int)kind] ?? None;

    /// <summary>Adds what stands at the other end of a relation.</summary>
    public void AddEnd(RelationKind kind, string id) => (_ends[(int)kind] ??= []).Add(id);

    /// <summary>The concept.</summary>
    /// <param name="same">The concepts and URIs that mean the same.</param>
    public Concept ToConcept(List<string> same) => new()
    {
        Id = Id,
        PreferredLabel = Preferred,
        AlternativeLabels = Alternative,
        Abbreviations = Abbreviations,
        HiddenLabels = Hidden,
        Definition = Definition,
        ScopeNote = ScopeNote,
        Broader = Ends(RelationKind.Broader),
        Narrower = Ends(RelationKind.Narrower),
        Related = Ends(RelationKind.Related),
        ExactMatches = same,
    };
}
