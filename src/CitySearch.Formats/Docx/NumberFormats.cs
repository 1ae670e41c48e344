using System.Globalization;
using System.Text;

namespace CitySearch.Formats.Docx;

/// <summary>Writes the numbers of lists in the formats that Word has for them (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat).</summary>
internal static class NumberFormats
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const int LastChinese = 99;
    private const int LastRoman = 3999;

    private static readonly (int Value, string Mark)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <summary>Writes a number, 1 and up; in digits where the format has no form for it.</summary>
    public static string Write(int number, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" when number <= LastChinese => Chinese(number),
        "ideographTraditional" when number <= Stems.Length => Stems[number - 1].ToString(),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number <= 20 => ((char)('①' + number - 1)).ToString(),
        "lowerRoman" when number <= LastRoman => ToRoman(number),
        "upperRoman" when number <= LastRoman => ToRoman(number).ToUpperInvariant(),
        "lowerLetter" => Letters(number),
        "upperLetter" => Letters(number).ToUpperInvariant(),
        "decimalZero" => number.ToString("D2", CultureInfo.InvariantCulture),
        "none" or "bullet" => "",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Chinese(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        var head = tens == 0 ? "" : (tens == 1 ? "" : Digits[tens].ToString()) + "十";
        return head + (ones == 0 ? "" : Digits[ones].ToString());
    }

    private static string ToRoman(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, mark) in Roman)
        {
            for (; number >= value; number -= value)
            {
                text.Append(mark);
            }
        }

        return text.ToString();
    }

    // a … z, aa … zz, aaa: the letter repeated, as Word counts.
    private static string Letters(int number) => new((char)('a' + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, 50));
}
