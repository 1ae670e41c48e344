using CitySearch.Concepts;

namespace CitySearch.Searching.Suggestions;

/// <summary>
/// Keeps the names of the newest generation that was asked for. They are collected when first asked for after a commit, or after an
/// edit of the thesaurus: a host that is only searched never pays for them.
/// </summary>
internal sealed class NameIndexes
{
    // Up to here collecting takes a few hundredths of a second. Beyond it a newer generation is collected beside the answers.
    private const int QuicklyCollected = 20_000;

    private readonly Lock _building = new();
    private volatile Kept? _kept;
    private Task _collecting = Task.CompletedTask;

    /// <summary>
    /// The names of a generation and a thesaurus. Where there are very many, those of the generation before, until the new ones are
    /// collected.
    /// </summary>
    public NameIndex Of(SearchGeneration generation, Thesaurus thesaurus)
    {
        var kept = _kept;
        if (kept is not null && kept.IsOf(generation, thesaurus))
        {
            return kept.Index;
        }

        lock (_building)
        {
            kept = _kept;
            if (kept is null || (!kept.IsOf(generation, thesaurus) && kept.Index.Names.Count <= QuicklyCollected))
            {
                _kept = kept = Collect(generation, thesaurus);
            }
            else
            {
                CollectBesideUnlessRunning(generation, thesaurus);
            }

            return kept.Index;
        }
    }

    /// <summary>
    /// The names of a generation and a thesaurus; right after a commit those of the generation before, until the new ones are collected
    /// beside the answers. For searches, which need names only to say what else may have been meant.
    /// </summary>
    public NameIndex Lately(SearchGeneration generation, Thesaurus thesaurus)
    {
        if (_kept is not { } kept)
        {
            return Of(generation, thesaurus);
        }

        if (!kept.IsOf(generation, thesaurus))
        {
            lock (_building)
            {
                CollectBesideUnlessRunning(generation, thesaurus);
            }
        }

        return kept.Index;
    }

    private void CollectBesideUnlessRunning(SearchGeneration generation, Thesaurus thesaurus)
    {
        if (_kept?.IsOf(generation, thesaurus) != true && _collecting.IsCompleted && generation.Reader.TryIncRef())
        {
            _collecting = Task.Run(() => CollectBeside(generation, thesaurus));
        }
    }

    private static Kept Collect(SearchGeneration generation, Thesaurus thesaurus) =>
        new(new WeakReference<SearchGeneration>(generation), thesaurus, new NameIndex(new NameCollector(generation, thesaurus).Collect(), thesaurus));

    private void CollectBeside(SearchGeneration generation, Thesaurus thesaurus)
    {
        try
        {
            _kept = Collect(generation, thesaurus);
        }
        finally
        {
            generation.Reader.DecRef();
        }
    }

    /// <summary>Names, and what they are of; a generation that nobody uses any more is not kept alive for it.</summary>
    private sealed record Kept(WeakReference<SearchGeneration> Generation, Thesaurus Thesaurus, NameIndex Index)
    {
        public bool IsOf(SearchGeneration generation, Thesaurus thesaurus) =>
            Generation.TryGetTarget(out var own) && ReferenceEquals(own, generation) && ReferenceEquals(Thesaurus, thesaurus);
    }
}
