namespace CitySearch.Snippets;

/// <summary>A passage: whole pieces of a text.</summary>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Passage(int Start, int End);

/// <summary>
/// Chooses among the passages that can be made of a text's pieces. A passage is worth the weights of the different
/// terms in it that no better one has, more when it begins and ends well and is not a mere fragment.
/// </summary>
internal sealed class PassageChoice
{
    // What a further passage must add, as a share of what the best one has.
    private const float LeastGain = 0.2f;

    // What a term is worth that a better passage already shows, and what each time it stands again in a passage; below
    // LeastGain, so that no passage is shown for these alone.
    private const float Shown = 0.1f;
    private const float Again = 0.02f;

    // A passage below this length lacks context.
    private const int EnoughContext = 80;
    private const float FragmentWorth = 0.8f;

    private readonly int _length;
    private readonly int _longest;
    private readonly List<Piece> _pieces;
    private readonly List<TextMatch> _matches;
    private readonly bool[] _covered;
    private readonly int[] _seen;
    private int _round;

    /// <summary>Prepares the choice.</summary>
    /// <param name="pieces">The pieces of the text.</param>
    /// <param name="matches">What matches in it.</param>
    /// <param name="terms">How many terms are numbered.</param>
    /// <param name="length">
    /// About how long a passage is, in UTF-16 units; a quarter more when it then ends where a sentence ends. Only a piece that cannot
    /// be cut may be longer.
    /// </param>
    public PassageChoice(List<Piece> pieces, List<TextMatch> matches, int terms, int length)
    {
        _length = length;
        _longest = length + (length / 4);
        _pieces = pieces;
        _matches = matches;
        _covered = new bool[terms];
        _seen = new int[terms];
    }

    /// <summary>The best passages in reading order, not overlapping. Without any match, the beginning of the text.</summary>
    public List<Passage> Passages()
    {
        var chosen = new List<Passage>();
        var first = 0f;
        while (chosen.Count < SnippetMaker.MostPassages)
        {
            var (passage, gain) = Best(chosen);
            if (gain <= 0 || gain < LeastGain * first)
            {
                break;
            }

            first = Math.Max(first, gain);
            var at = chosen.Count;
            while (at > 0 && chosen[at - 1].Start > passage.Start)
            {
                at--;
            }

            chosen.Insert(at, passage);
            Cover(passage);
        }

        if (chosen.Count == 0)
        {
            chosen.Add(From(0, 0, isBeginning: true).Passage);
        }

        return chosen;
    }

    private static float Start(Break kind) => kind switch
    {
        Break.Sentence => 1f,
        Break.Clause => 0.9f,
        Break.Pause => 0.75f,
        _ => 0.6f,
    };

    private static float End(Break kind) => kind switch
    {
        Break.Sentence => 1f,
        Break.Clause => 0.93f,
        Break.Pause => 0.85f,
        _ => 0.8f,
    };

    private static float Context(int length) => FragmentWorth + ((1 - FragmentWorth) * Math.Min(1f, (float)length / EnoughContext));

    /// <summary>The best passage beside those chosen; of equal ones the one that starts last, so that what matched stands early in it.</summary>
    private (Passage Passage, float Gain) Best(List<Passage> chosen)
    {
        var best = (Passage: default(Passage), Gain: 0f);
        var match = 0;
        for (var i = 0; i < _pieces.Count; i++)
        {
            while (match < _matches.Count && _matches[match].Start < _pieces[i].Start)
            {
                match++;
            }

            // Only a passage that reaches a match can be worth anything.
            if (match == _matches.Count)
            {
                break;
            }

            if (_matches[match].Start - _pieces[i].Start < _longest || _matches[match].Start < _pieces[i].End)
            {
                var candidate = From(i, match, isBeginning: false, chosen);
                best = candidate.Gain > 0 && candidate.Gain >= best.Gain ? candidate : best;
            }
        }

        return best;
    }

    /// <summary>The best passage from a piece on.</summary>
    private (Passage Passage, float Gain) From(int first, int match, bool isBeginning, List<Passage>? chosen = null)
    {
        _round++;
        var start = _pieces[first].Start;
        var best = (Passage: default(Passage), Gain: 0f);
        var coverage = isBeginning ? 1f : 0f;
        for (var last = first; last < _pieces.Count; last++)
        {
            var end = _pieces[last].End;
            var length = end - start;
            if (last > first && length > _longest)
            {
                break;
            }

            if (chosen is not null && Overlaps(chosen, start, end))
            {
                break;
            }

            // Matches are in the order of their starts, so those that end in this piece or begin in it come next.
            for (; match < _matches.Count && _matches[match].Start < end; match++)
            {
                coverage += Worth(match);
            }

            if (last > first && length > _length && _pieces[last].After != Break.Sentence)
            {
                continue;
            }

            var gain = coverage * Start(_pieces[first].Before) * End(_pieces[last].After) * Context(length);
            if (gain > best.Gain)
            {
                best = (new Passage(start, end), gain);
            }
        }

        return best;
    }

    private static bool Overlaps(List<Passage> chosen, int start, int end)
    {
        foreach (var passage in chosen)
        {
            if (start < passage.End && passage.Start < end)
            {
                return true;
            }
        }

        return false;
    }

    private float Worth(int match)
    {
        var term = _matches[match].Term;
        var worth = _seen[term] != _round ? (_covered[term] ? Shown : 1) : _covered[term] ? 0 : Again;
        if (_matches[match].Weight > 0)
        {
            _seen[term] = _round;
        }

        return _matches[match].Weight * worth;
    }

    private void Cover(Passage passage)
    {
        for (var i = 0; i < _matches.Count; i++)
        {
            if (_matches[i].Start >= passage.Start && _matches[i].Start < passage.End)
            {
                _covered[_matches[i].Term] = true;
            }
        }
    }
}
