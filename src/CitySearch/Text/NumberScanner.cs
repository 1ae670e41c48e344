namespace CitySearch.Text;

/// <summary>A document or standard number found in a text.</summary>
/// <param name="Start">Where it starts, in UTF-16 units into the scanned text.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
/// <param name="Keys">
/// The canonical keys under which it is found, most specific first: the whole number, then without its year, without
/// its agency, and by its digits. Two spellings of one number share their keys.
/// </param>
public readonly record struct NumberMatch(int Start, int Length, IReadOnlyList<string> Keys);

/// <summary>Finds document numbers and standard numbers in running text, in all their spellings.</summary>
public static class NumberScanner
{
    /// <summary>The numbers in a text in order, not overlapping.</summary>
    public static IReadOnlyList<NumberMatch> Find(string text) => [];
}
