using CitySearch.Corpus;
using CitySearch.Indexing;
using CitySearch.Searching.Scoring;
using Lucene.Net.Util;

namespace CitySearch.Searching.Materials;

/// <summary>
/// The citation graph of one generation, to be asked in both directions. Made when first asked for: it reads every article's
/// node, a fraction of a second for a hundred thousand articles.
/// </summary>
internal sealed class CitationNetwork
{
    private readonly CitationGraph _graph;
    private readonly int[] _sourceStarts;
    private readonly int[] _sources;
    private readonly Dictionary<(object Segment, int Head), int> _numbers;

    /// <summary>The network of the articles of some segments.</summary>
    public CitationNetwork(IReadOnlyList<LeafColumns> leaves)
    {
        var places = new List<ArticlePlace>();
        var nodes = new List<CitationNode>();
        var bytes = new BytesRef();
        foreach (var leaf in leaves)
        {
            var stored = leaf.Reader.GetBinaryDocValues(IndexSchema.Node);
            for (var doc = 0; doc < leaf.MaxDoc; doc++)
            {
                if (leaf.Heads[doc] == doc && leaf.Live[doc])
                {
                    stored.Get(doc, bytes);
                    places.Add(new ArticlePlace(leaf, doc));
                    nodes.Add(CitationNode.FromBytes(bytes));
                }
            }
        }

        Places = places;
        _numbers = new Dictionary<(object Segment, int Head), int>(places.Count);
        for (var i = 0; i < places.Count; i++)
        {
            _numbers.Add((places[i].Leaf.CoreKey, places[i].Head), i);
        }

        _graph = new CitationGraph(nodes);
        (_sourceStarts, _sources) = Reversed(_graph, nodes.Count);
    }

    /// <summary>The articles; elsewhere here they are numbers of this list.</summary>
    public IReadOnlyList<ArticlePlace> Places { get; }

    /// <summary>The number of an article.</summary>
    public int NumberOf(ArticlePlace place) => _numbers[(place.Leaf.CoreKey, place.Head)];

    /// <summary>The articles that an article names, cites or links to.</summary>
    public ReadOnlySpan<int> CitedFrom(int article) => _graph.TargetsOf(article);

    /// <summary>The articles that name, cite or link to an article, ascending.</summary>
    public ReadOnlySpan<int> Citing(int article) => _sources.AsSpan(_sourceStarts[article], _sourceStarts[article + 1] - _sourceStarts[article]);

    /// <summary>The articles that are a cited work themselves, by its title or its address, ascending.</summary>
    /// <param name="reference">The work.</param>
    /// <param name="from">The path of the article that cites it, from which its address may be relative.</param>
    public IReadOnlyList<int> ArticlesThatAre(Reference reference, string from) =>
        [.. CitationNode.KeysOf(reference, from).SelectMany(key => _graph.NodesOf(key)).Distinct().Order()];

    private static (int[] Starts, int[] Sources) Reversed(CitationGraph graph, int count)
    {
        var starts = new int[count + 1];
        for (var i = 0; i < count; i++)
        {
            foreach (var target in graph.TargetsOf(i))
            {
                starts[target + 1]++;
            }
        }

        for (var i = 0; i < count; i++)
        {
            starts[i + 1] += starts[i];
        }

        var sources = new int[graph.EdgeCount];
        var next = starts.AsSpan(0, count).ToArray();
        for (var i = 0; i < count; i++)
        {
            foreach (var target in graph.TargetsOf(i))
            {
                sources[next[target]++] = i;
            }
        }

        return (starts, sources);
    }
}

/// <summary>Where an article, or a reference, stands in a generation.</summary>
/// <param name="Leaf">The segment.</param>
/// <param name="Head">The article's head, or the reference's document.</param>
internal readonly record struct ArticlePlace(LeafColumns Leaf, int Head);
