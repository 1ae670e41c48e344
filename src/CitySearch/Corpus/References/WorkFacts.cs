using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CitySearch.Text;

namespace CitySearch.Corpus.References;

/// <summary>What of a reference tells one work from another, in the form in which it is compared.</summary>
internal sealed partial class WorkFacts
{
    // Below this a title is a common word: 导论, 智慧城市.
    private const int CommonTitle = 8;

    private const string Country = "中华人民共和国";
    private const string About = "关于";

    /// <summary>Takes the facts of a reference.</summary>
    public WorkFacts(Reference reference)
    {
        (StandardKey, StandardYear) = NumberKeys.OfStandard(reference.StandardNumber);
        DocumentKey = NumberKeys.OfDocument(reference.DocumentNumber);
        (Title, var issuer) = CoreTitle(Letters(reference.Title));
        MainTitle = MainOf(reference.Title);
        Authors = reference.Authors.Count > 0 ? [.. reference.Authors.Select(author => TextFolding.Fold(author))] : issuer is null ? [] : [issuer];
        Date = reference.Date;
        IsDateOfEffect = Effect().IsMatch(reference.Text) && !Publication().IsMatch(reference.Text);
        Source = Letters(reference.Source);
        var hasName = Title.Length > 0 || StandardKey is not null || DocumentKey is not null;
        Address = WorkAddress.KeyOf(reference.Url, isAlone: !hasName);
        Text = hasName || Address is not null ? null : Letters(reference.Text) is { Length: > 0 } letters ? letters : reference.Text.Trim();
    }

    /// <summary>The standard's number without year and mark of recommendation.</summary>
    public string? StandardKey { get; }

    /// <summary>The year in the standard's number.</summary>
    public int? StandardYear { get; }

    /// <summary>The document's number: agency code, year, serial.</summary>
    public string? DocumentKey { get; }

    /// <summary>The title's letters without the words that official writing puts around it; empty without a title.</summary>
    public string Title { get; }

    /// <summary>The letters of the title before its subtitle.</summary>
    public string MainTitle { get; }

    /// <summary>The authors, folded; the agency that the title begins with where none are given.</summary>
    public IReadOnlyList<string> Authors { get; }

    /// <summary>The date.</summary>
    public PartialDate? Date { get; }

    /// <summary>Whether the date is that of entry into force.</summary>
    public bool IsDateOfEffect { get; }

    /// <summary>The letters of the source.</summary>
    public string Source { get; }

    /// <summary>The address, where it identifies the work.</summary>
    public string? Address { get; }

    /// <summary>The letters of the entry, where there is nothing else.</summary>
    public string? Text { get; }

    /// <summary>
    /// The keys of the reference: two that may be the same work share one. Short, whatever the reference holds.
    /// </summary>
    public IEnumerable<string> Keys()
    {
        if (StandardKey is not null)
        {
            yield return "s:" + Digest(StandardKey);
        }

        if (DocumentKey is not null)
        {
            yield return "d:" + Digest(DocumentKey);
        }

        if (Title.Length > 0)
        {
            yield return "t:" + Digest(Title);
            if (Authors.Count > 0)
            {
                yield return "m:" + Digest($"{MainTitle}|{AuthorNames.Longest(Authors[0])}");
            }
        }

        if (Address is not null)
        {
            yield return "u:" + Digest(Address);
        }

        if (Text is not null)
        {
            yield return "x:" + Digest(Text);
        }
    }

    /// <summary>All facts as one text: references with the same one cannot be told apart.</summary>
    public string Signature() => string.Join('\u001f',
        StandardKey, StandardYear, DocumentKey, Title, MainTitle, string.Join('\u001e', Authors), Date, IsDateOfEffect, Source, Address, Text);

    /// <summary>How much the facts say; the more, the earlier the reference finds its work.</summary>
    public int Weight() =>
        (DocumentKey is not null || StandardYear is not null ? 100 : 0) + (StandardKey is not null ? 50 : 0) + (Authors.Count > 0 ? 20 : 0)
        + (Date is null ? 0 : Date.Value.Day is not null ? 6 : Date.Value.Month is not null ? 4 : 2) + (Title.Length > 0 ? 1 : 0);

    /// <summary>Whether the same number makes two references the same work for certain.</summary>
    public bool IsSurely(WorkFacts other) =>
        (DocumentKey is not null && DocumentKey == other.DocumentKey)
        || (StandardKey is not null && StandardKey == other.StandardKey && StandardYear == other.StandardYear);

