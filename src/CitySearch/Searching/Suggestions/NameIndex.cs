using System.Collections.Frozen;
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
    // Places that are tried for one text; the lists begin with the most useful names.
    private const int MostTried = 50_000;

    // What the whole of a name gains over the beginning of one.
    private const float WholeName = 1;

    // What a character loses that is still to be typed.
    private const float Missing = 0.02f;

    private readonly List<SuggestedName> _names;
    private readonly List<Place> _places = [];

    // Sorted: 16 bits of the first character, 16 of the second (0 for none), 32 of the place.
    private readonly ulong[] _lists;

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
        Keys = names.Select(n => n.Key).ToFrozenSet(StringComparer.Ordinal);
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

    /// <summary>The keys of all names.</summary>
    public FrozenSet<string> Keys { get; }

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
            foreach (var (from, to, isOrdered) in Ranges(typed))
            {
                for (var i = from; i < to && tried < MostTried; i++, tried++)
                {
                    var place = _places[(int)(uint)_lists[i]];
                    var name = _names[place.Name];
                    if (!best.Takes(name.Weight + WholeName))
                    {
                        if (isOrdered)
                        {
                            break;
                        }

                        continue;
                    }

                    if (match.Match(name.Key, place.At, place.Kind != PlaceKind.Inside))
                    {
                        best.Add(new NameFinding(name, place.At, match.End, Score(name, place, match.End, match.Cost), match.Cost));
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
            PlaceKind.Word => -0.7f,
            PlaceKind.Label => -0.9f,
            _ => -1.5f,
        };
        return name.Weight - cost + atPlace - (Missing * (name.Key.Length - (end - place.At)));
    }

    /// <summary>The lists in which what was typed may be; in an ordered one the most useful names are first.</summary>
    private IEnumerable<(int From, int To, bool IsOrdered)> Ranges(TypedText typed)
    {
        var text = typed.Text;
        var first = (ulong)text[0] << 48;
        if (text.Length == 1 || typed.EndsWithin(0))
        {
            yield return (Bound(first), Bound(first + (1UL << 48)), false);
            yield break;
        }

        var seconds = new HashSet<char> { text[1] };
        seconds.UnionWith(typed.Steps(0).Where(length => length < text.Length).Select(length => text[length]));
        foreach (var second in seconds)
        {
            var list = first | ((ulong)second << 32);
            yield return (Bound(list), Bound(list + (1UL << 32)), true);
        }
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
            if (kind == PlaceKind.Inside && CharacterClasses.Of(key.Text[at]) != CharacterClass.Ideograph)
            {
                continue;
            }

            var place = (uint)_places.Count;
            _places.Add(new Place(number, (ushort)at, kind));
            var second = at + 1 < key.Text.Length ? key.Text[at + 1] : '\0';
            foreach (var a in Typed(key.Text[at], kind))
            {
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
