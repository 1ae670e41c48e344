using System.Globalization;

namespace CitySearch.Searching.Materials;

/// <summary>The order of the labels of a reference list: numbers by their value, before names; no label last.</summary>
internal sealed class LabelOrder : IComparer<string>
{
    /// <summary>The order.</summary>
    public static LabelOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (a, b) = (Number(x), Number(y));
        return a != b ? a.CompareTo(b) : string.CompareOrdinal(x, y);
    }

    private static int Number(string? label) =>
        string.IsNullOrEmpty(label) ? int.MaxValue
        : int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : int.MaxValue - 1;
}