    /// <summary>Whether anything says that two references are the same work.</summary>
    public bool IsLike(WorkFacts other) =>
        IsSurely(other)
        || (StandardKey is not null && StandardKey == other.StandardKey)
        || (Title.Length > 0 && Title == other.Title)
        || (Address is not null && Address == other.Address)
        || (Text is not null && Text == other.Text)
        || HasSameMainTitle(other);

    /// <summary>Whether anything says that two references are different works.</summary>
    public bool Contradicts(WorkFacts other)
    {
        if (IsSurely(other))
        {
            return false;
        }

        var differ = Differ(StandardKey, other.StandardKey) || Differ(DocumentKey, other.DocumentKey)
            || (StandardYear is not null && other.StandardYear is not null && StandardYear != other.StandardYear)
            || !AuthorNames.AgreeAll(Authors, other.Authors);
        if (differ || (StandardKey is not null && StandardKey == other.StandardKey))
        {
            return differ;
        }

        var isCommon = Title.Length < CommonTitle && Title == other.Title && (Authors.Count == 0 || other.Authors.Count == 0);
        return !DatesAgree(other) || (isCommon && Source.Length > 0 && other.Source.Length > 0 && Source != other.Source);
    }

    /// <summary>Whether two dates can be one: equal as far as both are known.</summary>
    public static bool Agree(PartialDate a, PartialDate b) =>
        a.Year == b.Year && (a.Month is null || b.Month is null || a.Month == b.Month) && (a.Day is null || b.Day is null || a.Day == b.Day);

    /// <summary>A text as 16 letters and digits: 80 bits of its SHA-256, in the alphabet of RFC 4648, base 32, in lower case.</summary>
    public static string Digest(string text)
    {
        const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return string.Create(16, hash, static (span, bytes) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var bit = i * 5;
                var window = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
                span[i] = Alphabet[(window >> (11 - (bit % 8))) & 31];
            }
        });
    }

    private static bool Differ(string? a, string? b) => a is not null && b is not null && a != b;

    // 数据之巅 and 数据之巅：大数据革命, where authors and year or publisher say the same.
    private bool HasSameMainTitle(WorkFacts other) =>
        MainTitle.Length > 0 && MainTitle == other.MainTitle && (MainTitle == Title || other.MainTitle == other.Title)
        && Authors.Count > 0 && other.Authors.Count > 0 && AuthorNames.Longest(Authors[0]) == AuthorNames.Longest(other.Authors[0])
        && ((Date is { } date && other.Date is { } otherDate && date.Year == otherDate.Year) || (Source.Length > 0 && Source == other.Source));

    // A law enters into force some months after its publication.
    private bool DatesAgree(WorkFacts other)
    {
        if (Date is not { } date || other.Date is not { } otherDate)
        {
            return true;
        }

        return IsDateOfEffect == other.IsDateOfEffect
            ? Agree(date, otherDate)
            : (IsDateOfEffect ? date.Year - otherDate.Year : otherDate.Year - date.Year) is 0 or 1;
    }

    private static string Letters(string? text)
    {
        if (text is null)
        {
            return "";
        }

        var letters = new StringBuilder(text.Length);
        foreach (var rune in TextFolding.Fold(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                letters.Append(rune);
            }
        }

        return letters.ToString();
    }

    /// <summary>
    /// The title without the country's name, the agency before 关于, and 关于印发…的通知, with the agency: one document is
    /// cited as 国务院关于印发促进大数据发展行动纲要的通知 and as 促进大数据发展行动纲要.
    /// </summary>
    private static (string Title, string? Issuer) CoreTitle(string title)
    {
        string? issuer = null;
        var core = title.StartsWith(Country, StringComparison.Ordinal) && title.Length > Country.Length + 1 ? title[Country.Length..] : title;
        var about = core.IndexOf(About, StringComparison.Ordinal);
        if (about > 0 && Organisations.IsBody(core[..about]))
        {
            issuer = core[..about];
            core = core[about..];
        }

        var match = Announced().Match(core);
        return (match.Success ? match.Groups["title"].Value : core, issuer);
    }

    private static string MainOf(string? title)
    {
        var end = title?.AsSpan().IndexOfAny(":：—") ?? -1;
        return CoreTitle(Letters(end > 1 ? title![..end] : title)).Title;
    }

    [GeneratedRegex("^(?:关于)?印发(?<title>.{4,})的通知$|^关于(?<title>.{4,})$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Announced();

    [GeneratedRegex("(?:[0-9０-９日号]|起)(?:正式)?(?:施行|实施|生效|實施)", RegexOptions.CultureInvariant)]
    private static partial Regex Effect();

    [GeneratedRegex("[0-9０-９日号](?:通过|公布|发布|印发|修订|修正|通過|公佈|發布)", RegexOptions.CultureInvariant)]
    private static partial Regex Publication();
}
