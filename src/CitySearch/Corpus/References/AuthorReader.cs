using System.Text.RegularExpressions;

namespace CitySearch.Corpus.References;

/// <summary>Reads the authors at the head of an entry, where they can be told from a title.</summary>
/// <remarks>
/// GB/T 7714-2015, 8.1: up to three authors parted by commas, then 等 or et al.; 8.1.3: 佚名 or Anon for none. The first
/// field of a loose entry is as often the title; it is taken for authors only when all of it reads as names.
/// </remarks>
internal static partial class AuthorReader
{
    private const int MostAuthors = 60;

    /// <summary>Reads the authors of an entry.</summary>
    /// <param name="text">The entry.</param>
    /// <param name="field">Its first field of text.</param>
    /// <param name="limit">Where the head of the entry ends.</param>
    /// <param name="isMarked">Whether the entry has a type mark, and so follows the standard's order.</param>
    public static AuthorList? Read(EntryText text, EntryPiece field, int limit, bool isMarked)
    {
        var start = field.Start;
        if (Prefix().Match(text.Shadow, start) is { Success: true } prefix && start + prefix.Length < field.End)
        {
            start += prefix.Length;
        }

        return ReadWestern(text, start, limit) ?? ReadBeforeTitle(text, start, field.End, isMarked) ?? ReadField(text, start, field.End, isMarked);
    }

    private static AuthorList? ReadWestern(EntryText text, int start, int limit)
    {
        var (shadow, names, at) = (text.Shadow, new List<string>(), start);
        while (names.Count < MostAuthors && WesternNames.Read(shadow, at, out var end) is { } name)
        {
            names.Add(name);
            at = end;
            if (Others().Match(shadow, at) is { Success: true } others)
            {
                at += others.Length;
                break;
            }

            if (Separator().Match(shadow, at) is not { Success: true } separator)
            {
                break;
            }

            at += separator.Length;
        }

        return names.Count > 0 && at <= limit ? Finish(text, names, at, limit) : null;
    }

    /// <summary>The list when a full stop, a year in brackets or a book title follows it.</summary>
    private static AuthorList? Finish(EntryText text, List<string> names, int at, int limit)
    {
        var end = EntryDates.YearInBrackets(text.Shadow, at, out var year);
        if (end >= 0)
        {
            return new AuthorList(names, end, year);
        }

        var ends = at >= limit || text.At(at) is '.' or EntryText.Hole || text.At(at - 1) == '.' || (text.At(at) == ':' && text.At(text.From(at + 1)) == '《');
        return ends ? new AuthorList(names, at) : null;
    }

    // 单志广：《智慧社会的美好愿景》, 中共中央办公厅 国务院办公厅《数字乡村发展战略纲要》, 黃某（2019）。
    private static AuthorList? ReadBeforeTitle(EntryText text, int start, int end, bool isMarked)
    {
        for (var i = start + 2; i < end; i++)
        {
            var isYear = text.At(i) == '(' && EntryDates.YearInBrackets(text.Shadow, i, out _) is var yearEnd && yearEnd >= 0 && (yearEnd >= end || text.At(yearEnd) is '.' or ',');
            if (!isYear && text.At(i) != '《')
            {
                continue;
            }

            var last = text.Before(i);
            var isColon = text.At(last) == ':';
            var nameEnd = isColon ? text.Before(last) + 1 : last + 1;
            if (nameEnd <= start || ReadField(text, start, nameEnd, isMarked && isColon) is not { } list)
            {
                return null;
            }

            if (isYear)
            {
                return list with { End = EntryDates.YearInBrackets(text.Shadow, i, out var year), Year = year, IsDoubtful = false };
            }

            // 国务院《意见》解读 is a title.
            var close = text.Partner(i);
            var isWhole = close >= 0 && (close + 1 >= end || text.At(text.From(close + 1)) is '(' or '[' or '.' or ',' or ';' or EntryText.Hole);
            return isWhole ? list with { End = i, IsDoubtful = false } : null;
        }

        return null;
    }

