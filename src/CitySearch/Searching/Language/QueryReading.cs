using CitySearch.Analysis;
using CitySearch.Concepts;
using CitySearch.Indexing;
using CitySearch.Searching.Scoring;

namespace CitySearch.Searching.Language;

/// <summary>
/// Reads a tree for what it asks: the stretches of text that score, in the order in which they stand, and what a hit must have. Operators and fields judge a
/// hit as a whole; only loose words are judged by the section.
/// </summary>
internal sealed class QueryReading(QueryAnalysis analysis, Thesaurus thesaurus, ITermStatistics statistics, RankingWeights weights, ITermDictionary? dictionary)
{
    private static readonly string[] TextFields = [IndexSchema.Text, IndexSchema.Reference, IndexSchema.About];
    private static readonly string[] TitleFields = [IndexSchema.Title, IndexSchema.ReferenceTitle];

    private readonly List<QueryPart> _parts = [];
    private readonly ExpandedForms _expanded = new(analysis, dictionary);

    /// <summary>Reads the values of filters, which neither score nor stand for anything else.</summary>
    public QueryReading(SearchGeneration generation)
        : this(generation.Analysis, Thesaurus.Empty, generation.Statistics, RankingWeights.Default, generation.Dictionary)
    {
    }

    /// <summary>Reads.</summary>
    public ReadQuery Read(QueryNode tree)
    {
        var children = tree is ListNode list ? list.Children : [tree];
        var required = new List<Requirement>();
        var asksForWords = false;
        foreach (var child in children)
        {
            switch (child)
            {
                case TextNode text:
                    _parts.Add(new QueryPart(text.Text, PartRole.Loose));
                    asksForWords = true;
                    break;
                case PrefixNode or FuzzyNode:
                    AddExpanded(child, isReason: true);
                    asksForWords = true;
                    break;
                case PhraseNode phrase:
                    asksForWords |= AddPhrase(phrase, isReason: true, required);
                    break;
                default:
                    Add(Of(child, scores: true), required);
                    break;
            }
        }

        return new ReadQuery(_parts, asksForWords && !children.Any(c => c is MustNode), All(required));
    }

    private static void Add(Requirement? requirement, List<Requirement> requirements)
    {
        if (requirement is not null)
        {
            requirements.Add(requirement);
        }
    }

    private static Requirement? All(List<Requirement> parts) => parts switch
    {
        [] => null,
        [var only] => only,
        _ => new AllRequirement(parts),
    };

    /// <summary>What a node asks; <see langword="null"/> when it has nothing that can be searched for.</summary>
    /// <param name="node">The node.</param>
    /// <param name="scores">Whether its text scores, which that of excluded parts does not.</param>
    private Requirement? Of(QueryNode node, bool scores)
    {
        switch (node)
        {
            case TextNode text:
                return Word(text.Text, scores);
            case PhraseNode phrase:
                var phrases = new List<Requirement>();
                AddPhrase(phrase, isReason: false, phrases, scores);
                return All(phrases);
            case PrefixNode or FuzzyNode:
                return AddExpanded(node, isReason: false, scores) is { } clause ? new TextRequirement([[clause]], InAbout: true) : null;
            case MustNode must:
                return Of(must.Child, scores);
            case NotNode not:
                return Of(not.Child, scores: false) is { } excluded ? new NotRequirement(excluded) : null;
            case AllNode all:
                return All([.. all.Children.Select(c => Of(c, scores)).OfType<Requirement>()]);
            case AnyNode any:
                List<Requirement> alternatives = [.. any.Children.Select(c => Of(c, scores)).OfType<Requirement>()];
                return alternatives.Count > 1 ? new AnyRequirement(alternatives) : All(alternatives);
            case ListNode list:
                return Nested(list, scores);
            case FieldNode field:
                return Field(field.Field, field.Value, scores);
            default:
                throw new ArgumentOutOfRangeException(nameof(node));
        }
    }

