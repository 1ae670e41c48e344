using CitySearch.Indexing;
using CitySearch.Searching.Materials;
using CitySearch.Searching.Scoring;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CitySearch.Searching.Relating;

/// <summary>
/// Finds the relatives of an article or a reference in a generation and says how they are related (<see cref="Relatedness"/>). The work
/// is bounded: what is cited by, or cites, more than <see cref="MostNeighbours"/> connects nothing in particular and is passed over.
/// </summary>
internal sealed class Relatives
{
    private const int MostNeighbours = 1000;
    private const int MostByText = 300;
    private const int BestSections = 3;

    private readonly SearchGeneration _generation;
    private readonly MaterialReader _reader;
    private readonly TextScores _scores;
    private readonly double _self;
    private readonly HashSet<ArticlePlace> _excluded;
    private readonly Dictionary<ArticlePlace, Relatedness> _found = [];

    /// <summary>Prepares the search.</summary>
    /// <param name="generation">The index.</param>
    /// <param name="scores">The text scores for the significant terms of the material.</param>
    /// <param name="self">The material.</param>
    /// <param name="excluded">What is not among its relatives, because it stands beside it anyway.</param>
    public Relatives(SearchGeneration generation, TextScores scores, ArticlePlace self, IEnumerable<ArticlePlace> excluded)
    {
        _generation = generation;
        _reader = new MaterialReader(generation);
        _scores = scores;
        _excluded = [self, .. excluded];
        _self = Math.Max(TextOf(self), float.Epsilon);
        AddTexts();
    }

    /// <summary>What is connected to an article by citations and tags.</summary>
    public void Connect(ArticlePlace article, ArticleRecord record)
    {
        var network = _generation.Citations;
        var number = network.NumberOf(article);
        foreach (var cited in network.CitedFrom(number))
        {
            At(network.Places[cited]).Citations += 0.5;
            Couple(network.Citing(cited), number, network);
        }

        foreach (var citing in network.Citing(number))
        {
            At(network.Places[citing]).Citations += 0.5;
            Cocite(network.CitedFrom(citing), network);
        }

        foreach (var (_, entries) in _reader.CitedBy(record.Id))
        {
            var others = entries.Where(e => !e.IsListed).Select(e => e.Article).Distinct(StringComparer.Ordinal).ToList();
            if (others.Count <= MostNeighbours)
            {
                foreach (var other in others.Select(_reader.FindArticle).OfType<ArticlePlace>())
                {
                    At(other).Coupling += Relatedness.NeighbourWeight(others.Count);
                }
            }
        }

        AddTags(record.Tags ?? []);
    }

    /// <summary>What is connected to a reference: the articles that cite it or are it, and what else those cite.</summary>
    public void Connect(List<ReferenceEntry> entries)
    {
        var network = _generation.Citations;
        foreach (var same in _reader.ArticlesThatAre(entries))
        {
            At(network.Places[same]).Citations = 1;
        }

        foreach (var citing in entries.Where(e => !e.IsListed).Select(e => e.Article).Distinct(StringComparer.Ordinal).Take(MostNeighbours))
        {
            if (_reader.FindArticle(citing) is not { } place)
            {
                continue;
            }

            At(place).Citations = Math.Max(At(place).Citations, 0.5);
            Cocite(network.CitedFrom(network.NumberOf(place)), network);
            var works = _reader.CitedBy(citing).Take(MostNeighbours).ToList();
            foreach (var (work, _) in works)
            {
                At(work).Cocitation += Relatedness.NeighbourWeight(works.Count);
            }
        }
    }

    /// <summary>The best relatives, the most related first; ties in an order that never changes.</summary>
    public List<(ArticlePlace Place, double Score, IReadOnlyList<ScoreSignal> Signals)> Best(int top) =>
        [.. _found
            .Where(f => !_excluded.Contains(f.Key))
            .Select(f => (Place: f.Key, Signals: f.Value.Signals()))
            .Select(f => (f.Place, Score: f.Signals.Sum(s => s.Contribution), f.Signals))
            .Where(f => f.Score > 0)
            .OrderByDescending(f => f.Score).ThenBy(f => f.Place.Leaf.OrderOf(f.Place.Head))
            .Take(top)];