    private static AuthorList? ReadField(EntryText text, int start, int end, bool isMarked)
    {
        var field = text.Cut(start, end);
        if (field is "佚名" || field.Equals("anon", StringComparison.OrdinalIgnoreCase))
        {
            return new AuthorList([], end);
        }

        field = FieldOthers().Replace(field, "");
        if (field.Length > 400 || field.AsSpan().ContainsAny("《“？?"))
        {
            return null;
        }

        if (Organisations.AreBodies(field))
        {
            return new AuthorList([.. Bodies(field)], end);
        }

        return ReadPersons(field, isMarked) is { } names ? names with { End = end } : null;
    }

    private static IEnumerable<string> Bodies(string field)
    {
        if (Organisations.IsLatinBody(field))
        {
            return [field];
        }

        return field.Split(['、', ',', '，', ' ', '\u3000', ';', '；'], StringSplitOptions.RemoveEmptyEntries).Select(Organisations.WithoutOthers);
    }

    private static AuthorList? ReadPersons(string field, bool isMarked)
    {
        var parts = field.Split([',', '，', '、', ';', '；', '&'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isList = parts.Length > 1;
        if (parts.Length == 1 && SpacedNames(parts[0]) is { } spaced)
        {
            (parts, isList) = (spaced, spaced.Length > 1);
        }

        if (parts.Length is 0 or > MostAuthors)
        {
            return null;
        }

        var names = new List<string>();
        var (known, certain) = (0, 0);
        foreach (var part in parts)
        {
            var name = Role().Replace(Nationality().Replace(part, ""), "");
            name = PaddedName().Replace(name, "$1$2");
            var folded = ChineseNames.Fold(name);
            if (ChineseNames.IsNameInParts(folded) || HanWithInitials().IsMatch(name))
            {
                certain++;
            }
            else if (ChineseNames.IsName(folded))
            {
                known++;
                certain += name.Length < part.Length ? 1 : 0;
            }
            else if (Organisations.IsBody(name) || (WesternNames.Read(name, 0, out var end) is not null && end == name.Length))
            {
                certain++;
            }
            else if (!ChineseNames.IsShort(folded))
            {
                return null;
            }

            names.Add(Organisations.WithoutOthers(name));
        }

        // A list needs one name that is surely one; a single word does too, or the standard's order.
        var isRead = isList ? known + certain > 0 : known + certain > 0 || (isMarked && names[0].Length <= 3);
        return isRead ? new AuthorList(names, 0, IsDoubtful: !isList && certain == 0) : null;
    }

    /// <summary>李强 王伟 as two names; 王 坚 is one.</summary>
    private static string[]? SpacedNames(string text)
    {
        var words = text.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= MostAuthors && Array.TrueForAll(words, word => ChineseNames.IsName(ChineseNames.Fold(word))) ? words : null;
    }

    [GeneratedRegex(@"\G(?:作者|责任者|文|撰文|记者|本报记者|by)(?: ?[:|/] ?| )", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\G ?(?:, ?&|, ?and\b|,|;|&|and\b) ?(?! ?(?:et al|等))", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\G,? ?(?:et al\.?|and others\.?|等)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    [GeneratedRegex(@"[,，、;；]? ?(?:等|et al)$", RegexOptions.CultureInvariant)]
    private static partial Regex FieldOthers();

    [GeneratedRegex(@"^[\[(（［【〔][\u4E00-\u9FFF]{1,4}[\])）］】〕] ?", RegexOptions.CultureInvariant)]
    private static partial Regex Nationality();

    [GeneratedRegex(@"(?<=..) ?(?:主编|编著|编写|主編|編著|編寫|等著)$|(?: |(?<=...))(?:著|编|編|撰)$", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"^([\u4E00-\u9FFF])[ \u3000]{1,2}([\u4E00-\u9FFF])$", RegexOptions.CultureInvariant)]
    private static partial Regex PaddedName();

    // 昂温 P S
    [GeneratedRegex(@"^[\u4E00-\u9FFF]{2,8} [A-Z](?:\.?[ -]?[A-Z]){0,3}\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex HanWithInitials();
}
