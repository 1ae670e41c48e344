namespace CitySearch.Text;

/// <summary>
/// Joins what a text may write in two code points and what one key writes in one: a kana and its voicing mark (ｶﾞ and ガ),
/// the jamo of a Hangul syllable. Folding a code point at a time leaves these apart; all other compositions it takes
/// apart or drops.
/// </summary>
/// <remarks>Unicode Standard, 3.12 (Hangul syllable composition) and the canonical compositions of UAX #15.</remarks>
internal static class Composition
{
    private const int Voiced = 0x3099;
    private const int SemiVoiced = 0x309A;
    private const int KatakanaOffset = 0x60;

    private const int FirstLeading = 0x1100, LeadingCount = 19;
    private const int FirstVowel = 0x1161, VowelCount = 21;
    private const int BeforeTrailing = 0x11A7, TrailingCount = 28;
    private const int FirstSyllable = 0xAC00, SyllableCount = LeadingCount * VowelCount * TrailingCount;

    private static ReadOnlySpan<char> VoicedHiragana => "かきくけこさしすせそたちつてとはひふへほゝ";

    /// <summary>Whether a folded code point may join the one before it.</summary>
    public static bool MayJoin(int codePoint) =>
        codePoint is <= SemiVoiced and >= FirstVowel && (codePoint is >= Voiced or < BeforeTrailing + TrailingCount);

    /// <summary>
    /// What two code points become together: one code point; the first alone where a voicing mark has no letter of its
    /// own; -1 when they stay two. Before a text's first code point stands 0: a mark there belongs to nothing.
    /// </summary>
    public static int Join(int first, int second) => second switch
    {
        Voiced => first switch
        {
            'う' => 'ゔ',
            'ウ' => 'ヴ',
            >= 'ワ' and <= 'ヲ' => first + ('ヷ' - 'ワ'),
            _ => HasVoiced(first) || HasVoiced(first - KatakanaOffset) ? first + 1 : first,
        },
        SemiVoiced => HasSemiVoiced(first) || HasSemiVoiced(first - KatakanaOffset) ? first + 2 : first,
        >= FirstVowel and < FirstVowel + VowelCount when first is >= FirstLeading and < FirstLeading + LeadingCount =>
            FirstSyllable + ((((first - FirstLeading) * VowelCount) + (second - FirstVowel)) * TrailingCount),
        > BeforeTrailing and < BeforeTrailing + TrailingCount when first is >= FirstSyllable and < FirstSyllable + SyllableCount && (first - FirstSyllable) % TrailingCount == 0 =>
            first + (second - BeforeTrailing),
        _ => -1,
    };

    private static bool HasVoiced(int hiragana) => hiragana is > 0 and < 0x10000 && VoicedHiragana.Contains((char)hiragana);

    private static bool HasSemiVoiced(int hiragana) => hiragana is 'は' or 'ひ' or 'ふ' or 'へ' or 'ほ';
}
