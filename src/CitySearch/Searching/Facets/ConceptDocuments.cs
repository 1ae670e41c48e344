using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CitySearch.Concepts;
using CitySearch.Searching.Scoring;

namespace CitySearch.Searching.Facets;

/// <summary>
/// Which articles and references speak of a concept: those in whose text one of its labels stands as a phrase. The thesaurus
/// is the one of the moment, so an edit shows in the next query; what a label finds in a segment is kept as long as the
/// segment, so an edit costs only the labels that are new, and a commit only the segments that are.
/// </summary>
/// <remarks>
/// A label stands as a phrase where a query would find it between quotes. Three kinds are left out, because a phrase cannot
/// tell them from other words: single characters, abbreviations of two characters (国办 in 中国办学), and what is spelled like
/// an English function word. So are labels that several concepts bear and that are the preferred label of none of these.
/// A label inside a longer one counts: who speaks of 新型智慧城市 speaks of 智慧城市.
/// </remarks>
internal sealed class ConceptDocuments
{
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<string, int[]>> _byLabel = [];
    private readonly ConditionalWeakTable<Thesaurus, ConceptSets> _sets = [];

    /// <summary>
    /// For each concept, in the order of the thesaurus, the heads and references of a segment that speak of it, ascending.
    /// Deleted ones may be among them.
    /// </summary>
    public int[][] Of(Thesaurus thesaurus, SearchGeneration generation, LeafColumns leaf)
    {
        var sets = _sets.GetValue(thesaurus, t => new ConceptSets(t));
        return sets.BySegment.GetValue(leaf.CoreKey, _ => Array.ConvertAll(sets.Labels, labels => Union(labels.Select(label => Documents(label, generation, leaf)))));
    }

    /// <summary>The places, in the thesaurus, of the concepts that a filter's value names: the one that prefers it, else all that bear it.</summary>
    public static IEnumerable<int> Named(Thesaurus thesaurus, string value)
    {
        var found = thesaurus.Find(value);
        var meant = found.Count > 1 && IsPreferred(found[0], value, thesaurus) ? found.Take(1) : found;
        return meant.Select(concept => IndexOf(thesaurus.Concepts, concept)).Where(index => index >= 0);
    }

    private int[] Documents(string label, SearchGeneration generation, LeafColumns leaf) =>
        _byLabel.GetOrCreateValue(leaf.CoreKey).GetOrAdd(label, text => generation.Analysis.Phrase(text) is { Count: > 0 } phrase ? LeafPostings.HitsOfPhrase(leaf, phrase) : []);

    private static int[] Union(IEnumerable<int[]> sets)
    {
        var some = sets.Where(s => s.Length > 0).ToList();
        return some.Count switch
        {
            0 => [],
            1 => some[0],
            _ => [.. some.SelectMany(s => s).Distinct().Order()],
        };
    }

    private static bool IsPreferred(Concept concept, string label, Thesaurus thesaurus) =>
        new[] { concept.PreferredLabel.Zh, concept.PreferredLabel.En }.Any(preferred => preferred is not null && LabelForm.Key(preferred) == LabelForm.Key(label))
        || thesaurus.Get(label) == concept;

    private static int IndexOf(IReadOnlyList<Concept> concepts, Concept concept)
    {
        for (var i = 0; i < concepts.Count; i++)
        {
            if (ReferenceEquals(concepts[i], concept))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The labels to look for, and what they find.</summary>
    private sealed class ConceptSets(Thesaurus thesaurus)
    {
        public string[][] Labels { get; } = [.. thesaurus.Concepts.Select(concept => ConceptLabel.Of(concept).Where(label => IsLookedFor(label, thesaurus)).Select(label => label.Text).Distinct().ToArray())];

        public ConditionalWeakTable<object, int[][]> BySegment { get; } = [];

        private static bool IsLookedFor(ConceptLabel label, Thesaurus thesaurus)
        {
            var key = LabelForm.Key(label.Text);
            var length = LabelForm.Length(key);
            return length >= 2
                && LabelForm.IsName(key)
                && !(label.Kind == LabelKind.Abbreviation && length == 2)
                && !LabelEntry.IsLikeFunctionWord(key)
                && thesaurus.Find(label.Text) is { Count: > 0 } bearers
                && ReferenceEquals(bearers[0], label.Concept)
                && (bearers.Count == 1 || IsPreferred(label.Concept, label.Text, thesaurus));
        }
    }
}
