namespace CitySearch.Searching.Suggestions;

/// <summary>Keeps the best of the names found, each name once.</summary>
/// <param name="capacity">How many to keep.</param>
internal sealed class BestFindings(int capacity)
{
    private readonly List<NameFinding> _findings = new(capacity + 1);

    /// <summary>Whether a name of at most this score could still be among the best.</summary>
    public bool Takes(float score) => _findings.Count < capacity || score > _findings[^1].Score;

    /// <summary>Adds a name, unless it is there already with a better score.</summary>
    public void Add(NameFinding finding)
    {
        var same = _findings.FindIndex(f => ReferenceEquals(f.Name, finding.Name));
        if (same >= 0)
        {
            if (_findings[same].Score >= finding.Score)
            {
                return;
            }

            _findings.RemoveAt(same);
        }

        var at = _findings.FindIndex(f => Compare(finding, f) < 0);
        _findings.Insert(at < 0 ? _findings.Count : at, finding);
        if (_findings.Count > capacity)
        {
            _findings.RemoveAt(capacity);
        }
    }

    /// <summary>The best, each text once.</summary>
    public List<NameFinding> Take(int top) => [.. _findings.DistinctBy(f => f.Name.Text).Take(top)];

    private static int Compare(NameFinding a, NameFinding b) =>
        a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Name.Key, b.Name.Key);
}
