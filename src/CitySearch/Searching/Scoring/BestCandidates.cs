namespace CitySearch.Searching.Scoring;

/// <summary>An article or a reference that may be ranked.</summary>
/// <param name="Leaf">Its segment.</param>
/// <param name="Docs">Its found sections, or itself.</param>
/// <param name="Best">The one with the best text score, which has the best score too: sections of an article differ by their texts alone.</param>
/// <param name="Promise">The score of that without title and freshness.</param>
internal readonly record struct Candidate(LeafScores Leaf, ArraySegment<int> Docs, int Best, float Promise);

/// <summary>
/// Keeps the candidates that promise most of those it is given; of equal ones, those that came first. They gather unsorted: when there are
/// twice as many as wanted the lesser half is dropped, and from then on nothing that promises less than the rest is taken.
/// </summary>
/// <param name="most">How many are wanted.</param>
internal sealed class BestCandidates(int most)
{
    private ulong[] _keys = new ulong[Math.Min(2 * (long)most, 512)];
    private Candidate[] _candidates = new Candidate[Math.Min(2 * (long)most, 512)];
    private int _count;

    /// <summary>A promise that is too little to be kept.</summary>
    public float Least { get; private set; } = float.NegativeInfinity;

    /// <summary>Takes a candidate unless it promises too little.</summary>
    public void Add(Candidate candidate)
    {
        if (candidate.Promise <= Least)
        {
            return;
        }

        if (_count == _keys.Length)
        {
            MakeRoom();
        }

        // Their places are in the order in which they came, and stay so when the lesser half is dropped.
        _keys[_count] = (ulong)~Ordered(candidate.Promise) << 32 | (uint)_count;
        _candidates[_count++] = candidate;
    }

    /// <summary>The candidates, best first.</summary>
    public Candidate[] Sorted() => Sorted(Math.Min(_count, most));

    private void MakeRoom()
    {
        if (_count < 2 * (long)most)
        {
            var size = (int)Math.Min(2L * _count, Math.Min(2 * (long)most, Array.MaxLength));
            Array.Resize(ref _keys, size);
            Array.Resize(ref _candidates, size);
            return;
        }

        Sorted(most).CopyTo(_candidates, 0);
        for (_count = 0; _count < most; _count++)
        {
            _keys[_count] = (_keys[_count] & ~(ulong)uint.MaxValue) | (uint)_count;
        }

        Least = _candidates[most - 1].Promise;
    }

    private Candidate[] Sorted(int count)
    {
        Array.Sort(_keys, 0, _count);
        var best = new Candidate[count];
        for (var i = 0; i < count; i++)
        {
            best[i] = _candidates[(uint)_keys[i]];
        }

        return best;
    }

    /// <summary>The bits of a number such that greater numbers have greater bits.</summary>
    private static uint Ordered(float value) => BitConverter.SingleToUInt32Bits(value) is var bits && (int)bits < 0 ? ~bits : bits | 0x80000000;
}
