namespace CitySearch.Text;

/// <summary>A date in a folded text.</summary>
/// <param name="First">Its first code point.</param>
/// <param name="MonthEnd">The end of what says year and month, in code points.</param>
/// <param name="End">Its end.</param>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, from 1.</param>
/// <param name="Day">The day, from 1; 0 when the text names none.</param>
internal readonly record struct FoundDate(int First, int MonthEnd, int End, int Year, int Month, int Day);
