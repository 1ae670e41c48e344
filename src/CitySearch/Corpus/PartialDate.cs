using System.Globalization;

namespace CitySearch.Corpus;

/// <summary>
/// A date at the precision its writer gave: a year, a month or a day. Printed as ISO 8601 reduced precision
/// (<c>2009</c>, <c>2009-08</c>, <c>2009-08-12</c>).
/// </summary>
/// <param name="Year">The year, 1 to 9999.</param>
/// <param name="Month">The month, 1 to 12, or <see langword="null"/> when only the year is known.</param>
/// <param name="Day">The day of the month, or <see langword="null"/>; never given without a month.</param>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null) : IComparable<PartialDate>
{
    /// <summary>Makes a date when the parts name one that exists; otherwise returns <see langword="null"/>.</summary>
    public static PartialDate? TryCreate(int year, int? month = null, int? day = null)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || (day is not null && month is null))
        {
            return null;
        }

        if (day is not null && (day < 1 || day > DateTime.DaysInMonth(year, month!.Value)))
        {
            return null;
        }

        return new PartialDate(year, month, day);
    }

    /// <summary>Reads what <see cref="ToString"/> writes: <c>2009</c>, <c>2009-08</c> or <c>2009-08-12</c>.</summary>
    public static PartialDate? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var parts = text.Split('-');
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return numbers.Length switch
        {
            1 => TryCreate(numbers[0]),
            2 => TryCreate(numbers[0], numbers[1]),
            3 => TryCreate(numbers[0], numbers[1], numbers[2]),
            _ => null,
        };
    }

    /// <summary>The date as a number that sorts in time: <c>yyyyMMdd</c>, unknown parts as 00.</summary>
    public int SortKey => (Year * 10000) + ((Month ?? 0) * 100) + (Day ?? 0);

    /// <inheritdoc/>
    public int CompareTo(PartialDate other) => SortKey.CompareTo(other.SortKey);

    /// <inheritdoc/>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}"),
    };

#pragma warning disable CS1591 // The comparison operators follow from CompareTo.
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
#pragma warning restore CS1591
}
