using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CitySearch.Searching.Scoring;

/// <summary>The postings of a term of many documents: two bytes for every document of the segment, 0 for one that does not hold it.</summary>
internal sealed class DensePostings : Postings
{
    private readonly ushort[] _steps;

    public DensePostings(ReadOnlySpan<int> docs, ReadOnlySpan<float> impacts, int maxDoc)
    {
        Count = docs.Length;
        _steps = new ushort[maxDoc];
        for (var i = 0; i < docs.Length; i++)
        {
            _steps[docs[i]] = Steps(impacts[i]);
        }
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <inheritdoc/>
    public override long Bytes => 100 + (2L * _steps.Length);

    /// <inheritdoc/>
    public override int[] Documents()
    {
        var docs = new int[Count];
        for (int doc = 0, i = 0; i < docs.Length; doc++)
        {
            docs[i] = doc;
            i += _steps[doc] > 0 ? 1 : 0;
        }

        return docs;
    }

    /// <inheritdoc/>
    public override void AddTo(Span<float> text, float weight)
    {
        var step = weight * Step;
        var doc = 0;
        ref var scores = ref MemoryMarshal.GetReference(text[.._steps.Length]);
        ref var steps = ref MemoryMarshal.GetArrayDataReference(_steps);
        var vector = Vector256.Create(step);
        for (; doc <= _steps.Length - Vector256<ushort>.Count; doc += Vector256<ushort>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref steps, (nuint)doc));
            var next = (nuint)(doc + Vector256<float>.Count);
            (Vector256.LoadUnsafe(ref scores, (nuint)doc) + (Vector256.ConvertToSingle(low.AsInt32()) * vector)).StoreUnsafe(ref scores, (nuint)doc);
            (Vector256.LoadUnsafe(ref scores, next) + (Vector256.ConvertToSingle(high.AsInt32()) * vector)).StoreUnsafe(ref scores, next);
        }

        for (; doc < _steps.Length; doc++)
        {
            text[doc] += step * _steps[doc];
        }
    }

    /// <inheritdoc/>
    public override void AddTo(Span<float> text, Span<float> coverage, float weight, float gain)
    {
        AddTo(text, weight);
        var doc = 0;
        ref var covered = ref MemoryMarshal.GetReference(coverage[.._steps.Length]);
        ref var steps = ref MemoryMarshal.GetArrayDataReference(_steps);
        var vector = Vector256.Create(gain);
        for (; doc <= _steps.Length - Vector256<ushort>.Count; doc += Vector256<ushort>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref steps, (nuint)doc));
            var next = (nuint)(doc + Vector256<float>.Count);
            (Vector256.LoadUnsafe(ref covered, (nuint)doc) + (Vector256.GreaterThan(low.AsInt32(), default).AsSingle() & vector)).StoreUnsafe(ref covered, (nuint)doc);
            (Vector256.LoadUnsafe(ref covered, next) + (Vector256.GreaterThan(high.AsInt32(), default).AsSingle() & vector)).StoreUnsafe(ref covered, next);
        }

        for (; doc < _steps.Length; doc++)
        {
            coverage[doc] += _steps[doc] > 0 ? gain : 0;
        }
    }

    /// <inheritdoc/>
    protected override int StepsOf(int doc) => _steps[doc];
}
