using CitySearch.Text;

namespace CitySearch.Searching.Suggestions;

/// <summary>How what was typed stands for the characters of a name.</summary>
[Flags]
internal enum MatchWays
{
    /// <summary>By the characters themselves.</summary>
    None = 0,

    /// <summary>Some by a whole syllable, or by the beginning of one at the end.</summary>
    Syllables = 1,

    /// <summary>Some by an initial.</summary>
    Initials = 2,

    /// <summary>Some by a reading that is not the most common one.</summary>
    OtherReading = 4,
}

/// <summary>Matches what was typed with a name from a place on.</summary>
internal struct NameMatch
{
    // Initials and syllables can be told apart in several ways; a name and a text made to have very many are left.
    private const int MostSteps = 2000;

    private readonly TypedText _typed;
    private readonly string _text;
    private readonly PinyinTable _pinyin;
    private string _key;
    private int _steps;

    /// <summary>Matches with what was typed.</summary>
    public NameMatch(TypedText typed)
    {
        _typed = typed;
        _text = typed.Text;
        _pinyin = PinyinTable.Current;
        _key = "";
    }

    /// <summary>Where in the key the last match ends.</summary>
    public int End { get; private set; }

    /// <summary>What the last match costs: 0 for the characters themselves.</summary>
    public float Cost { get; private set; }

    /// <summary>Whether the last match takes some characters by their initials alone.</summary>
    public bool IsByInitials { get; private set; }

    /// <summary>Whether all that was typed stands for what the key holds from a place on.</summary>
    /// <param name="key">The key of a name.</param>
    /// <param name="at">The place.</param>
    /// <param name="bySound">Whether pinyin counts, or the characters alone.</param>
    public bool Match(string key, int at, bool bySound)
    {
        if (!bySound)
        {
            End = at + _text.Length;
            (Cost, IsByInitials) = (0, false);
            return string.CompareOrdinal(key, at, _text, 0, _text.Length) == 0;
        }

        _key = key;
        _steps = 0;
        Cost = float.PositiveInfinity;
        Step(0, at, MatchWays.None);
        return Cost < float.PositiveInfinity;
    }

    private void Step(int typed, int at, MatchWays ways)
    {
        if (typed == _text.Length)
        {
            var cost = CostOf(ways);
            if (cost < Cost)
            {
                (Cost, End, IsByInitials) = (cost, at, ways.HasFlag(MatchWays.Initials));
            }

            return;
        }

        if (at == _key.Length || ++_steps > MostSteps)
        {
            return;
        }

        if (_text[typed] == _key[at])
        {
            Step(typed + 1, at + 1, ways);
        }

        if (!char.IsAsciiLetterLower(_text[typed]))
        {
            return;
        }

        var readings = _pinyin.Readings(_key[at]);
        for (var i = 0; i < readings.Length; i++)
        {
            StepReading(typed, at, readings[i], i == 0 ? ways : ways | MatchWays.OtherReading);
            // lüe and nüe are typed with u as well.
            if (readings[i] is "lve" or "nve")
            {
                StepReading(typed, at, readings[i][0] == 'l' ? "lue" : "nue", ways);
            }
        }
    }

    private void StepReading(int typed, int at, string syllable, MatchWays ways)
    {
        var common = _text.AsSpan(typed).CommonPrefixLength(syllable);
        if (common == 0)
        {
            return;
        }

        var isWhole = common == syllable.Length && _typed.AreTogether(typed, common);
        if (isWhole)
        {
            Step(typed + common, at + 1, ways | MatchWays.Syllables);
        }
        else if (common > 1 && typed + common == _text.Length && _typed.AreTogether(typed, common))
        {
            Step(_text.Length, at + 1, ways | MatchWays.Syllables);
        }

        if (syllable.Length > 1)
        {
            Step(typed + 1, at + 1, ways | MatchWays.Initials);
            if (common >= 2 && syllable[1] == 'h' && _typed.AreTogether(typed, 2))
            {
                Step(typed + 2, at + 1, ways | MatchWays.Initials);
            }
        }
    }

    private static float CostOf(MatchWays ways)
    {
        const float SomeReading = 0.3f;
        return (ways & (MatchWays.Syllables | MatchWays.Initials)) switch
        {
            MatchWays.None => 0,
            MatchWays.Syllables => 0.5f,
            MatchWays.Initials => 0.8f,
            _ => 1.2f,
        } + (ways.HasFlag(MatchWays.OtherReading) ? SomeReading : 0);
    }
}
