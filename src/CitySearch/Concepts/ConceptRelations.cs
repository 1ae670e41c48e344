namespace CitySearch.Concepts;

/// <summary>
/// The relations of a file: checks them against SKOS's integrity conditions and states each on both of its sides.
/// </summary>
/// <param name="fileName">The name that errors give.</param>
/// <param name="drafts">The concepts with what they state, by id and in the order of the file.</param>
internal sealed class ConceptRelations(string fileName, Dictionary<string, ConceptDraft> drafts)
{
    // Beyond these a file is no thesaurus, and its checks would take for ever.
    private const int MostAncestors = 1000;
    private const int MostSame = 100;

    // All that is above a concept has been followed.
    private const int Done = int.MaxValue;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The file's key for a relation.</summary>
    public static string Key(RelationKind kind) => kind switch
    {
        RelationKind.Broader => "broader",
        RelationKind.Narrower => "narrower",
        RelationKind.Related => "related",
        _ => "exactMatch",
    };

    /// <summary>The concepts with their relations, those that they state themselves first.</summary>
    /// <exception cref="ThesaurusException">A relation is wrong.</exception>
    public List<Concept> Complete()
    {
        foreach (var draft in drafts.Values)
        {
            foreach (var relation in draft.Stated)
            {
                CheckTarget(relation);
                Connect(draft, relation.Kind, relation.Target);
            }
        }

        foreach (var draft in drafts.Values)
        {
            foreach (var relation in draft.Stated)
            {
                if (drafts.TryGetValue(relation.Target, out var target))
                {
                    Connect(target, Inverse(relation.Kind), draft.Id);
                    (relation.Kind == RelationKind.Narrower ? target : draft).Upward.AddRange(IsHierarchical(relation) ? [relation] : []);
                }
            }
        }

        CheckCircles();
        CheckApart();
        var concepts = new List<Concept>(drafts.Count);
        foreach (var draft in drafts.Values)
        {
            concepts.Add(draft.ToConcept(Same(draft)));
        }

        return concepts;
    }

    private static bool IsHierarchical(Relation relation) => relation.Kind is RelationKind.Broader or RelationKind.Narrower;

    private static RelationKind Inverse(RelationKind kind) => kind switch
    {
        RelationKind.Broader => RelationKind.Narrower,
        RelationKind.Narrower => RelationKind.Broader,
        _ => kind,
    };

    private ConceptDraft Parent(Relation relation) => relation.Kind == RelationKind.Broader ? drafts[relation.Target] : relation.Source;

    private void Connect(ConceptDraft from, RelationKind kind, string to)
    {
        if (_known.Add(Statement(from.Id, kind, to)))
        {
            from.AddEnd(kind, to);
        }
    }

    private static string Statement(string from, RelationKind kind, string to) => $"{from} {Key(kind)} {to}";

    private void CheckTarget(Relation relation)
    {
        var (id, key, target) = (relation.Source.Id, Key(relation.Kind), relation.Target);
        if (target == id)
        {
            throw Problem(relation, $"{id} cannot be {key} to itself; remove it");
        }

        var isElsewhere = relation.Kind == RelationKind.ExactMatch && target.Contains("://", StringComparison.Ordinal);
        if (isElsewhere ? !Uri.TryCreate(target, UriKind.Absolute, out _) : !drafts.ContainsKey(target))
        {
            var orUri = relation.Kind == RelationKind.ExactMatch ? ", a URI" : "";
            throw Problem(relation, $"{key} of {id} names {ThesaurusReader.Quote(target)}, which is no concept of this file; write the id of one{orUri}, or add the concept");
        }
    }

