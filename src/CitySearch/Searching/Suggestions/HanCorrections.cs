using CitySearch.Searching.Scoring;

namespace CitySearch.Searching.Suggestions;

/// <summary>
/// What may have been meant by a run of Chinese characters: names that are typed nearly so, and characters in whose place another, that is
/// read or looks alike, would stand in pairs that the index holds.
/// </summary>
internal sealed class HanCorrections(SearchGeneration generation, SpelledNames words)
{
    // Of a longer run, typed without a single comma, the beginning is read.
    private const int LongestRun = 40;

    // Spots of one run that are looked at.
    private const int MostSpots = 4;

    // How much a name's usefulness counts beside the cost of the errors, and each character that a correction takes in.
    private const float NameGain = 0.3f;
    private const float LengthGain = 0.15f;

    private readonly Dictionary<(char First, char Second), int> _pairs = [];

    /// <summary>Corrections of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="isWhole">Whether the run may be wrong though all its pairs are known: as a whole, by characters of the same sound or shape.</param>
    public IEnumerable<Correction> Of(QueryRun run, bool isWhole)
    {
        var text = run.Text.Length > LongestRun ? run.Text[..LongestRun] : run.Text;
        var unknown = Enumerable.Range(0, Math.Max(0, text.Length - 1)).Where(i => Pair(text[i], text[i + 1]) == 0).Take(MostSpots).ToList();
        if (unknown.Count > 0)
        {
            return ByNames(run, text, unknown).Concat(ByPairs(run, text));
        }

        var near = new List<Correction>();
        if (isWhole)
        {
            AddNear(near, run, 0, text, isSameLength: true);
        }

        return near;
    }

    /// <summary>The dearest errors that a text of a length may have: fewer in a short one, since more would leave nothing of it.</summary>
    private static float LimitOf(int length) => length switch
    {
        2 => 1,
        3 => 2,
        4 => 2.7f,
        _ => 3.2f,
    };

    private List<Correction> ByNames(QueryRun run, string text, List<int> unknown)
    {
        var corrections = new List<Correction>();
        for (var length = 2; length <= Math.Min(text.Length, SpelledNames.Longest); length++)
        {
            if (length == 2 && text.Length > 2)
            {
                continue;
            }

            for (var start = 0; start + length <= text.Length; start++)
            {
                if (unknown.Exists(u => u >= start && u + 1 < start + length))
                {
                    // A character missing or too many is told from another word by its surroundings alone.
                    AddNear(corrections, run, start, text.AsSpan(start, length), isSameLength: length < text.Length && length < 5);
                }
            }
        }

        return corrections;
    }

    private void AddNear(List<Correction> corrections, QueryRun run, int start, ReadOnlySpan<char> typed, bool isSameLength)
    {
        if (typed.Length is < 2 or > SpelledNames.Longest || words.IsName(typed))
        {
            return;
        }

        foreach (var (name, cost) in words.Near(typed, LimitOf(typed.Length), isSameLength))
        {
            // A name inside what was typed is found anyway; one that goes on is for suggestions.
            if (!typed.Contains(name.Key, StringComparison.Ordinal) && !name.Key.AsSpan().Contains(typed, StringComparison.Ordinal))
            {
                corrections.Add(new Correction(run.Starts[start], run.EndOf(start + typed.Length), name.Text, cost - (NameGain * name.Weight) - (LengthGain * typed.Length)));
            }
        }
    }

    /// <summary>A character all of whose pairs are unknown, replaced by one all of whose pairs are known and that stands so in some text.</summary>
    private IEnumerable<Correction> ByPairs(QueryRun run, string text)
    {
        if (text.Length < 3)
        {
            yield break;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if ((i > 0 && Pair(text[i - 1], text[i]) > 0) || (i + 1 < text.Length && Pair(text[i], text[i + 1]) > 0))
            {
                continue;
            }

            foreach (var meant in TypingErrors.MeantBy(text[i]))
            {
                var count = CountOf(text, i, meant);
                if (count > 0)
                {
                    yield return new Correction(
                        run.Starts[i], run.EndOf(i + 1), meant.ToString(), TypingErrors.Substituted(text[i], meant) - (NameGain * MathF.Log(1 + count)) - (3 * LengthGain));
                }
            }
        }
    }

    /// <summary>In how many sections the three characters stand around a place, with another in its place; 0 where a pair of them is unknown.</summary>
    private int CountOf(string text, int at, char meant)
    {
        if ((at > 0 && Pair(text[at - 1], meant) == 0) || (at + 1 < text.Length && Pair(meant, text[at + 1]) == 0))
        {
            return 0;
        }

        var start = Math.Clamp(at - 1, 0, text.Length - 3);
        Span<char> three = [text[start], text[start + 1], text[start + 2]];
        three[at - start] = meant;
        return Phrase(new string(three));
    }

    private int Pair(char first, char second)
    {
        if (!_pairs.TryGetValue((first, second), out var count))
        {
            _pairs.Add((first, second), count = Phrase($"{first}{second}"));
        }

        return count;
    }

    private int Phrase(string text)
    {
        var phrase = generation.Analysis.Phrase(text);
        if (phrase.Count < 2)
        {
            return phrase.Count == 0 ? 0 : generation.Statistics.DocumentFrequency(phrase[0].Term);
        }

        if (phrase.Exists(t => generation.Statistics.DocumentFrequency(t.Term) == 0))
        {
            return 0;
        }

        var clause = new ScoringClause { Name = text, Weight = 1, Coverage = 0, Phrase = phrase };
        return generation.Leaves.Sum(leaf => generation.PostingsOf(leaf, clause).Count);
    }
}
