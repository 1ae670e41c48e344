using System.Globalization;

namespace CitySearch.Text;

/// <summary>
/// Reads numbers written in Chinese characters. Two ways of writing are read: digit by digit (二〇一九) and with units
/// (三十六, 一千零八). What follows neither, such as 十三五, is a name and has no value.
/// </summary>
internal static class ChineseNumerals
{
    private const string Characters = "〇零○一二两三四五六七八九十百千万亿";
    private const int LongestRun = 16;

    // A bit for each code point of the basic plane: every character of every text is looked up here.
    private static readonly ulong[] Parts = BuildParts();

    /// <summary>The end of the number that may begin at a code point which is a part of one: what follows it that can be parts too.</summary>
    public static int End(ReadOnlySpan<int> text, int first)
    {
        var end = first + 1;
        while (end < text.Length && (IsPart(text[end]) || IsTypedZero(text, end)))
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// The value, in digits, of what <see cref="End"/> delimits, or <see langword="null"/> when it is not a number. One
    /// character alone is a number only where the context says so.
    /// </summary>
    /// <param name="run">The run, folded.</param>
    /// <param name="before">The code point before the run, or 0.</param>
    /// <param name="after">The code point after the run, or 0.</param>
    public static string? Value(ReadOnlySpan<int> run, int before, int after)
    {
        // 二十大 is the name of a congress, ○一 an item of a list.
        if (run.Length > LongestRun || after == '大' || run[0] == '○')
        {
            return null;
        }

        if (run.Length == 1)
        {
            return !(before == '第' || after == '月') ? null
                : run[0] == '十' ? "10"
                : run[0] != '两' && Digit(run[0]) is > 0 and var digit ? digit.ToString(CultureInfo.InvariantCulture)
                : null;
        }

        var hasZero = false;
        foreach (var c in run)
        {
            if (Unit(c) > 0)
            {
                return WithUnits(run);
            }

            hasZero |= c is '〇' or '○' or 'o' or '0' || (c == '零' && after == '年');
        }

        // 二〇一九 and 一九四九年; 三五 (a few), 五六年 (some years) and 第一二三产业 are words.
        return hasZero || (run.Length == 4 && after == '年') ? Digits(run) : null;
    }

    /// <summary>Whether a folded code point can begin or go on a number.</summary>
    public static bool IsPart(int codePoint) => codePoint < 0x10000 && ((Parts[codePoint >> 6] >> codePoint) & 1) != 0;

    private static ulong[] BuildParts()
    {
        var parts = new ulong[0x10000 / 64];
        foreach (var c in Characters)
        {
            parts[c >> 6] |= 1UL << c;
        }

        return parts;
    }

    /// <summary>Whether a letter o or a digit 0 stands for the 〇 of a year, as it does in many typed texts.</summary>
    private static bool IsTypedZero(ReadOnlySpan<int> text, int at) =>
        text[at] is 'o' or '0' && at + 1 < text.Length && (IsPart(text[at + 1]) || text[at + 1] == '年') && IsPart(text[at - 1]);

    private static string Digits(ReadOnlySpan<int> run)
    {
        Span<char> digits = stackalloc char[run.Length];
        for (var i = 0; i < run.Length; i++)
        {
            digits[i] = (char)('0' + Digit(run[i]));
        }

        return digits.ToString();
    }

    private static string? WithUnits(ReadOnlySpan<int> run)
    {
        long total = 0, group = 0;
        var digit = -1;
        var lastUnit = long.MaxValue;
        var lastGroup = long.MaxValue;
        for (var i = 0; i < run.Length; i++)
        {
            var unit = Unit(run[i]);
            if (unit == 0)
            {
                if (digit > 0 || (digit == 0 && Digit(run[i]) == 0))
                {
                    return null;
                }

                digit = Digit(run[i]);
                continue;
            }

            if (unit >= 10_000)
            {
                group += Math.Max(digit, 0);
                if (group == 0 || unit >= lastGroup)
                {
                    return null;
                }

                total += group * unit;
                (group, lastGroup, lastUnit) = (0, unit, long.MaxValue);
            }
            else
            {
                // 十 may stand without a digit before it at the start; 百 and 千 may not.
                if (unit >= lastUnit || (digit <= 0 && !(unit == 10 && i == 0)))
                {
                    return null;
                }

                group += Math.Max(digit, 1) * unit;
                lastUnit = unit;
            }

            digit = -1;
        }

        // A digit may close the number only after 十 or after 零: 三十六, 一百零三; 一百三 is speech, 十三五 was refused above.
        if (digit > 0 && lastUnit > 10 && Digit(run[^2]) != 0)
        {
            return null;
        }

        return (total + group + Math.Max(digit, 0)).ToString(CultureInfo.InvariantCulture);
    }

    private static int Digit(int codePoint) => codePoint switch
    {
        '〇' or '零' or '○' or 'o' or '0' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    private static long Unit(int codePoint) => codePoint switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };
}
