namespace CitySearch.Searching.Suggestions;

/// <summary>A stretch of a query, and what may have been meant by it.</summary>
/// <param name="Start">Where the stretch starts, in UTF-16 units into the query.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">What may have been meant.</param>
/// <param name="Cost">How unlikely that is; the least is the best.</param>
internal readonly record struct Correction(int Start, int End, string Text, float Cost)
{
    /// <summary>The query with the correction made.</summary>
    public string In(string query) => $"{query[..Start]}{Text}{query[End..]}";
}
