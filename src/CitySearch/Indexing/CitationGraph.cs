namespace CitySearch.Indexing;

/// <summary>
/// The citation graph of a corpus: an edge from each article to every other article that it names, cites or links to.
/// </summary>
internal sealed class CitationGraph
{
    // Brin and Page (1998), "The anatomy of a large-scale hypertextual Web search engine", section 2.1.1.
    private const double Damping = 0.85;

    // A title that more articles have than this (目录, 通知, 附件) names none of them.
    private const int MostNamesakes = 8;

    // The relative change of any rank at which the rounds end. What is then missing of the limit is at most
    // Damping / (1 - Damping) times as much: far below what Rounded keeps.
    private const double Tolerance = 1e-5;
    private const int MostRounds = 200;

    private readonly Dictionary<ulong, Range> _ranges;
    private readonly int[] _owners;
    private readonly int[] _edgeStarts;
    private readonly int[] _targets;

    /// <summary>The graph of the given nodes, in their order.</summary>
    public CitationGraph(IReadOnlyList<CitationNode> nodes)
    {
        (_ranges, _owners) = Owners(nodes);
        _edgeStarts = new int[nodes.Count + 1];
        var targets = new List<int>();
        var lastNamedBy = new int[nodes.Count];
        Array.Fill(lastNamedBy, -1);
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var key in nodes[i].Named)
            {
                foreach (var owner in NodesOf(key))
                {
                    if (owner != i && lastNamedBy[owner] != i)
                    {
                        lastNamedBy[owner] = i;
                        targets.Add(owner);
                    }
                }
            }

            _edgeStarts[i + 1] = targets.Count;
        }

        _targets = [.. targets];
    }

    /// <summary>The number of edges.</summary>
    public int EdgeCount => _targets.Length;

    /// <summary>The nodes that a node has edges to, by their places.</summary>
    public ReadOnlySpan<int> TargetsOf(int node) => _targets.AsSpan(_edgeStarts[node], _edgeStarts[node + 1] - _edgeStarts[node]);

    /// <summary>The nodes that answer to a key, by their places; none where too many do.</summary>
    public ArraySegment<int> NodesOf(ulong key) => _ranges.TryGetValue(key, out var range) ? new ArraySegment<int>(_owners)[range] : ArraySegment<int>.Empty;

    /// <summary>
    /// A rank as the index keeps it: with 8 significant bits, so at most 0.4% off. Ranks of a whole corpus move a little
    /// with every change of it; kept like this, hardly any needs writing again, and still each is what an index built
    /// anew would have. 1 stays 1.
    /// </summary>
    public static float Rounded(double rank)
    {
        const int Kept = 1 << 16;
        return BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits((float)rank) + (Kept / 2)) & -Kept);
    }

    /// <summary>
    /// Each article's PageRank times the number of articles: 1 is the mean, and what every article has where nothing
    /// cites anything. Articles that cite nothing give their share to all alike.
    /// </summary>
    public double[] PageRank()
    {
        var count = _edgeStarts.Length - 1;
        var rank = new double[count];
        Array.Fill(rank, 1.0);
        if (EdgeCount == 0)
        {
            return rank;
        }

        var next = new double[count];
        for (var round = 0; round < MostRounds; round++)
        {
            Array.Clear(next);
            var dangling = 0.0;
            for (var i = 0; i < count; i++)
            {
                var edges = TargetsOf(i);
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
                change = Math.Max(change, Math.Abs(value - rank[i]) / value);
                rank[i] = value;
            }

            if (change < Tolerance)
            {
                break;
            }
        }

        return rank;
    }

    /// <summary>The nodes that answer to each key: those of a key stand together, from the place that the key leads to.</summary>
    private static (Dictionary<ulong, Range> Ranges, int[] Owners) Owners(IReadOnlyList<CitationNode> nodes)
    {
        var keys = new ulong[nodes.Sum(n => n.Own.Length)];
        var owners = new int[keys.Length];
        var at = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var key in nodes[i].Own)
            {
                keys[at] = key;
                owners[at++] = i;
            }
        }

        Array.Sort(keys, owners);
        var ranges = new Dictionary<ulong, Range>(keys.Length);
        for (int first = 0, end; first < keys.Length; first = end)
        {
            end = first + 1;
            while (end < keys.Length && keys[end] == keys[first])
            {
                end++;
            }

            if (end - first <= MostNamesakes)
            {
                ranges.Add(keys[first], first..end);
            }
        }

        return (ranges, owners);
    }
}
