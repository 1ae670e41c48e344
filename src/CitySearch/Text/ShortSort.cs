namespace CitySearch.Text;

/// <summary>
/// Sorts lists that are mostly short and nearly in order: by insertion, which compares little then. The framework's sort of a list of values
/// would be compiled for each type when a process first uses it.
/// </summary>
internal static class ShortSort
{
    // From here on the items that insertion moves cost more than they save.
    private const int Long = 64;

    /// <summary>Sorts a list.</summary>
    public static void Sort<T>(List<T> items, Comparison<T> comparison)
    {
        if (items.Count > Long)
        {
            items.Sort(comparison);
            return;
        }

        for (var i = 1; i < items.Count; i++)
        {
            var item = items[i];
            var at = i;
            for (; at > 0 && comparison(items[at - 1], item) > 0; at--)
            {
                items[at] = items[at - 1];
            }

            items[at] = item;
        }
    }
}
