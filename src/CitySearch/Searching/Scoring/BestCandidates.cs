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
    private uint _given;

    /// <summary>A promise that is too little to be kept.</summary>
    public float Least { get; private set; } = float.NegativeInfinity;

    /// <summary>Counts a candidate that need not be looked at, because it promises no more than <see cref="Least"/>.</summary>
    public void Skip() => _given++;

    /// <summary>Takes a candidate unless it promises too little.</summary>
    public void Add(Candidate candidate)
    {
        var given = _given++;
        if (candidate.Promise <= Least)
        {
            return;
        }

        if (_count == _keys.Length)
        {
            MakeRoom();
        }

        _keys[_count] = (ulong)~Ordered(candidate.Promise) << 32 | given;
        _candidates[_count++] = candidate;
    }

    /// <summary>The candidates, best first.</summary>
    public Candidate[] Sorted()
    {
        Sort();
        return _candidates[..Math.Min(_count, most)];
    }

    private void MakeRoom()
    {
        if (_count < 2 * (long)most)
        {
            var size = (int)Math.Min(2L * _count, Math.Min(2 * (long)most, Array.MaxLength));
            Array.Resize(ref _keys, size);
            Array.Resize(ref _candidates, size);
            return;
        }

        Sort();
        _count = most;
        Least = _candidates[most - 1].Promise;
    }

    private void Sort() => Array.Sort(_keys, _candidates, 0, _count);

    /// <summary>The bits of a number such that greater numbers have greater bits.</summary>
    private static uint Ordered(float value) => BitConverter.SingleToUInt32Bits(value) is var bits && (int)bits < 0 ? ~bits : bits | 0x80000000;
}
