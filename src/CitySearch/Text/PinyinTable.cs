using System.Text;

namespace CitySearch.Text;

/// <summary>
/// How Han characters are read, in Hanyu Pinyin without tones; ü is <c>v</c>, as it is typed. The readings are those of ICU's
/// <c>Han-Latin</c>, kept in the assembly as a text a syllable a line (a test compares it with ICU's answers), and those of
/// <see cref="Heteronyms"/>. It knows folded characters alone.
/// </summary>
internal sealed class PinyinTable
{
    /// <summary>The name of the embedded resource.</summary>
    public const string ResourceName = "CitySearch.Text.pinyin.txt";

    /// <summary>The letters of the longest syllable: zhuang.</summary>
    public const int LongestSyllable = 6;

    private const int First = 0x3000;
    private const int Last = 0x9FFF;

    private static readonly Lazy<PinyinTable> Loaded = new(Load);

    // For a character from First on, the number of its set of readings; 0 for none.
    private readonly ushort[] _setOf = new ushort[Last - First + 1];
    private readonly List<string[]> _sets = [[]];
    private readonly HashSet<string> _syllables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _prefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _characters = new(StringComparer.Ordinal);

    /// <summary>The table; it is loaded when first asked for.</summary>
    public static PinyinTable Current => Loaded.Value;

    /// <summary>The common readings of a folded character, the most common first; none for what is no Han character.</summary>
    public string[] Readings(int codePoint) => codePoint is >= First and <= Last ? _sets[_setOf[codePoint - First]] : _sets[0];

    /// <summary>Whether letters are a whole syllable.</summary>
    public bool IsSyllable(ReadOnlySpan<char> letters) => _syllables.GetAlternateLookup<ReadOnlySpan<char>>().Contains(letters);

    /// <summary>Whether letters begin a syllable, or are one.</summary>
    public bool BeginsSyllable(ReadOnlySpan<char> letters) => _prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(letters);

    /// <summary>The characters that are commonly read so.</summary>
    public string CharactersOf(string syllable) => _characters.GetValueOrDefault(syllable, "");

    private static PinyinTable Load()
    {
        var table = new PinyinTable();
        using var resource = typeof(PinyinTable).Assembly.GetManifestResourceStream(ResourceName)!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            table.Add(line[..space], line.AsSpan(space + 1));
        }

        var words = Heteronyms.Table.Split(' ');
        for (var i = 0; i < words.Length; i += 2)
        {
            table.Add(words[i], words[i + 1]);
        }

        return table;
    }

    private void Add(string syllable, ReadOnlySpan<char> characters)
    {
        if (_syllables.Add(syllable))
        {
            for (var length = 1; length <= syllable.Length; length++)
            {
                _prefixes.Add(syllable[..length]);
            }
        }

        var alone = _sets.Count;
        _sets.Add([syllable]);
        var added = new StringBuilder(_characters.GetValueOrDefault(syllable));
        foreach (var c in characters)
        {
            ref var set = ref _setOf[c - First];
            if (set == 0)
            {
                set = (ushort)alone;
            }
            else if (!_sets[set].Contains(syllable))
            {
                _sets.Add([.. _sets[set], syllable]);
                set = (ushort)(_sets.Count - 1);
            }
            else
            {
                continue;
            }

            added.Append(c);
        }

        _characters[syllable] = added.ToString();
    }
}
