using CitySearch.Cli.QueryConsole.Editing;
using CitySearch.Indexing;
using CitySearch.Searching;
using CitySearch.Searching.Suggestions;

namespace CitySearch.Cli.QueryConsole;

/// <summary>What can be typed in the console: names of commands and what may follow them, and for queries the names that the index holds.</summary>
/// <param name="suggestions">Completes queries.</param>
/// <param name="values">The values of a filter in the current result.</param>
/// <param name="language">The language of names and notes.</param>
internal sealed class ConsoleCompletion(
    ISuggestionService suggestions, Func<string, CancellationToken, Task<IReadOnlyList<FacetCount>>> values, Language language)
{
    // A list that is looked over at a glance.
    private const int MostSuggestions = 10;

    private static readonly char[] Spaces = [' ', '\t', '\u3000'];

    /// <summary>What can be typed after a text.</summary>
    /// <exception cref="IndexFolderException">There is no index yet, or it cannot be opened.</exception>
    public async Task<Completion> CompleteAsync(string text, CancellationToken cancellationToken)
    {
        var start = text.Length - text.TrimStart().Length;
        var end = text.IndexOfAny(Spaces, start);
        if (end < 0)
        {
            var names = Names(text[start..]);
            // An empty line asks what there is, not for the names that begin with nothing.
            return text.Length == start ? new Completion(start, names) : new Completion(start, [.. names, .. await SuggestAsync(text[start..], names.Count > 0, cancellationToken)]);
        }

        var argument = end + text[end..].Length - text[end..].TrimStart().Length;
        var name = ConsoleName.All.FirstOrDefault(name => name.IsNamed(text[start..end], language));
        if (name is not null && await FollowAsync(name.Verb, text, argument, cancellationToken) is { Candidates.Count: > 0 } follow)
        {
            return follow;
        }

        var query = name?.Verb == ConsoleVerb.Search ? argument : start;
        if (await SuggestAsync(text[query..], false, cancellationToken) is { Count: > 0 } whole)
        {
            return new Completion(query, whole);
        }

        var word = text.LastIndexOfAny(Spaces) + 1;
        return word < text.Length && await SuggestAsync(text[word..], false, cancellationToken) is { Count: > 0 } last ? new Completion(word, last) : Completion.None;
    }

    private List<Candidate> Names(string typed) =>
    [
        .. ConsoleName.All
            .SelectMany(name => language.IsChinese && (typed.Length == 0 || typed[0] > 0x7f) ? [(Text: name.Chinese, Name: name)] : new[] { (Text: name.English, Name: name) })
            .Where(n => n.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(n => new Candidate(n.Name.TakesArgument ? n.Text + " " : n.Text, n.Name.Help(language))),
    ];

    private async Task<Completion> FollowAsync(ConsoleVerb verb, string text, int start, CancellationToken cancellationToken)
    {
        var typed = text[start..];
        switch (verb)
        {
            case ConsoleVerb.Sort:
                return new Completion(start, Beginning(["date", "relevance"], typed, ""));
            case ConsoleVerb.Unfilter:
                return new Completion(start, Beginning(SearchFilter.Names, typed, ""));
            case ConsoleVerb.Filter when typed.IndexOf('=', StringComparison.Ordinal) is var equals and > 0:
                var value = typed[(equals + 1)..];
                return new Completion(start + equals + 1, [.. (await values(typed[..equals].Trim(), cancellationToken))
                    .Where(count => count.Value.StartsWith(value, StringComparison.OrdinalIgnoreCase))
                    .Take(MostSuggestions)
                    .Select(count => new Candidate(Clean(count.Value), language.Say(count.Count == 1 ? "1 hit" : $"{count.Count} hits", $"{count.Count} 条")))]);
            case ConsoleVerb.Filter:
                // Chinese names where one is being typed, or where the language is Chinese and nothing is.
                var isChinese = typed.Length > 0 && typed[0] > 0x7f;
                return new Completion(start, isChinese ? Beginning(SearchFilter.ChineseNames, typed, "=") : NamesOfFilters(typed));
            default:
                return Completion.None;
        }
    }

    private List<Candidate> NamesOfFilters(string typed) =>
    [
        .. SearchFilter.Names
            .Zip(SearchFilter.ChineseNames)
            .Where(name => name.First.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(name => new Candidate(name.First + "=", language.Say("", name.Second))),
    ];

    private static List<Candidate> Beginning(IEnumerable<string> texts, string typed, string end) =>
        [.. texts.Where(text => text.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(text => new Candidate(text + end))];

    private async Task<IReadOnlyList<Candidate>> SuggestAsync(string typed, bool hasNames, CancellationToken cancellationToken)
    {
        try
        {
            var response = await suggestions.SuggestAsync(typed, MostSuggestions, cancellationToken);
            return [.. response.Suggestions.Select(suggestion => new Candidate(Clean(suggestion.Text), SuggestCommand.Kind(suggestion.Kind, language)))];
        }
        catch (IndexFolderException) when (hasNames)
        {
            // The commands are known without an index.
            return [];
        }
    }

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
