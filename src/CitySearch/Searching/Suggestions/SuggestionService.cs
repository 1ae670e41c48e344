using System.Diagnostics;
using System.Globalization;
using CitySearch.Concepts;
using CitySearch.Snippets;

namespace CitySearch.Searching.Suggestions;

/// <summary>Completes what somebody types, from the index that a holder has open.</summary>
/// <param name="holder">Holds the index open.</param>
/// <param name="thesaurus">The thesaurus.</param>
/// <param name="names">Keeps the names.</param>
internal sealed class SuggestionService(GenerationHolder holder, ThesaurusFile thesaurus, NameIndexes names) : ISuggestionService
{
    /// <inheritdoc/>
    public Task<SuggestionResponse> SuggestAsync(string prefix, int top = 10, CancellationToken cancellationToken = default) =>
        Task.Run(() => Suggest(prefix, top), cancellationToken);

    /// <summary>Answers on the calling thread.</summary>
    public SuggestionResponse Suggest(string prefix, int top)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (top is < 1 or > ISuggestionService.MostSuggestions)
        {
            throw SearchRequestException.Suggestions();
        }

        return holder.Read(generation => Suggest(prefix, top, generation));
    }

    private SuggestionResponse Suggest(string prefix, int top, SearchGeneration generation)
    {
        var started = Stopwatch.GetTimestamp();
        var found = names.Of(generation, thesaurus.Current).Find(new TypedText(prefix), top);
        var key = new NameKey();
        var suggestions = found.ConvertAll(f => new Suggestion(f.Name.Text, f.Name.Kind, [HighlightOf(f, key)], f.Name.Count));
        return new SuggestionResponse
        {
            Prefix = prefix,
            TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3),
            Generation = generation.Commit.Generation,
            Suggestions = suggestions,
        };
    }

    private static Highlight HighlightOf(NameFinding found, NameKey key)
    {
        var text = found.Name.Text;
        if (!found.Name.IsShown)
        {
            return new Highlight(0, text.Length);
        }

        key.Set(text, found.Name.Key.Length);
        return Widened(text, key.Start(found.Start), key.End(found.End - 1));
    }

    /// <summary>A stretch widened to the borders of user-perceived characters.</summary>
    private static Highlight Widened(string text, int start, int end)
    {
        var from = 0;
        var to = 0;
        while (to < end)
        {
            var next = to + StringInfo.GetNextTextElementLength(text.AsSpan(to));
            from = next <= start ? next : from;
            to = next;
        }

        return new Highlight(from, to - from);
    }
}
