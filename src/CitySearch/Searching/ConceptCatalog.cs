using CitySearch.Concepts;
using CitySearch.Searching.Scoring;

namespace CitySearch.Searching;

/// <summary>The concepts of a thesaurus file, counted in the newest generation; counts are kept until either changes.</summary>
internal sealed class ConceptCatalog(ThesaurusFile file, GenerationHolder holder) : IConceptCatalog
{
    private readonly Lock _counting = new();
    private volatile Counted? _counted;

    /// <inheritdoc/>
    public ConceptList List(string? query = null, int top = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        return holder.Read(generation => List(generation, query, top));
    }

    private ConceptList List(SearchGeneration generation, string? query, int top)
    {
        var thesaurus = file.Current;
        var counts = CountsOf(generation, thesaurus);
        var found = string.IsNullOrWhiteSpace(query) ? thesaurus.Concepts : Find(thesaurus, query);
        return new ConceptList(generation.State.Number, found.Count, [.. found.Take(top).Select(concept => Entry(concept, thesaurus, counts[concept.Id]))]);
    }

    private static List<Concept> Find(Thesaurus thesaurus, string query)
    {
        var key = LabelForm.Key(query);
        var named = thesaurus.Find(query);
        var mentioned = thesaurus.Mentions(query).SelectMany(mention => mention.Concepts);
        var holding = key.Length == 0 ? [] : thesaurus.Concepts.Where(concept => ConceptLabel.Of(concept).Exists(label => LabelForm.Key(label.Text).Contains(key, StringComparison.Ordinal)));
        return [.. named.Concat(mentioned).Concat(holding).DistinctBy(concept => concept.Id)];
    }

    private static ConceptEntry Entry(Concept concept, Thesaurus thesaurus, int articles)
    {
        IReadOnlyList<ConceptLink> Links(IReadOnlyList<string> ids) => [.. ids.Select(id => new ConceptLink(id, thesaurus.Get(id)?.PreferredLabel))];
        return new ConceptEntry(
            concept.Id, concept.PreferredLabel, concept.AlternativeLabels, concept.Abbreviations, concept.Definition, concept.ScopeNote,
            Links(concept.Broader), Links(concept.Narrower), Links(concept.Related), Links(concept.ExactMatches), articles);
    }

    private Dictionary<string, int> CountsOf(SearchGeneration generation, Thesaurus thesaurus)
    {
        if (_counted is { } counted && counted.Of(generation, thesaurus))
        {
            return counted.Articles;
        }

        lock (_counting)
        {
            if (_counted is not { } again || !again.Of(generation, thesaurus))
            {
                _counted = again = new Counted(generation.State.Tag, thesaurus, thesaurus.Concepts.ToDictionary(concept => concept.Id, concept => Count(concept, generation, thesaurus)));
            }

            return again.Articles;
        }
    }

    /// <summary>The articles with one of a concept's labels. A label that another concept prefers is that one's.</summary>
    private static int Count(Concept concept, SearchGeneration generation, Thesaurus thesaurus)
    {
        var phrases = ConceptLabel.Of(concept)
            .Where(label => thesaurus.Find(label.Text) is [var first, ..] && first.Id == concept.Id)
            .Select(label => generation.Analysis.Phrase(label.Text))
            .Where(phrase => phrase.Count > 0)
            .ToList();
        var count = 0;
        foreach (var leaf in generation.Leaves)
        {
            var heads = new HashSet<int>();
            foreach (var phrase in phrases)
            {
                // Not kept among the postings that queries use: most labels are never asked for.
                var postings = phrase.Count == 1
                    ? LeafPostings.OfTerm(leaf, generation.Statistics, phrase[0].Term)
                    : LeafPostings.OfPhrase(leaf, generation.Statistics, phrase, slop: 0);
                heads.UnionWith(postings.Documents().Where(doc => leaf.Live[doc] && leaf.Heads[doc] >= 0).Select(doc => leaf.Heads[doc]));
            }

            count += heads.Count;
        }

        return count;
    }

    private sealed record Counted(string Generation, Thesaurus Thesaurus, Dictionary<string, int> Articles)
    {
        public bool Of(SearchGeneration generation, Thesaurus thesaurus) => Generation == generation.State.Tag && ReferenceEquals(Thesaurus, thesaurus);
    }
}
