namespace CitySearch.Formats.Text;

/// <summary>
/// How well bytes read in an encoding, per byte: 1 is text of common characters, below 0 is not that encoding. GB2312
/// and Big5 both put their common characters into a first level and the rare ones behind it, so that the lead bytes
/// alone tell which of the two a text was written in; the commonest characters decide where the text is short.
/// </summary>
internal static class EncodingScores
{
    private const double Common = 3;
    private const double Level1 = 2;
    private const double Symbol = 1;
    private const double Level2 = -1;
    private const double Extension = -2;
    private const double Private = -4;
    private const double Broken = -8;

    // The commonest characters of Chinese prose in both scripts, as pairs of bytes in each encoding.
    private const string Frequent =
        "的一是不了在人有我他这这这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心本前开開但因只从從想实實市政府城智慧数數据據务務服管公共信息资資第";

    private static readonly HashSet<int> FrequentInGb = Pairs(LegacyEncodings.Gb18030);
    private static readonly HashSet<int> FrequentInBig5 = Pairs(LegacyEncodings.Big5);
    private static readonly HashSet<char> FrequentChars = [.. Frequent];

    /// <summary>The score as GB18030 (GB 18030-2005, areas of the two-byte part).</summary>
    public static double Gb18030(ReadOnlySpan<byte> bytes)
    {
        var score = 0.0;
        var at = 0;
        while (at < bytes.Length)
        {
            var lead = bytes[at];
            if (lead < 0x80)
            {
                at++;
                continue;
            }

            if (at + 1 == bytes.Length)
            {
                break;
            }

            var trail = bytes[at + 1];
            if (trail is >= 0x30 and <= 0x39)
            {
                var four = lead is >= 0x81 and <= 0xFE && at + 3 < bytes.Length && bytes[at + 2] is >= 0x81 and <= 0xFE && bytes[at + 3] is >= 0x30 and <= 0x39;
                score += four ? Extension : Broken;
                at += four ? 4 : 1;
                continue;
            }

            if (lead is 0x80 or 0xFF || trail is < 0x40 or 0x7F or 0xFF)
            {
                score += Broken;
                at++;
                continue;
            }

            score += (lead, trail) switch
            {
                _ when FrequentInGb.Contains((lead << 8) | trail) => Common,
                ( >= 0xA1 and <= 0xA3, >= 0xA1) => Symbol,
                ( >= 0xB0 and <= 0xD7, >= 0xA1) => Level1,
                ( >= 0xD8 and <= 0xF7, >= 0xA1) => Level2,
                ( >= 0xAA and <= 0xAF, >= 0xA1) or ( >= 0xF8, >= 0xA1) or ( >= 0xA1 and <= 0xA7, _) => Private,
                _ => Extension,
            };
            at += 2;
        }

        return score / bytes.Length;
    }

    /// <summary>The score as Big5 (the levels of the original table; what came later is rare).</summary>
    public static double Big5(ReadOnlySpan<byte> bytes)
    {
        var score = 0.0;
        var at = 0;
        while (at < bytes.Length)
        {
            var lead = bytes[at];
            if (lead < 0x80)
            {
                at++;
                continue;
            }

            if (at + 1 == bytes.Length)
            {
                break;
            }

            var trail = bytes[at + 1];
            if (lead is < 0x81 or 0xFF || trail is < 0x40 or (>= 0x7F and <= 0xA0) or 0xFF)
            {
                score += Broken;
                at++;
                continue;
            }

            score += lead switch
            {
                _ when FrequentInBig5.Contains((lead << 8) | trail) => Common,
                < 0xA1 => Private,
                <= 0xA3 => Symbol,
                < 0xC6 => Level1,
                0xC6 when trail < 0x7F => Level1,
                <= 0xC8 => Extension,
                <= 0xF9 => Level2,
                _ => Private,
            };
            at += 2;
        }

        return score / bytes.Length;
    }

    /// <summary>The score as UTF-16 without a byte order mark.</summary>
    public static double Utf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        // Pairs of letters read as characters too. In UTF-16, letters come with bytes of 0, and half of the others are high.
        var ascii = 0;
        foreach (var b in bytes)
        {
            ascii += b is (>= 0x20 and < 0x7F) or (>= 0x09 and <= 0x0D) ? 1 : 0;
        }

        if (ascii * 4 > bytes.Length * 3)
        {
            return Broken;
        }

        var score = 0.0;
        for (var at = 0; at + 1 < bytes.Length; at += 2)
        {
            var c = (char)(bigEndian ? (bytes[at] << 8) | bytes[at + 1] : bytes[at] | (bytes[at + 1] << 8));
            score += c switch
            {
                '\0' or '\uFFFE' or '\uFFFF' => Broken,
                _ when FrequentChars.Contains(c) => Common,
                '\t' or '\n' or '\r' or (>= ' ' and < '\x7F') => Level1,
                >= '\u4E00' and <= '\u9FA5' => Symbol,
                (>= '\u2010' and <= '\u2027') or (>= '\u3000' and <= '\u3011') or (>= '\uFF00' and <= '\uFF5E') => Symbol,
                >= '\xA0' and < '\u0250' => 0,
                (>= '\uD800' and <= '\uF8FF') or < ' ' => Private,
                _ => Extension,
            };
        }

        return score / bytes.Length;
    }

    /// <summary>The score as Windows-1252: single high bytes between letters, as é or ’ in a Western text.</summary>
    public static double Western(ReadOnlySpan<byte> bytes)
    {
        var score = 0.0;
        var high = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] < 0x80)
            {
                continue;
            }

            high++;
            var alone = (at == 0 || bytes[at - 1] < 0x80) && (at + 1 == bytes.Length || bytes[at + 1] < 0x80);
            score += alone && bytes[at] is >= 0xC0 or (>= 0x91 and <= 0x97) or 0x85 or 0xA0 or 0xAB or 0xBB or 0xB7 ? Level1 : Private;
        }

        // In a text of letters; a few high bytes among digits and marks say nothing.
        return high * 5 <= bytes.Length ? score / bytes.Length : Broken;
    }

    private static HashSet<int> Pairs(System.Text.Encoding encoding)
    {
        var pairs = new HashSet<int>();
        foreach (var c in Frequent)
        {
            if (encoding.GetBytes([c]) is [>= 0x80 and var lead, var trail])
            {
                pairs.Add((lead << 8) | trail);
            }
        }

        return pairs;
    }
}
