using System.Numerics;
using System.Text;
using CitySearch.Searching.Language;
using CitySearch.Text;

namespace CitySearch.Searching.Suggestions;

/// <summary>
/// The names of a generation as the words that a query may have meant, by their length. Names that are near a text are found by going
/// through all of its length: a mask of the sounds of each leaves few to be compared, and a hundred thousand masks take a millisecond,
/// where tables of deletions would take more memory than the index.
/// </summary>
internal sealed class SpelledNames
{
    /// <summary>The characters of the longest name that is a word to be meant.</summary>
    public const int Longest = 12;

    private const int Shortest = 2;
    private const int MostNames = 50_000;

    private readonly List<(SuggestedName Name, Sounds Sounds)>[] _byLength = new List<(SuggestedName, Sounds)>[Longest + 1];
    private readonly List<(SuggestedName Name, string Pinyin)> _byPinyin = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>Takes the names that are words.</summary>
    public SpelledNames(NameIndex names)
    {
        for (var length = 0; length <= Longest; length++)
        {
            _byLength[length] = [];
        }

        foreach (var name in names.Names)
        {
            _keys.Add(name.Key);
        }

        foreach (var name in names.Names.Where(n => n.IsShown && n.Key.Length is >= Shortest and <= Longest && n.Key.Length == n.Text.Length).Take(MostNames))
        {
            _byLength[name.Key.Length].Add((name, Sounds.Of(name.Key)));
            if (Pinyin(name.Key) is { } pinyin)
            {
                _byPinyin.Add((name, pinyin));
            }
        }
    }

    /// <summary>Whether a text is a name as it stands; one that is understood and never shown, too.</summary>
    /// <param name="typed">The text, folded.</param>
    public bool IsName(ReadOnlySpan<char> typed) => _keys.GetAlternateLookup<ReadOnlySpan<char>>().Contains(typed);

    /// <summary>The names that cost at most so much to have been typed as a text, with the cost.</summary>
    /// <param name="typed">The text, folded.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="isSameLength">Whether nothing may be missing or too much.</param>
    public List<(SuggestedName Name, float Cost)> Near(ReadOnlySpan<char> typed, float limit, bool isSameLength)
    {
        var near = new List<(SuggestedName, float)>();
        var sounds = Sounds.Of(typed);
        var more = isSameLength ? 0 : 1;

        var strange = (int)(limit / TypingErrors.LeastOfOtherSound);
        for (var length = Math.Max(Shortest, typed.Length - more); length <= Math.Min(Longest, typed.Length + more); length++)
        {
            foreach (var (name, own) in _byLength[length])
            {
                if (own.StrangeTo(sounds) <= strange && sounds.StrangeTo(own) <= strange
                    && TypingErrors.Cost(typed, name.Key, limit) is var cost && cost <= limit)
                {
                    near.Add((name, cost));
                }
            }
        }

        return near;
    }

    /// <summary>The names whose pinyin is a few letters from what was typed, with the number of letters.</summary>
    /// <param name="letters">The letters typed.</param>
    /// <param name="most">How many letters may be wrong, missing, too many or swapped.</param>
    public IEnumerable<(SuggestedName Name, int Errors)> NearPinyin(string letters, int most)
    {
        foreach (var (name, pinyin) in _byPinyin)
        {
            if (Math.Abs(pinyin.Length - letters.Length) <= most && EditDistance.Of(letters, pinyin, most) is var errors && errors <= most)
            {
                yield return (name, errors);
            }
        }
    }

    /// <summary>The pinyin of a name of Chinese characters alone; <see langword="null"/> for another.</summary>
    private static string? Pinyin(string key)
    {
        var pinyin = new StringBuilder();
        foreach (var c in key)
        {
            if (PinyinTable.Current.Readings(c) is not [var first, ..])
            {
                return null;
            }

            pinyin.Append(first);
        }

        return pinyin.ToString();
    }

    /// <summary>The sounds of a text's characters, each as one bit of a hash.</summary>
    /// <param name="Any">All that its characters may have.</param>
    /// <param name="Sure">Those of characters that have no other.</param>
    private readonly record struct Sounds(ulong Any, ulong Sure)
    {
        public static Sounds Of(ReadOnlySpan<char> key)
        {
            var (any, sure) = (0UL, 0UL);
            foreach (var c in key)
            {
                var readings = PinyinTable.Current.Readings(c);
                var own = readings.Length == 0 ? BitOf(c) : 0;
                foreach (var reading in readings)
                {
                    own |= BitOf((reading[0] * 31) + (reading[^1] * 7) + reading.Length);
                }

                any |= own;
                sure |= readings.Length <= 1 ? own : 0;
            }

            return new Sounds(any, sure);
        }

        /// <summary>At least how many characters there are that another text has in no sound: each takes an error, and none between characters of one sound.</summary>
        public int StrangeTo(Sounds other) => BitOperations.PopCount(Sure & ~other.Any);

        private static ulong BitOf(int hash) => 1UL << (hash & 63);
    }
}
