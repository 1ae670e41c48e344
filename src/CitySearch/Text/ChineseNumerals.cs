using System.Globalization;

namespace CitySearch.Text;

/// <summary>
/// Reads numbers written in Chinese characters. Two ways of writing are read: digit by digit (二〇一九) and with units
/// (三十六, 一千零八). What follows neither, such as 十三五, is a name and has no value.
/// </summary>
internal static class ChineseNumerals
{
    /// <summary>Whether a folded code point may be part of a number.</summary>
    public static bool IsPart(int codePoint) => Digit(codePoint) >= 0 || Unit(codePoint) > 0;

    /// <summary>
    /// The value, in digits, of a maximal run of <see cref="IsPart"/> code points, or <see langword="null"/> when it is not
    /// a number. One character alone is a number only where the context says so.
    /// </summary>
    /// <param name="run">The run, folded.</param>
    /// <param name="before">The code point before the run, or 0.</param>
    /// <param name="after">The code point after the run, or 0.</param>
    public static string? Value(ReadOnlySpan<int> run, int before, int after)
    {
        var isOrdinal = before == '第';
        if (run.Length == 1)
        {
            return (isOrdinal || after == '月') && Digit(run[0]) is > 0 and var digit ? digit.ToString(CultureInfo.InvariantCulture)
                : (isOrdinal || after == '月') && run[0] == '十' ? "10"
                : null;
        }

        if (run.Length > 16)
        {
            return null;
        }

        foreach (var c in run)
        {
            if (Unit(c) > 0)
            {
                return WithUnits(run);
            }
        }

        // 二〇一九 and 一九年; 三五 (a few) and 一三五 are words.
        return isOrdinal || after == '年' || run.Contains('〇') ? Digits(run) : null;
    }

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
        if (digit > 0 && lastUnit > 10 && run[^2] != '〇' && run[^2] != '零')
        {
            return null;
        }

        return (total + group + Math.Max(digit, 0)).ToString(CultureInfo.InvariantCulture);
    }

    private static int Digit(int codePoint) => codePoint switch
    {
        '〇' or '零' => 0,
        '一' => 1,
        '二' => 2,
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
