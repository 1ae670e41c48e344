namespace CitySearch.Indexing;

/// <summary>
/// The citation graph of a corpus: an edge from each article to every other article that it names, cites or links to.
/// </summary>
internal sealed class CitationGraph
{
    // Brin and Page (1998), "The anatomy of a large-scale hypertextual Web search engine", section 2.1.1.
    private const double Damping = 0.85;

    // Well below what a rank could show: a further round changes no article's prior by a thousandth.
    private const double Tolerance = 1e-6;
    private const int MostRounds = 100;

    private readonly int[] _edgeStarts;
    private readonly int[] _targets;

    /// <summary>The graph of the given nodes, in their order.</summary>
    public CitationGraph(IReadOnlyList<CitationNode> nodes)
    {
        var owners = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var key in nodes[i].Own)
            {
                (owners.TryGetValue(key, out var list) ? list : owners[key] = []).Add(i);
            }
        }

        _edgeStarts = new int[nodes.Count + 1];
        var targets = new List<int>();
        var seen = new HashSet<int>();
        for (var i = 0; i < nodes.Count; i++)
        {
            seen.Clear();
            seen.Add(i);
            foreach (var key in nodes[i].Named)
            {
                if (owners.TryGetValue(key, out var named))
                {
                    targets.AddRange(named.Where(seen.Add));
                }
            }

            _edgeStarts[i + 1] = targets.Count;
        }

        _targets = [.. targets];
    }

    /// <summary>The number of edges.</summary>
    public int EdgeCount => _targets.Length;

    /// <summary>
    /// Each article's PageRank times the number of articles: 1 is the mean, and what every article has where nothing
    /// cites anything. Articles that cite nothing give their share to all alike.
    /// </summary>
    public float[] PageRank()
    {
        var count = _edgeStarts.Length - 1;
        var rank = new double[count];
        Array.Fill(rank, 1.0);
        if (EdgeCount == 0)
        {
            return Array.ConvertAll(rank, r => (float)r);
        }

        var next = new double[count];
        for (var round = 0; round < MostRounds; round++)
        {
            Array.Clear(next);
            var dangling = 0.0;
            for (var i = 0; i < count; i++)
            {
                var edges = _targets.AsSpan(_edgeStarts[i], _edgeStarts[i + 1] - _edgeStarts[i]);
                if (edges.IsEmpty)
                {
                    dangling += rank[i];
                    continue;
                }

                var share = rank[i] / edges.Length;
                foreach (var target in edges)
                {
                    next[target] += share;
                }
            }

            var change = 0.0;
            for (var i = 0; i < count; i++)
            {
                var value = 1 - Damping + (Damping * (next[i] + (dangling / count)));
                change += Math.Abs(value - rank[i]);
                rank[i] = value;
            }

            if (change < Tolerance * count)
            {
                break;
            }
        }

        return Array.ConvertAll(rank, r => (float)r);
    }
}
