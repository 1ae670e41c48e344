namespace CitySearch.Searching.Scoring;

/// <summary>How new a material is, as the opt-in signal of <see cref="CitySearchOptions.Freshness"/>: 1 today, halving with age.</summary>
/// <param name="weight">The signal's weight, a share of the best text score; 0 leaves it out.</param>
/// <param name="halfLifeYears">The years in which it halves.</param>
/// <param name="today">Today.</param>
internal sealed class Freshness(double weight, double halfLifeYears, DateOnly today)
{
    private const double DaysPerYear = 365.25;

    /// <summary>The signal's weight.</summary>
    public double Weight => weight;

    /// <summary>From 0 to 1; 0 for a material without a date. A date of which only the year or month is known counts from its middle.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="doc">A head or a reference.</param>
    public double Of(LeafColumns leaf, int doc)
    {
        var key = leaf.Dates[doc];
        if (key == 0)
        {
            return 0;
        }

        var (year, month, day) = (key / 10000, key / 100 % 100, key % 100);
        var published = new DateOnly(year, month == 0 ? 7 : month, month == 0 ? 1 : day == 0 ? 15 : day);
        var age = Math.Max(0, today.DayNumber - published.DayNumber) / DaysPerYear;
        return Math.Pow(0.5, age / halfLifeYears);
    }
}