    /// <summary>No concept is broader than itself. SKOS leaves that open; a hierarchy that goes round is a slip all the same.</summary>
    private void CheckCircles()
    {
        var path = new List<ConceptDraft>();
        foreach (var start in drafts.Values)
        {
            Enter(start, path);
            while (path.Count > 0)
            {
                var draft = path[^1];
                if (draft.Followed == draft.Upward.Count)
                {
                    draft.Followed = Done;
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                var relation = draft.Upward[draft.Followed++];
                var parent = Parent(relation);
                if (!Enter(parent, path) && parent.Followed != Done)
                {
                    throw Problem(relation, $"broader goes in a circle: {Circle(path, parent)}; remove one of these steps");
                }
            }
        }
    }

    private static bool Enter(ConceptDraft draft, List<ConceptDraft> path)
    {
        if (draft.Followed >= 0)
        {
            return false;
        }

        draft.Followed = 0;
        path.Add(draft);
        return true;
    }

    private static string Circle(List<ConceptDraft> path, ConceptDraft start)
    {
        const int MostShown = 8;
        var first = path.IndexOf(start);
        var ids = path.GetRange(first, Math.Min(MostShown, path.Count - first)).ConvertAll(d => d.Id);
        return string.Join(" → ", [.. ids, .. path.Count - first > MostShown ? ["…"] : Array.Empty<string>(), start.Id]);
    }

    /// <summary>
    /// What is related or the same is not also broader, directly or along the hierarchy: <c>skos:related</c> is disjoint with
    /// <c>skos:broaderTransitive</c> (S27), <c>skos:exactMatch</c> with the hierarchical and associative mappings (S46).
    /// </summary>
    private void CheckApart()
    {
        foreach (var draft in drafts.Values)
        {
            foreach (var relation in draft.Stated)
            {
                if (IsHierarchical(relation) || !drafts.TryGetValue(relation.Target, out var target))
                {
                    continue;
                }

                if (Ancestors(draft, relation).Contains(target) || Ancestors(target, relation).Contains(draft))
                {
                    throw Problem(relation, $"{draft.Id} is {Key(relation.Kind)} to {target.Id}, and one of them is broader than the other; remove one of the two relations");
                }

                if (relation.Kind == RelationKind.ExactMatch && _known.Contains(Statement(draft.Id, RelationKind.Related, target.Id)))
                {
                    throw Problem(relation, $"{draft.Id} and {target.Id} are both related and exactMatch; remove one of the two relations");
                }
            }
        }
    }

    private HashSet<ConceptDraft> Ancestors(ConceptDraft draft, Relation place)
    {
        if (draft.Ancestors is { } known)
        {
            return known;
        }

        var ancestors = draft.Ancestors = [];
        var open = new Stack<ConceptDraft>();
        open.Push(draft);
        while (open.TryPop(out var next))
        {
            foreach (var relation in next.Upward)
            {
                if (ancestors.Add(Parent(relation)))
                {
                    open.Push(Parent(relation));
                }
            }

            if (ancestors.Count > MostAncestors)
            {
                throw Problem(place, $"more than {MostAncestors} concepts are broader than {draft.Id}; make the hierarchy flatter");
            }
        }

        return ancestors;
    }

    /// <summary>What means the same, along chains: <c>skos:exactMatch</c> is transitive (S45).</summary>
    private List<string> Same(ConceptDraft draft)
    {
        var direct = draft.Ends(RelationKind.ExactMatch);
        if (direct.Count == 0)
        {
            return direct;
        }

        var same = new List<string>();
        for (var i = -1; i < same.Count; i++)
        {
            var next = i < 0 ? direct : drafts.TryGetValue(same[i], out var other) ? other.Ends(RelationKind.ExactMatch) : [];
            foreach (var id in next)
            {
                if (id != draft.Id && !same.Contains(id))
                {
                    same.Add(id);
                }

                if (same.Count > MostSame)
                {
                    throw new ThesaurusException(fileName, draft.Place.Line, draft.Place.Column, $"more than {MostSame} concepts are exactMatch to {draft.Id} and each other; merge those that mean the same");
                }
            }
        }

        return same;
    }

    private ThesaurusException Problem(Relation relation, string problem) => new(fileName, relation.Place.Line, relation.Place.Column, problem);
}
