namespace CitySearch.Corpus.References;

/// <summary>
/// Tells which references are the same work.
/// </summary>
/// <remarks>
/// <para>
/// Two references are the same work when their document numbers are equal, or their standard numbers with the year,
/// however their titles are worded. Otherwise they need one thing in common (title, standard number, address, or the
/// whole text where nothing could be parsed) and nothing that contradicts: other numbers, other authors, dates that
/// differ in what both say. Titles are compared by their letters: without width, case, script and punctuation, without
/// the agency before 关于, and without 关于印发…的通知. GB/T 33356-2016 and GB/T 33356-2022 are different works.
/// </para>
/// <para>
/// What is vaguer than others (no year, no author, the year alone) joins the one work that it fits; where it fits several,
/// it stays apart, for nothing says which is meant. GB/T 33356 joins GB/T 33356-2022 as long as no other year is cited.
/// </para>
/// <para>
/// Known limits: a title that is worded otherwise and has no number stays apart; an author's pen name and an agency's short
/// name are other names; two editions of a book are two works; an address joins only where it is a page's, not a site's.
/// </para>
/// </remarks>
internal static class WorkIdentity
{
    /// <summary>
    /// The keys of a reference. References that may be the same work share a key, or are connected by others that do: a
    /// document's number alone and its title alone meet in an entry that has both. All that are connected form one group
    /// and must be clustered together.
    /// </summary>
    public static IReadOnlyList<string> Keys(Reference reference) => [.. new WorkFacts(reference).Keys()];

    /// <summary>
    /// Sorts references into works. The result depends on the references alone, not on their order, and for connected groups
    /// (see <see cref="Keys"/>) it is the same whether they are clustered together or each for itself.
    /// </summary>
    /// <returns>The works, each as ascending indexes into the list.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Cluster(IReadOnlyList<Reference> references)
    {
        // What cannot be told apart is one; the rest find their work in an order that follows from what they say.
        var distinct = new Dictionary<string, (WorkFacts Facts, List<int> Indexes)>(StringComparer.Ordinal);
        for (var i = 0; i < references.Count; i++)
        {
            var facts = new WorkFacts(references[i]);
            var signature = facts.Signature();
            if (!distinct.TryGetValue(signature, out var same))
            {
                distinct.Add(signature, same = (facts, []));
            }

            same.Indexes.Add(i);
        }

        var works = new List<Work>();
        foreach (var (_, (facts, indexes)) in distinct.OrderByDescending(d => d.Value.Facts.Weight()).ThenBy(d => d.Key, StringComparer.Ordinal))
        {
            var work = Find(works, facts);
            if (work is null)
            {
                works.Add(work = new Work([], []));
            }

            work.Facts.Add(facts);
            work.Indexes.AddRange(indexes);
        }

        return Joined(works, references);
    }

    /// <summary>
    /// One record for a work: the fullest, completed from the others. Its text stays as it is; volume, issue and pages are
    /// taken over only along with their source, and so is a date that makes the record's own more precise.
    /// </summary>
    /// <param name="references">The references of one work, at least one, in any order.</param>
    public static Reference Merge(IReadOnlyList<Reference> references) => WorkMerge.Merge(references);

    /// <summary>
    /// The id of a work: 16 letters and digits, the same for the same references in every index. A work with a number keeps
    /// its id whatever else becomes known of it.
    /// </summary>
    /// <param name="merged">The work's record.</param>
    public static string Id(Reference merged)
    {
        var facts = new WorkFacts(merged);
        return WorkFacts.Digest(
            facts.StandardKey is not null ? $"s:{facts.StandardKey}-{facts.StandardYear}"
            : facts.DocumentKey is not null ? $"d:{facts.DocumentKey}"
            : $"f:{facts.Signature()}");
    }

    /// <summary>The work that a reference belongs to: the one of its number, or else the only one that fits.</summary>
    private static Work? Find(List<Work> works, WorkFacts facts)
    {
        if (works.Find(work => work.Facts.Exists(facts.IsSurely)) is { } sure)
        {
            return sure;
        }

        var fitting = works.FindAll(work => work.Facts.Exists(facts.IsLike) && !work.Facts.Exists(facts.Contradicts));
        return fitting.Count == 1 ? fitting[0] : null;
    }

    // Works whose records have come to say the same are one: no two have the same id.
    private static List<IReadOnlyList<int>> Joined(List<Work> works, IReadOnlyList<Reference> references)
    {
        while (true)
        {
            var byId = works.GroupBy(work => Id(Merge([.. work.Indexes.Select(i => references[i])])), StringComparer.Ordinal).ToList();
            if (byId.Count == works.Count)
            {
                return works.ConvertAll(work => (IReadOnlyList<int>)[.. work.Indexes.Order()]);
            }

            works = byId.ConvertAll(same => new Work([.. same.SelectMany(work => work.Facts)], [.. same.SelectMany(work => work.Indexes)]));
        }
    }

    private sealed record Work(List<WorkFacts> Facts, List<int> Indexes);
}
