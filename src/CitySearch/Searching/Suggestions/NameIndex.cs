using CitySearch.Concepts;
using CitySearch.Text;

namespace CitySearch.Searching.Suggestions;

/// <summary>
/// The names of one generation, found by what is typed. Every place at which typing may begin is listed under the first two
/// characters to be typed there, each as itself and by the initials of its readings; what stands in such a list is then matched in full.
/// Nothing in it changes.
/// </summary>
internal sealed class NameIndex
{
    // Places that are tried for one text, and for the beginning of a single character, of which nearly all match; each list begins with
    // the most useful names.
    private const int MostTried = 10_000;
    private const int MostTriedOfOne = 3_000;

    // Names that are found from any character inside of them: the most useful ones.
    private const int MostFoundInside = 50_000;

    // Stands for any second character.
    private const char Any = '\uffff';

    // What the whole of a name gains over the beginning of one.
    private const float WholeName = 1;

    // What a character loses that is still to be typed.
    private const float Missing = 0.02f;
    private const int MostMissing = 15;

    private readonly List<SuggestedName> _names;
    private readonly List<Place> _places = [];

    // Sorted: 16 bits of the first character, 16 of the second (0 for none), 32 of the place; places are in the order of the names.
    private readonly ulong[] _lists;
    private readonly Lazy<SpelledNames> _words;

    /// <summary>Lists names.</summary>
    /// <param name="names">The names, most useful first.</param>
    /// <param name="thesaurus">Tells which words stand inside a name.</param>
    public NameIndex(List<SuggestedName> names, Thesaurus thesaurus)
    {
        _names = names;
        var lists = new List<ulong>();
        var key = new NameKey();
        for (var name = 0; name < names.Count; name++)
        {
            AddPlaces(name, key, thesaurus, lists);
        }

        _lists = [.. lists];
        Array.Sort(_lists);
        _words = new Lazy<SpelledNames>(() => new SpelledNames(this));
    }

    /// <summary>How a place in a name lets typing begin there.</summary>
    private enum PlaceKind : byte
    {
        /// <summary>The name begins.</summary>
        Beginning,

        /// <summary>A word begins behind a separator, or with a change of script.</summary>
        Word,

        /// <summary>A label of the thesaurus begins.</summary>
        Label,

        /// <summary>Any other Chinese character: found by the characters alone.</summary>
        Inside,
    }

    /// <summary>The names, most useful first.</summary>
    public IReadOnlyList<SuggestedName> Names => _names;

    /// <summary>The names as words that may have been meant; made when first asked for.</summary>
    public SpelledNames Words => _words.Value;

    /// <summary>The names that what was typed may become, best first, each text once.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="top">How many at most.</param>
    public List<NameFinding> Find(TypedText typed, int top)
    {
        var best = new BestFindings((2 * top) + 10);
        if (typed.Text.Length > 0)
        {
            var match = new NameMatch(typed);
            var tried = 0;
            foreach (var (from, to, most) in Ranges(typed))
            {
                for (var i = from; i < to && tried < most; i++, tried++)
                {
                    var place = _places[(int)(uint)_lists[i]];
                    var name = _names[place.Name];
                    if (!best.Takes(name.Weight + WholeName))
                    {
                        break;
                    }

                    if (match.Match(name.Key, place.At, place.Kind != PlaceKind.Inside))
                    {
                        best.Add(new NameFinding(name, place.At, match.End, Score(name, place, match.End, match.Cost), match.Cost, match.IsByInitials));
                    }
                }
            }
        }

        return best.Take(top);
    }

    private static float Score(SuggestedName name, Place place, int end, float cost)
    {
        var atPlace = place.Kind switch
        {
            PlaceKind.Beginning => end == name.Key.Length ? WholeName : 0,
            PlaceKind.Word => -1,
            PlaceKind.Label => -1.1f,
            _ => -1.5f,
        };
        return name.Weight - cost + atPlace - (Missing * Math.Min(MostMissing, name.Key.Length - (end - place.At)));
    }

    /// <summary>The lists in which what was typed may be, each with how many places are tried up to its end.</summary>
    private List<(int From, int To, int Most)> Ranges(TypedText typed)
    {
        var text = typed.Text;
        var seconds = new HashSet<char>();
        if (text.Length > 1)
        {
            seconds.Add(text[1]);
            seconds.UnionWith(typed.Steps(0).Where(length => length < text.Length).Select(length => text[length]));
        }

        var ranges = seconds.Select(second => Range(text[0], second, MostTried)).ToList();
        if (text.Length == 1 || typed.EndsWithin(0))
        {
            ranges.Insert(0, Range(text[0], Any, MostTriedOfOne));
        }

        return ranges;
    }

    private (int From, int To, int Most) Range(char first, char second, int most)
    {
        var list = ((ulong)first << 48) | ((ulong)second << 32);
        return (Bound(list), Bound(list + (1UL << 32)), most);
    }

    private int Bound(ulong key)
    {
        // Beyond U+FFFF the sum has overflown: behind all.
        var at = key == 0 ? _lists.Length : Array.BinarySearch(_lists, key);
        return at < 0 ? ~at : at;
    }

    private void AddPlaces(int number, NameKey key, Thesaurus thesaurus, List<ulong> lists)
    {
        var name = _names[number];
        key.Set(name.IsShown ? name.Text : name.Key, name.Key.Length);
        var labels = name.IsShown && name.Kind != SuggestionKind.Concept ? thesaurus.Mentions(name.Text).Select(m => m.Start).ToHashSet() : [];
        for (var at = 0; at < key.Text.Length; at++)
        {
            if (!key.IsStart(at))
            {
                continue;
            }

            var kind = at == 0 ? PlaceKind.Beginning
                : key.IsBreak(at) ? PlaceKind.Word
                : labels.Contains(key.Start(at)) ? PlaceKind.Label
                : PlaceKind.Inside;
            if (kind == PlaceKind.Inside && (number >= MostFoundInside || CharacterClasses.Of(key.Text[at]) != CharacterClass.Ideograph))
            {
                continue;
            }

            var place = (uint)_places.Count;
            _places.Add(new Place(number, (ushort)at, kind));
            var second = at + 1 < key.Text.Length ? key.Text[at + 1] : '\0';
            foreach (var a in Typed(key.Text[at], kind))
            {
                lists.Add(((ulong)a << 48) | ((ulong)Any << 32) | place);
                foreach (var b in Typed(second, kind))
                {
                    lists.Add(((ulong)a << 48) | ((ulong)b << 32) | place);
                }
            }
        }
    }

    /// <summary>The characters with which a character may begin to be typed.</summary>
    private static List<char> Typed(char c, PlaceKind kind)
    {
        var typed = new List<char> { c };
        foreach (var reading in kind == PlaceKind.Inside ? [] : PinyinTable.Current.Readings(c))
        {
            if (!typed.Contains(reading[0]))
            {
                typed.Add(reading[0]);
            }
        }

        return typed;
    }

    /// <summary>A place in a name at which typing may begin.</summary>
    private readonly record struct Place(int Name, ushort At, PlaceKind Kind);
}
