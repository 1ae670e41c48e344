using CitySearch.Searching.Scoring;

namespace CitySearch.Searching.Language;

/// <summary>Finds which hits meet a requirement, segment by segment.</summary>
internal sealed class RequiredHits
{
    private readonly SearchGeneration _generation;
    private readonly RankingWeights _weights;
    private readonly FieldMatches _fields;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<WordsRequirement, bool[][]> _words = new(ReferenceEqualityComparer.Instance);

    /// <summary>Over one generation of the index.</summary>
    public RequiredHits(SearchGeneration generation, RankingWeights weights, CancellationToken cancellationToken)
    {
        _generation = generation;
        _weights = weights;
        _fields = new FieldMatches(generation, cancellationToken);
        _cancellationToken = cancellationToken;
    }

    /// <summary>For each document that is a hit by itself, an article's head or a reference, whether it meets a requirement as a whole.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="leaf">The number of the segment.</param>
    public bool[] Wholes(Requirement requirement, int leaf)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        switch (requirement)
        {
            case AllRequirement all:
                return Joined(all.Parts, leaf, (a, b) => a && b);
            case AnyRequirement any:
                return Joined(any.Parts, leaf, (a, b) => a || b);
            case NotRequirement not:
                return Array.ConvertAll(Wholes(not.Part, leaf), holds => !holds);
            default:
                return ToWholes(_generation.Leaves[leaf], Documents(requirement, leaf));
        }
    }

    /// <summary>
    /// How many of the things that a requirement wants to stand in a text each section holds: of an article that is a hit, the sections that
    /// hold most are those to show.
    /// </summary>
    public byte[] Held(Requirement requirement, int leaf)
    {
        var held = new byte[_generation.Leaves[leaf].MaxDoc];
        foreach (var part in Parts(requirement))
        {
            var documents = InSections(part, leaf);
            for (var doc = 0; doc < held.Length && documents is not null; doc++)
            {
                held[doc] += documents[doc] ? (byte)1 : (byte)0;
            }
        }

        return held;
    }

    private static IEnumerable<Requirement> Parts(Requirement requirement) => requirement is AllRequirement all ? all.Parts.SelectMany(Parts) : [requirement];

    /// <summary>The sections that hold one thing, or one of several; <see langword="null"/> for what no section holds or lacks by itself.</summary>
    private bool[]? InSections(Requirement requirement, int leaf)
    {
        switch (requirement)
        {
            case TextRequirement or WordsRequirement or FieldRequirement { Field: QueryField.Heading or QueryField.Number }:
                return Documents(requirement, leaf);
            case AnyRequirement any:
                bool[]? either = null;
                foreach (var documents in any.Parts.SelectMany(Parts).Select(p => InSections(p, leaf)).OfType<bool[]>())
                {
                    either = either is null ? documents : Join(either, documents, (a, b) => a || b);
                }

                return either;
            default:
                return null;
        }
    }

    private bool[] Documents(Requirement requirement, int leaf) => requirement switch
    {
        TextRequirement text => Documents(text, _generation.Leaves[leaf]),
        WordsRequirement words => Documents(words)[leaf],
        FieldRequirement field => _fields.Documents(field, _generation.Leaves[leaf]),
        _ => throw new ArgumentOutOfRangeException(nameof(requirement)),
    };

    private bool[] Documents(TextRequirement text, LeafColumns leaf)
    {
        var holds = new bool[leaf.MaxDoc];
        foreach (var form in text.Clauses)
        {
            bool[]? all = null;
            foreach (var clause in form)
            {
                var documents = new bool[leaf.MaxDoc];
                Mark(documents, _generation.PostingsOf(leaf, clause).Documents());
                if (text.InAbout)
                {
                    MarkAbout(documents, leaf, clause);
                }

                all = all is null ? documents : Join(all, documents, (a, b) => a && b);
            }

            holds = all is null ? holds : Join(holds, all, (a, b) => a || b);
        }

        return holds;
    }

    private void MarkAbout(bool[] documents, LeafColumns leaf, ScoringClause clause)
    {
        if (clause.Phrase is null && clause.Alternatives is null)
        {
            Mark(documents, _generation.AboutOf(leaf, clause).Documents());
            return;
        }

        foreach (var phrase in clause.Alternatives ?? [clause.Phrase!])
        {
            foreach (var (doc, _) in LeafPostings.Docs(leaf, Indexing.IndexSchema.About, phrase, clause.Slop))
            {
                documents[doc] = true;
            }
        }
    }

    /// <summary>The rule of <see cref="HitRule"/> over these words alone.</summary>
    private bool[][] Documents(WordsRequirement words)
    {
        if (_words.TryGetValue(words, out var known))
        {
            return known;
        }

        using var scores = TextScores.Compute(_generation, words.Clauses, _weights.About, _cancellationToken);
        var rule = HitRule.Of(scores, words.Reasons, _weights);
        var found = new bool[scores.Leaves.Count][];
        for (var i = 0; i < found.Length; i++)
        {
            var leaf = scores.Leaves[i];
            found[i] = new bool[leaf.Leaf.MaxDoc];
            for (var doc = 0; doc < found[i].Length; doc++)
            {
                found[i][doc] = rule.Holds(leaf.Coverage[doc], leaf.Text[doc]);
            }
        }

        _words.Add(words, found);
        return found;
    }

    private bool[] Joined(IReadOnlyList<Requirement> parts, int leaf, Func<bool, bool, bool> join)
    {
        var joined = Wholes(parts[0], leaf);
        foreach (var part in parts.Skip(1))
        {
            joined = Join(joined, Wholes(part, leaf), join);
        }

        return joined;
    }

    private static bool[] Join(bool[] a, bool[] b, Func<bool, bool, bool> join)
    {
        for (var i = 0; i < a.Length; i++)
        {
            a[i] = join(a[i], b[i]);
        }

        return a;
    }

    private static void Mark(bool[] documents, int[] docs)
    {
        foreach (var doc in docs)
        {
            documents[doc] = true;
        }
    }

    /// <summary>What holds of a section holds of its article.</summary>
    private static bool[] ToWholes(LeafColumns leaf, bool[] documents)
    {
        var wholes = new bool[documents.Length];
        for (var doc = 0; doc < documents.Length; doc++)
        {
            wholes[leaf.HitOf(doc)] |= documents[doc];
        }

        return wholes;
    }
}
