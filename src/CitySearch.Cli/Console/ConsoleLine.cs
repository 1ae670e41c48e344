using CitySearch.Cli.Export;

namespace CitySearch.Cli.QueryConsole;

/// <summary>A line of the console, read: a command with what follows it, or a query.</summary>
/// <param name="Verb">What is asked for.</param>
/// <param name="Argument">What follows the command, or the query; without spaces at its ends.</param>
internal sealed record ConsoleLine(ConsoleVerb Verb, string Argument)
{
    /// <summary>
    /// Reads a line. What only begins like a command is a query: <c>引用文献</c>, <c>sort algorithms</c>,
    /// <c>filter bubble</c>, <c>cite 2019 policies</c>, <c>export trade</c>. Chinese names are known where the language is Chinese.
    /// </summary>
    public static ConsoleLine Read(string line, Language language)
    {
        var text = line.Trim();
        var end = text.AsSpan().IndexOfAny(' ', '\t', '\u3000');
        var word = end < 0 ? text : text[..end];
        var rest = end < 0 ? "" : text[end..].Trim();
        foreach (var name in ConsoleName.All)
        {
            if (name.IsNamed(word, language) && (rest.Length == 0 ? name.Verb != ConsoleVerb.Search : name.TakesArgument && Fits(name.Verb, rest)))
            {
                return new ConsoleLine(name.Verb, rest);
            }
        }

        return new ConsoleLine(ConsoleVerb.Search, text);
    }

    private static bool Fits(ConsoleVerb verb, string rest) => verb switch
    {
        ConsoleVerb.Filter => rest.IndexOf('=', StringComparison.Ordinal) > 0,
        ConsoleVerb.Sort => rest.Equals("date", StringComparison.OrdinalIgnoreCase) || rest.Equals("relevance", StringComparison.OrdinalIgnoreCase),
        ConsoleVerb.Explain or ConsoleVerb.Cite or ConsoleVerb.Open or ConsoleVerb.References or ConsoleVerb.Related => rest.All(char.IsAsciiDigit),
        // A file of another kind is one all the same, and is told so.
        ConsoleVerb.Export => ExportFormats.OfFile(rest) is not null || (!rest.Any(char.IsWhiteSpace) && rest.Contains('.')),
        ConsoleVerb.Unfilter => !rest.Any(char.IsWhiteSpace),
        _ => true,
    };
}
