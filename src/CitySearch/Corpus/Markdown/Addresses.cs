using System.Text.RegularExpressions;

namespace CitySearch.Corpus.Markdown;

/// <summary>Finds the web addresses that stand in a text without being marked as links.</summary>
internal static partial class Addresses
{
    /// <summary>The addresses in order, without the punctuation of the sentence around them.</summary>
    public static IEnumerable<string> Find(string text) =>
        Address().Matches(text).Select(match => match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '\'', '"', '*'));

    [GeneratedRegex(@"https?://[!-;=?-~]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
