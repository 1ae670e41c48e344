using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CitySearch.Searching.Scoring;

/// <summary>The text scores of one segment's documents while a query is answered.</summary>
internal sealed class LeafScores : IDisposable
{
    // Arrays of small segments are not worth a pool, which a command that answers one query would set up for them.
    private const int SmallSegment = 4096;

    private readonly bool _isRented;
    private readonly float[] _text;
    private readonly float[] _coverage;
    private readonly List<int[]> _rented = [];

    public LeafScores(LeafColumns leaf)
    {
        Leaf = leaf;
        _isRented = leaf.MaxDoc > SmallSegment;
        _text = Zeros(leaf.MaxDoc);
        _coverage = Zeros(leaf.MaxDoc);
    }

    /// <summary>The segment.</summary>
    public LeafColumns Leaf { get; }

    /// <summary>Each document's score; 0 for one that nothing matched or that is deleted.</summary>
    public ReadOnlySpan<float> Text => _text.AsSpan(0, Leaf.MaxDoc);

    /// <summary>For each document, the summed weights of the reasons to be a hit that it holds.</summary>
    public ReadOnlySpan<float> Coverage => _coverage.AsSpan(0, Leaf.MaxDoc);

    /// <summary>Room for numbers of documents, which lasts as long as the scores.</summary>
    public int[] RoomForDocuments()
    {
        var documents = ArrayPool<int>.Shared.Rent(Leaf.MaxDoc);
        _rented.Add(documents);
        return documents;
    }

    /// <summary>Adds a clause's postings.</summary>
    public void Add(ScoringClause clause, Postings postings)
    {
        if (clause.Coverage > 0)
        {
            postings.AddTo(_text, _coverage, clause.Weight, clause.Coverage);
        }
        else
        {
            postings.AddTo(_text, clause.Weight);
        }
    }

    /// <summary>Adds the postings of sections that a clause's term is about.</summary>
    public void AddAbout(ScoringClause clause, Postings postings, float weight) =>
        postings.AddTo(_text, _coverage, weight * clause.Weight, weight * clause.Coverage);

    /// <summary>Takes away deleted documents.</summary>
    public void KeepLive()
    {
        foreach (var doc in Leaf.Deleted)
        {
            _text[doc] = 0;
            _coverage[doc] = 0;
        }
    }

    /// <summary>The greatest of some values, none of which is negative.</summary>
    public static float Max(ReadOnlySpan<float> values)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        var greatest = Vector<float>.Zero;
        foreach (var vector in vectors)
        {
            greatest = Vector.Max(greatest, vector);
        }

        var max = 0f;
        for (var i = 0; i < Vector<float>.Count; i++)
        {
            max = Math.Max(max, greatest[i]);
        }

        for (var i = vectors.Length * Vector<float>.Count; i < values.Length; i++)
        {
            max = Math.Max(max, values[i]);
        }

        return max;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isRented)
        {
            ArrayPool<float>.Shared.Return(_text);
            ArrayPool<float>.Shared.Return(_coverage);
        }

        _rented.ForEach(documents => ArrayPool<int>.Shared.Return(documents));
    }

    private float[] Zeros(int length)
    {
        if (!_isRented)
        {
            return new float[length];
        }

        var zeros = ArrayPool<float>.Shared.Rent(length);
        zeros.AsSpan(0, length).Clear();
        return zeros;
    }
}
