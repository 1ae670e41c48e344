using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CitySearch.Searching.Scoring;

/// <summary>The postings of a term of few documents: four bytes each, the document within a block of 65,536 and its impact.</summary>
internal sealed class SparsePostings : Postings
{
    private const int BlockBits = 16;

    // The document in the lower half, the steps of its impact in the upper one.
    private readonly uint[] _entries;

    // Where the postings of each block begin, and where those of the last one end.
    private readonly int[] _begins;

    public SparsePostings(ReadOnlySpan<int> docs, ReadOnlySpan<float> impacts)
    {
        _entries = new uint[docs.Length];
        _begins = new int[(docs.IsEmpty ? 0 : (docs[^1] >> BlockBits) + 1) + 1];
        for (var i = 0; i < docs.Length; i++)
        {
            _entries[i] = ((uint)Steps(impacts[i]) << BlockBits) | (ushort)docs[i];
            _begins[(docs[i] >> BlockBits) + 1] = i + 1;
        }

        // A block without documents begins where the one before it ends.
        for (var block = 1; block < _begins.Length; block++)
        {
            _begins[block] = Math.Max(_begins[block], _begins[block - 1]);
        }
    }

    /// <inheritdoc/>
    public override int Count => _entries.Length;

    /// <inheritdoc/>
    public override long Bytes => 100 + (4L * (_entries.Length + _begins.Length));

    /// <inheritdoc/>
    public override int[] Documents()
    {
        var docs = new int[Count];
        for (var block = 0; block < _begins.Length - 1; block++)
        {
            for (var i = _begins[block]; i < _begins[block + 1]; i++)
            {
                docs[i] = (block << BlockBits) | (ushort)_entries[i];
            }
        }

        return docs;
    }

    // The documents are those of a segment for all of which there is room: the unchecked access is what makes a posting cost a nanosecond.

    /// <inheritdoc/>
    public override void AddTo(Span<float> text, float weight)
    {
        var step = weight * Step;
        for (var block = 0; block < _begins.Length - 1; block++)
        {
            ref var score = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), block << BlockBits);
            foreach (var entry in _entries.AsSpan(_begins[block], _begins[block + 1] - _begins[block]))
            {
                Unsafe.Add(ref score, (nint)(ushort)entry) += step * (int)(entry >> BlockBits);
            }
        }
    }

    /// <inheritdoc/>
    public override void AddTo(Span<float> text, Span<float> coverage, float weight, float gain)
    {
        var step = weight * Step;
        for (var block = 0; block < _begins.Length - 1; block++)
        {
            ref var score = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), block << BlockBits);
            ref var covered = ref Unsafe.Add(ref MemoryMarshal.GetReference(coverage), block << BlockBits);
            foreach (var entry in _entries.AsSpan(_begins[block], _begins[block + 1] - _begins[block]))
            {
                Unsafe.Add(ref score, (nint)(ushort)entry) += step * (int)(entry >> BlockBits);
                Unsafe.Add(ref covered, (nint)(ushort)entry) += gain;
            }
        }
    }

    /// <inheritdoc/>
    protected override int StepsOf(int doc)
    {
        var block = doc >> BlockBits;
        if (block >= _begins.Length - 1)
        {
            return 0;
        }

        var (low, high) = (_begins[block], _begins[block + 1]);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = (ushort)_entries[middle] < (ushort)doc ? (middle + 1, high) : (low, middle);
        }

        return low < _begins[block + 1] && (ushort)_entries[low] == (ushort)doc ? (int)(_entries[low] >> BlockBits) : 0;
    }
}
