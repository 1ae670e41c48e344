using CitySearch.Corpus;
using CitySearch.Text;

namespace CitySearch.Searching.Language;

/// <summary>Reads what stands behind a field's colon, or behind the equals sign of a filter.</summary>
internal static class FieldValues
{
    private static readonly string[] Between = ["..", "~", "至"];

    /// <summary>Whether a field takes only some values, so that anything else makes it text.</summary>
    public static bool IsTyped(QueryField field) => field is QueryField.Year or QueryField.Date or QueryField.Kind;

    /// <summary>The value that a word says; <see langword="null"/> when a field cannot have such a value.</summary>
    public static QueryNode? Parse(QueryField field, string word) => field switch
    {
        QueryField.Year => Range(word, ofYears: true),
        QueryField.Date => Range(word, ofYears: false),
        QueryField.Kind => Kind(word) is { } kind ? new TextNode(kind) : null,
        _ => QueryMarks.HasWord(word) || (field == QueryField.Path && word.Contains('*', StringComparison.Ordinal)) ? new TextNode(word) : null,
    };

    /// <summary>The value of a filter: as of a query's field, where the whole of it is one word, and a phrase can stand between quotes.</summary>
    public static QueryNode? OfFilter(QueryField field, string value)
    {
        value = value.Trim();
        if (IsTyped(field) || field == QueryField.Path || !QueryMarks.HasWord(value))
        {
            return Parse(field, value);
        }

        if (value.Length > 2 && QueryMarks.Closing(value[0])?.Contains(value[^1], StringComparison.Ordinal) == true)
        {
            return new PhraseNode(value[1..^1], 0);
        }

        var word = new QueryWord();
        word.Append(value, isLiteral: false);
        return word.ToOperand(() => true).Node;
    }

    private static string? Kind(string word) => TextFolding.Fold(word) switch
    {
        "article" or "文章" => "article",
        "reference" or "文献" or "参考文献" => "reference",
        _ => null,
    };

    private static RangeNode? Range(string word, bool ofYears)
    {
        var value = TextFolding.Fold(word).Replace("...", "..", StringComparison.Ordinal).Trim();
        if (value.Length == 0 || value.Length > 40)
        {
            return null;
        }

        if (value[0] is '<' or '>' or '≤' or '≥' or '=')
        {
            return Compared(value, ofYears);
        }

        foreach (var between in Between)
        {
            if (value.IndexOf(between, StringComparison.Ordinal) is >= 0 and var at)
            {
                return Span(value[..at], value[(at + between.Length)..], ofYears);
            }
        }

        // 2016-2019 cannot be a year and a month.
        return Date(value, ofYears) is { } date ? Of(date, date)
            : value.Split('-') is [{ Length: 4 } first, { Length: 4 } last] ? Span(first, last, ofYears)
            : null;
    }

    private static RangeNode? Span(string first, string last, bool ofYears)
    {
        var (from, to) = (Date(first, ofYears), Date(last, ofYears));
        return (from is null && first.Length > 0) || (to is null && last.Length > 0) || (from is null && to is null) ? null
            : from is { } start && to is { } end && start.SortKey > LastDay(end) ? Of(to, from)
            : Of(from, to);
    }

    /// <summary>The last day of a date of any precision as a number that no <see cref="PartialDate.SortKey"/> in it exceeds.</summary>
    public static int LastDay(PartialDate date) => date.SortKey + (date.Month is null ? 9999 : date.Day is null ? 99 : 0);

    private static RangeNode? Compared(string value, bool ofYears)
    {
        var isEqual = value.Length > 1 && value[1] == '=';
        if (Date(value[(isEqual ? 2 : 1)..].Trim(), ofYears) is not { } date)
        {
            return null;
        }

        return value[0] switch
        {
            '=' => Of(date, date),
            '≤' => Of(null, date),
            '≥' => Of(date, null),
            '<' => isEqual ? Of(null, date) : Before(date) is { } before ? Of(null, before) : null,
            _ => isEqual ? Of(date, null) : After(date) is { } after ? Of(after, null) : null,
        };
    }

    private static RangeNode Of(PartialDate? from, PartialDate? to) => new(from?.ToString(), to?.ToString());

    /// <summary>A date of a year with four digits.</summary>
    private static PartialDate? Date(string text, bool ofYears)
    {
        if (ofYears)
        {
            text = text.EndsWith('年') ? text[..^1] : text;
            return text.Length == 4 && text.All(char.IsAsciiDigit) ? PartialDate.Parse(text) : null;
        }

        var parts = text.Replace('年', '-').Replace('月', '-').Replace('/', '-').Replace('.', '-').TrimEnd('日', '号').TrimEnd('-');
        var date = parts.Length == 8 && parts.All(char.IsAsciiDigit) ? PartialDate.Parse($"{parts[..4]}-{parts[4..6]}-{parts[6..]}") : PartialDate.Parse(parts);
        return date is { Year: >= 1000 } ? date : null;
    }

    private static PartialDate? Before(PartialDate date) => date switch
    {
        (_, null, _) => PartialDate.TryCreate(date.Year - 1),
        (_, _, null) => date.Month > 1 ? date with { Month = date.Month - 1 } : PartialDate.TryCreate(date.Year - 1, 12),
        _ => Day(date, -1),
    };

    private static PartialDate? After(PartialDate date) => date switch
    {
        (_, null, _) => PartialDate.TryCreate(date.Year + 1),
        (_, _, null) => date.Month < 12 ? date with { Month = date.Month + 1 } : PartialDate.TryCreate(date.Year + 1, 1),
        _ => Day(date, 1),
    };

    private static PartialDate? Day(PartialDate date, int days)
    {
        var day = new DateOnly(date.Year, date.Month!.Value, date.Day!.Value);
        return (days > 0 && day == DateOnly.MaxValue) ? null : day.AddDays(days) is var moved ? PartialDate.TryCreate(moved.Year, moved.Month, moved.Day) : null;
    }
}