    private TextRequirement? Word(string text, bool scores)
    {
        var forms = WordForms.Written(text, analysis);
        if (forms.Alternatives.Count == 0)
        {
            return null;
        }

        List<IReadOnlyList<ScoringClause>> clauses = [.. forms.Alternatives.Select(form => form.Select(p => Clause(p, 0)).ToList())];
        if (scores)
        {
            _parts.Add(new QueryPart(text, PartRole.Word));

            // What is excluded is excluded as written; what is asked for may stand under its other labels.
            clauses.AddRange(Expansions.Of(text, thesaurus, analysis, statistics, weights).Where(e => e.Mention.Length == text.Trim().Length).Select(e => (IReadOnlyList<ScoringClause>)[e.Clause]));
        }

        return new TextRequirement(clauses, InAbout: true);
    }

    private bool AddPhrase(PhraseNode phrase, bool isReason, List<Requirement> required, bool scores = true)
    {
        var forms = WordForms.Quoted(phrase.Text, phrase.Slop, analysis);
        if (forms.Alternatives.Count == 0)
        {
            return false;
        }

        if (scores)
        {
            _parts.Add(new QueryPart(phrase.Text, isReason ? PartRole.Quoted : PartRole.QuotedWord) { Slop = phrase.Slop });
        }

        required.Add(new TextRequirement([[Clause(forms.Alternatives[0][0], phrase.Slop)]], InAbout: false));
        return true;
    }

    private static ScoringClause Clause(IReadOnlyList<PhraseTerm> phrase, int slop) => new()
    {
        Name = phrase.Count == 1 ? phrase[0].Term : string.Join(' ', phrase.Select(t => t.Term)),
        Weight = 0,
        Coverage = 0,
        Phrase = phrase.Count == 1 ? null : phrase,
        Slop = slop,
    };

    /// <summary>Adds the clause of the beginning of a word or of a fuzzy word.</summary>
    private ScoringClause? AddExpanded(QueryNode node, bool isReason, bool scores = true)
    {
        var forms = Forms(node, TextFields);
        if (forms.Count == 0)
        {
            return null;
        }

        var weight = forms.Min(form => form.Where(t => t.Term.Length > 0).Sum(t => Bm25.Idf(statistics.DocumentCount, statistics.DocumentFrequency(t.Term))))
            * (forms[0].Count == 1 && char.IsAsciiLetterOrDigit(forms[0][0].Term[0]) ? weights.Word : 1);
        var clause = new ScoringClause { Name = QueryLanguage.Print(node), Weight = weight, Coverage = isReason ? weight : 0, Alternatives = forms };
        if (scores)
        {
            _parts.Add(new QueryPart(Written(node), PartRole.Expanded) { Clause = clause });
        }

        return clause;
    }

    private IReadOnlyList<IReadOnlyList<PhraseTerm>> Forms(QueryNode node, IReadOnlyList<string> fields) => node is FuzzyNode fuzzy
        ? _expanded.Near(fuzzy.Text, fuzzy.Edits, fields)
        : _expanded.Beginning(Written(node), fields);

    private static string Written(QueryNode node) => node switch
    {
        TextNode text => text.Text,
        PhraseNode phrase => phrase.Text,
        PrefixNode prefix => prefix.Text,
        FuzzyNode fuzzy => fuzzy.Text,
        _ => "",
    };

    /// <summary>A list between parentheses: its loose words together by the rule of plain queries, the rest as in any list.</summary>
    private Requirement? Nested(ListNode list, bool scores)
    {
        var required = new List<Requirement>();
        var clauses = new List<ScoringClause>();
        foreach (var child in list.Children)
        {
            switch (child)
            {
                case TextNode text:
                    var terms = analysis.Terms(text.Text, weights.Question);
                    clauses.AddRange(terms.Select(t => (t, Idf: Bm25.Idf(statistics.DocumentCount, statistics.DocumentFrequency(t.Text))))
                        .Select(t => new ScoringClause { Name = t.t.Text, Weight = t.Idf, Coverage = t.t.IsReason ? t.Idf : 0 }));
                    if (scores && terms.Count > 0)
                    {
                        _parts.Add(new QueryPart(text.Text, PartRole.LooseInGroup));
                    }

                    break;
                case PrefixNode or FuzzyNode:
                    if (AddExpanded(child, isReason: false, scores) is { } clause)
                    {
                        clauses.Add(clause with { Coverage = clause.Weight });
                    }

                    break;
                default:
                    Add(Of(child, scores), required);
                    break;
            }
        }

        clauses = [.. clauses.DistinctBy(c => c.Name).Take(ClausePlanner.MostTerms)];
        if (clauses.Any(c => c.Coverage > 0) && !list.Children.Any(c => c is MustNode))
        {
            required.Add(new WordsRequirement(clauses, clauses.Count(c => c.Coverage > 0)));
        }

        return All(required);
    }

