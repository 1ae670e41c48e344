using CitySearch.Concepts;
using CitySearch.Indexing;
using CitySearch.Searching.Scoring;
using CitySearch.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CitySearch.Searching.Suggestions;

/// <summary>Collects the names that an index and a thesaurus hold, each once, most useful first.</summary>
internal sealed class NameCollector(SearchGeneration generation, Thesaurus thesaurus)
{
    // Names are kept in memory, some 300 bytes each.
    private const int MostNames = 200_000;

    // What is longer is a sentence, of which nobody types the end.
    private const int LongestKey = 64;

    private readonly Dictionary<string, SuggestedName> _names = new(StringComparer.Ordinal);
    private readonly NameKey _key = new();

    /// <summary>The names.</summary>
    public List<SuggestedName> Collect()
    {
        foreach (var concept in thesaurus.Concepts)
        {
            AddConcept(concept);
        }

        foreach (var ((kind, text), count) in NamesOfIndex())
        {
            Add(text, text, kind, count, WeightOf(kind, count));
        }

        return [.. _names.Values.OrderByDescending(n => n.Weight).ThenBy(n => n.Key, StringComparer.Ordinal).Take(MostNames)];
    }

    private void AddConcept(Concept concept)
    {
        const float OtherLabel = 1;
        const float Abbreviation = 0.2f;
        var shown = concept.PreferredLabel.Zh ?? concept.PreferredLabel.En!;
        foreach (var label in ConceptLabel.Of(concept))
        {
            var text = label.Kind == LabelKind.Hidden ? shown : label.Text;
            var count = AtMost(text);
            var weight = WeightOf(SuggestionKind.Concept, count);
            Add(text, label.Text, SuggestionKind.Concept, count, label.Kind switch
            {
                LabelKind.Preferred => weight,
                LabelKind.Abbreviation => weight - Abbreviation,
                _ => weight - OtherLabel,
            });
        }
    }

    /// <summary>How many sections and references can hold a text at most: as many as hold the rarest of its terms.</summary>
    private int AtMost(string text)
    {
        var least = int.MaxValue;
        foreach (var term in generation.Analysis.Phrase(text))
        {
            least = Math.Min(least, generation.Statistics.DocumentFrequency(term.Term));
        }

        return least == int.MaxValue ? 0 : least;
    }

    /// <summary>Concepts before titles before what is named in passing; among them what is spoken of often, by the order of magnitude.</summary>
    private static float WeightOf(SuggestionKind kind, int count)
    {
        var often = MathF.Log(1 + count);
        return kind switch
        {
            SuggestionKind.Concept => 2 + (0.2f * often),
            SuggestionKind.Title => 1.5f + (0.2f * often),
            SuggestionKind.Author => 1 + (0.3f * often),
            SuggestionKind.Heading => 0.5f + (0.15f * often),
            _ => 0.3f + (0.2f * often),
        };
    }

    private void Add(string text, string typed, SuggestionKind kind, int count, float weight)
    {
        _key.Set(typed, LongestKey);
        if (_key.Text.Length == 0)
        {
            return;
        }

        // A name of several kinds is of the one that is most useful, and as frequent as the most frequent.
        if (_names.TryGetValue(_key.Text, out var known))
        {
            var best = weight > known.Weight ? new SuggestedName(text, known.Key, kind, count, weight, ReferenceEquals(text, typed)) : known;
            _names[known.Key] = best with { Count = Math.Max(count, known.Count) };
            return;
        }

        _names.Add(_key.Text, new SuggestedName(text, _key.Text, kind, count, weight, ReferenceEquals(text, typed)));
    }

    private Dictionary<(SuggestionKind Kind, string Text), int> NamesOfIndex()
    {
        var names = new Dictionary<(SuggestionKind, string), int>();
        foreach (var leaf in generation.Leaves)
        {
            foreach (var (term, count) in Terms(leaf, IndexSchema.Name, ""))
            {
                var kind = term[0] switch
                {
                    NameFields.Title => SuggestionKind.Title,
                    NameFields.Heading => SuggestionKind.Heading,
                    _ => SuggestionKind.Reference,
                };
                var text = kind == SuggestionKind.Heading ? NameNumbering.Without(term[1..]) : term[1..];
                names[(kind, text)] = names.GetValueOrDefault((kind, text)) + count;
            }

            var authors = FacetFields.Term(FacetNames.Author, "");
            foreach (var (term, count) in Terms(leaf, IndexSchema.Facet, authors))
            {
                var name = (SuggestionKind.Author, term[authors.Length..]);
                names[name] = names.GetValueOrDefault(name) + count;
            }
        }

        return names;
    }

    /// <summary>The terms of a field that begin with a prefix, with how many documents that are not deleted have them.</summary>
    private static IEnumerable<(string Term, int Count)> Terms(LeafColumns leaf, string field, string prefix)
    {
        var terms = leaf.Reader.GetTerms(field)?.GetEnumerator();
        var start = new BytesRef(prefix);
        if (terms is null || terms.SeekCeil(start) == TermsEnum.SeekStatus.END)
        {
            yield break;
        }

        var isAny = true;
        DocsEnum? docs = null;
        for (; isAny && StringHelper.StartsWith(terms.Term, start); isAny = terms.MoveNext())
        {
            var count = terms.DocFreq;
            if (leaf.HasDeletions)
            {
                count = 0;
                docs = terms.Docs(leaf.Reader.LiveDocs, docs, DocsFlags.NONE);
                while (docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                {
                    count++;
                }
            }

            if (count > 0)
            {
                yield return (terms.Term.Utf8ToString(), count);
            }
        }
    }
}
