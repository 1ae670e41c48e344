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

    private readonly int[] _edgeStarts;
    private readonly int[] _targets;

    /// <summary>The graph of the given nodes, in their order.</summary>
    public CitationGraph(IReadOnlyList<CitationNode> nodes)
    {
        var owners = Owners(nodes);
        _edgeStarts = new int[nodes.Count + 1];
        var targets = new List<int>();
        var seen = new HashSet<int>();
        for (var i = 0; i < nodes.Count; i++)
        {
            seen.Clear();
            seen.Add(i);
            foreach (var key in nodes[i].Named)
            {
                foreach (var (_, owner) in Range(owners, key))
                {
                    if (seen.Add(owner))
                    {
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

    /// <summary>Each key with the node that answers to it, by key, then by node.</summary>
    private static (ulong Key, int Node)[] Owners(IReadOnlyList<CitationNode> nodes)
    {
        var owners = new (ulong Key, int Node)[nodes.Sum(n => n.Own.Length)];
        var at = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var key in nodes[i].Own)
            {
                owners[at++] = (key, i);
            }
        }

        Array.Sort(owners);
        return owners;
    }

    private static ReadOnlySpan<(ulong Key, int Node)> Range((ulong Key, int Node)[] owners, ulong key)
    {
        var at = Array.BinarySearch(owners, (key, -1));
        var first = at < 0 ? ~at : at;
        var end = first;
        while (end < owners.Length && owners[end].Key == key)
        {
            if (++end - first > MostNamesakes)
            {
                return [];
            }
        }

        return owners.AsSpan(first, end - first);
    }
}