    /// <summary>A field's value; a field before parentheses is one before each part of them.</summary>
    private Requirement? Field(QueryField field, QueryNode value, bool scores)
    {
        switch (value)
        {
            case MustNode must:
                return Field(field, must.Child, scores);
            case NotNode not:
                return Field(field, not.Child, scores: false) is { } excluded ? new NotRequirement(excluded) : null;
            case AllNode all:
                return All([.. all.Children.Select(c => Field(field, c, scores)).OfType<Requirement>()]);
            case AnyNode any:
                List<Requirement> alternatives = [.. any.Children.Select(c => Field(field, c, scores)).OfType<Requirement>()];
                return alternatives.Count > 1 ? new AnyRequirement(alternatives) : All(alternatives);
            case ListNode list:
                var parts = list.Children.SelectMany(c => c is TextNode text ? text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => new TextNode(w)) : (IEnumerable<QueryNode>)[c]);
                return All([.. parts.Select(c => Field(field, c, scores)).OfType<Requirement>()]);
        }

        var requirement = Of(field, value);
        if (scores && requirement is not null && field is QueryField.Title or QueryField.Heading or QueryField.Number or QueryField.Cites && value is not RangeNode)
        {
            _parts.Add(new QueryPart(Written(value), PartRole.Word));
        }

        return requirement;
    }

    /// <summary>What a field and the leaf of a tree ask, of a query or of a filter.</summary>
    public FieldRequirement? Of(QueryField field, QueryNode value)
    {
        if (field is not (QueryField.Title or QueryField.Heading or QueryField.Number or QueryField.Cites))
        {
            return new FieldRequirement(field, value, null);
        }

        var forms = value switch
        {
            TextNode text => WordForms.Written(text.Text, analysis),
            PhraseNode phrase => WordForms.Quoted(phrase.Text, phrase.Slop, analysis),
            _ => new WordForms([.. Forms(value, field switch
            {
                QueryField.Title => TitleFields,
                QueryField.Heading => [IndexSchema.Heading],
                QueryField.Cites => [IndexSchema.Cites, IndexSchema.ReferenceTitle],
                _ => TextFields,
            }).Select(form => (IReadOnlyList<IReadOnlyList<PhraseTerm>>)[form])]),
        };
        return forms.Alternatives.Count > 0 ? new FieldRequirement(field, value, forms) : null;
    }
}

/// <summary>What a query asks.</summary>
/// <param name="Parts">The stretches of text that score.</param>
/// <param name="AsksForWords">Whether loose words and phrases must be held to a good share.</param>
/// <param name="Required">What a hit must have besides; <see langword="null"/> when nothing.</param>
internal sealed record ReadQuery(IReadOnlyList<QueryPart> Parts, bool AsksForWords, Requirement? Required);

/// <summary>A stretch of text of a query that scores.</summary>
/// <param name="Text">The text, without quotes and marks.</param>
/// <param name="Role">What it is in the query.</param>
internal sealed record QueryPart(string Text, PartRole Role)
{
    /// <summary>Of a phrase, by how many positions its terms may be moved.</summary>
    public int Slop { get; init; }

    /// <summary>Of a beginning or a fuzzy word, its clause.</summary>
    public ScoringClause? Clause { get; init; }

    /// <summary>Whether its terms are reasons to be a hit.</summary>
    public bool IsReason => Role is PartRole.Loose or PartRole.Quoted;

    /// <summary>Whether it stood between quotes.</summary>
    public bool IsPhrase => Role is PartRole.Quoted or PartRole.QuotedWord;
}

/// <summary>What a stretch of text is in a query.</summary>
internal enum PartRole
{
    /// <summary>Loose words.</summary>
    Loose,

    /// <summary>A phrase beside loose words.</summary>
    Quoted,

    /// <summary>A word that an operator or field asks for.</summary>
    Word,

    /// <summary>A phrase that an operator asks for.</summary>
    QuotedWord,

    /// <summary>Loose words between parentheses.</summary>
    LooseInGroup,

    /// <summary>The beginning of a word, or a fuzzy word.</summary>
    Expanded,
}