    /// <summary>A relative's best sections, best first; without any that speaks of the same, its first.</summary>
    public List<RankedSection> Sections(ArticlePlace place)
    {
        var leaf = LeafOf(place);
        var sections = SectionsOf(place)
            .Where(doc => leaf.Text[doc] > 0)
            .OrderByDescending(doc => leaf.Text[doc]).ThenBy(doc => doc)
            .DefaultIfEmpty(place.Head)
            .Select(doc => new RankedSection { Leaf = leaf, Doc = doc, Score = Math.Min(1, leaf.Text[doc] / _self) })
            .ToList();
        return HitAssembler.Shown(sections);
    }

    private Relatedness At(ArticlePlace place)
    {
        if (!_found.TryGetValue(place, out var relatedness))
        {
            _found.Add(place, relatedness = new Relatedness { Text = Math.Min(1, TextOf(place) / _self) });
        }

        return relatedness;
    }

    private void AddTexts()
    {
        var best = new PriorityQueue<ArticlePlace, double>();
        foreach (var leaf in _generation.Leaves)
        {
            for (var doc = 0; doc < leaf.MaxDoc; doc++)
            {
                if (leaf.Live[doc] && (leaf.Heads[doc] == doc || leaf.Heads[doc] == IndexSchema.ReferenceSlot) && TextOf(new ArticlePlace(leaf, doc)) is > 0 and var score)
                {
                    best.Enqueue(new ArticlePlace(leaf, doc), score);
                    if (best.Count > MostByText)
                    {
                        best.Dequeue();
                    }
                }
            }
        }

        foreach (var (place, _) in best.UnorderedItems)
        {
            At(place);
        }
    }

    private void Couple(ReadOnlySpan<int> citing, int self, CitationNetwork network)
    {
        if (citing.Length > MostNeighbours)
        {
            return;
        }

        foreach (var other in citing)
        {
            if (other != self)
            {
                At(network.Places[other]).Coupling += Relatedness.NeighbourWeight(citing.Length);
            }
        }
    }

    private void Cocite(ReadOnlySpan<int> cited, CitationNetwork network)
    {
        if (cited.Length > MostNeighbours)
        {
            return;
        }

        foreach (var other in cited)
        {
            At(network.Places[other]).Cocitation += Relatedness.NeighbourWeight(cited.Length);
        }
    }

    private void AddTags(IReadOnlyList<string> tags)
    {
        var terms = tags.Distinct(StringComparer.Ordinal).Select(tag => new Term(IndexSchema.Facet, FacetFields.Term(FacetNames.Tag, tag))).ToList();
        var idf = terms.ConvertAll(term => (double)Bm25.Idf(_generation.Statistics.ArticleCount, _generation.Reader.DocFreq(term)));
        var sum = Math.Max(idf.Sum(), float.Epsilon);
        foreach (var (i, term) in terms.Index())
        {
            if (_generation.Reader.DocFreq(term) > MostNeighbours)
            {
                continue;
            }

            foreach (var leaf in _generation.Leaves)
            {
                var docs = leaf.Reader.GetTermDocsEnum(term);
                for (var doc = docs?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs!.NextDoc())
                {
                    if (leaf.Live[doc])
                    {
                        At(new ArticlePlace(leaf, doc)).Tags += idf[i] / sum;
                    }
                }
            }
        }
    }

    private LeafScores LeafOf(ArticlePlace place) => _scores.Leaves[_generation.Leaves.Index().First(l => ReferenceEquals(l.Item, place.Leaf)).Index];

    private static IEnumerable<int> SectionsOf(ArticlePlace place) => Enumerable.Range(place.Head, place.Leaf.EndOf(place.Head) - place.Head);

    /// <summary>The mean text score of the best sections of an article, or the text score of a reference.</summary>
    private double TextOf(ArticlePlace place)
    {
        var text = LeafOf(place).Text;
        if (place.Leaf.Heads[place.Head] < 0)
        {
            return text[place.Head];
        }

        Span<float> best = stackalloc float[BestSections];
        best.Clear();
        var sections = place.Leaf.EndOf(place.Head) - place.Head;
        foreach (var doc in SectionsOf(place))
        {
            var at = BestSections;
            while (at > 0 && best[at - 1] < text[doc])
            {
                at--;
            }

            if (at < BestSections)
            {
                best[at..^1].CopyTo(best[(at + 1)..]);
                best[at] = text[doc];
            }
        }

        return (best[0] + best[1] + best[2]) / Math.Min(BestSections, sections);
    }
}
