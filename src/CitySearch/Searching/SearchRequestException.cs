using CitySearch.Searching.Suggestions;

namespace CitySearch.Searching;

/// <summary>A request asks for what there is not. The message is one line that names it and says what to do.</summary>
public sealed class SearchRequestException : ArgumentException, IFailure
{
    private SearchRequestException(FailureKind kind, string message, params IReadOnlyList<string> values)
        : base(message)
    {
        Kind = kind;
        Values = values;
    }

    /// <inheritdoc/>
    public FailureKind Kind { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Values { get; }

    internal static SearchRequestException Top() =>
        new(FailureKind.TopOutOfRange, $"top must be between 1 and {SearchRequest.LargestPage}", $"{SearchRequest.LargestPage}");

    internal static SearchRequestException Suggestions() =>
        new(FailureKind.TopOutOfRange, $"top must be between 1 and {ISuggestionService.MostSuggestions}", $"{ISuggestionService.MostSuggestions}");

    internal static SearchRequestException Related() =>
        new(FailureKind.TopOutOfRange, $"top must be between 1 and {RelatedResponse.MostHits}", $"{RelatedResponse.MostHits}");

    internal static SearchRequestException Page() =>
        new(FailureKind.PageOutOfRange, $"page must be at least 1, and page times top at most {SearchRequest.DeepestHit}", $"{SearchRequest.DeepestHit}");

    internal static SearchRequestException Context() => new(
        FailureKind.ContextOutOfRange, $"context must be between {SearchRequest.ShortestContext} and {SearchRequest.LongestContext} characters",
        $"{SearchRequest.ShortestContext}", $"{SearchRequest.LongestContext}");

    internal static SearchRequestException Filter(string name) =>
        new(FailureKind.FilterUnknown, $"there is no filter {name}; use one of {string.Join(", ", SearchFilter.Names)}", name, string.Join(", ", SearchFilter.Names));

    internal static SearchRequestException FilterValue(string name, string value) =>
        new(FailureKind.FilterValueUnknown, $"the filter {name} cannot be {value}; write a year or date as 2019, 2016..2019, >=2018-12 or 2019-06-10", name, value);
}
