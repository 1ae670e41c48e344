using System.Text.RegularExpressions;

namespace CitySearch.Text;

/// <summary>Finds document numbers and standard numbers in running text, in all their spellings.</summary>
/// <remarks>
/// Document numbers follow GB/T 9704 (agency code, year in 〔〕, serial, 号), standards the forms of the Chinese national,
/// local, industry, group and enterprise standards and of ISO, IEC, ITU-T and IEEE. Each pattern is tried where a number
/// can end (号) or begin (a Latin letter) and looks at a bounded stretch, so scanning takes linear time.
/// </remarks>
public static partial class NumberScanner
{
    // An agency code with spaces, the year and the serial fit into it.
    private const int LongestDocumentNumber = 40;
    private const int LongestStandardNumber = 48;

    private const int LongestAgency = 8;

    // Words of running text before an agency code. A code that holds one of them loses what stands before it, in every
    // spelling alike.
    private static readonly string[] LeadingWords =
    [
        "根据", "按照", "依据", "依照", "遵照", "印发", "关于", "发布", "出台", "下发", "文件", "文号", "见", "和", "与", "及", "的", "在", "由", "了", "是", "为", "附", "即", "以",
    ];

    /// <summary>The numbers in a text in order, not overlapping.</summary>
    public static IReadOnlyList<NumberMatch> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!MayHoldNumber(text))
        {
            return [];
        }

        var folded = new FoldedText();
        folded.Fold(text);
        return [.. Find(folded).Select(n => new NumberMatch(
            folded.Start(n.First), folded.End(n.End - 1) - folded.Start(n.First), n.IsStandard, [.. n.Keys.Select(k => k.Text)]))];
    }

    /// <summary>Whether an original text has digits, without which it has no numbers.</summary>
    internal static bool MayHoldNumber(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9') || text.ContainsAnyInRange('０', '９');

    /// <summary>The numbers in a folded text in order, not overlapping.</summary>
    internal static List<FoundNumber> Find(FoldedText text)
    {
        string? units = null;
        List<FoundNumber>? found = null;
        var codePoints = text.CodePoints;
        for (var i = 0; i < codePoints.Length; i++)
        {
            if (EndsDocument(codePoints, i))
            {
                found ??= [];
                AddDocument(units ??= Units(text), i, found);
            }
            else if (MayBeginStandard(codePoints, i))
            {
                found ??= [];
                i = AddStandard(units ??= Units(text), i, found);
            }
        }

        return found is null ? [] : InOrder(found);
    }

    /// <summary>The text with one char a code point, so that indexes agree; no pattern looks for anything beyond the basic plane.</summary>
    private static string Units(FoldedText text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = source.CodePoints[i] < 0x10000 ? (char)source.CodePoints[i] : '\uFFFD';
        }
    });

    private static List<FoundNumber> InOrder(List<FoundNumber> found)
    {
        found.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        var last = 0;
        found.RemoveAll(number =>
        {
            if (number.First < last)
            {
                return true;
            }

            last = number.End;
            return false;
        });
        return found;
    }

    /// <summary>Whether a code point is a 号 behind a digit.</summary>
    private static bool EndsDocument(ReadOnlySpan<int> text, int at) =>
        text[at] == '号' && ((at > 0 && IsDigit(text[at - 1])) || (at > 1 && IsDigit(text[at - 2])));

    /// <summary>Whether a code point begins a Latin word that can be the code of a standard: no more than four letters, and what a number or its code has next.</summary>
    private static bool MayBeginStandard(ReadOnlySpan<int> text, int at)
    {
        if (!IsLatin(text[at]) || (at > 0 && (IsLatin(text[at - 1]) || IsDigit(text[at - 1]))))
        {
            return false;
        }

        var end = at + 1;
        while (end < text.Length && IsLatin(text[end]))
        {
            end++;
        }

        if (end - at > 4 || end == text.Length)
        {
            return false;
        }

        // ISO TS, IEEE Std and GB T have a space before more letters.
        return text[end] is '/' or '∕' or '⁄' or '-' || IsDigit(text[end])
            || (text[end] <= ' ' && end + 1 < text.Length && (!IsLatin(text[end + 1]) || text[at] is 'i' or 'g'));
    }

    private static void AddDocument(string text, int mark, List<FoundNumber> found)
    {
        var from = Math.Max(0, mark - LongestDocumentNumber);
        var window = text[from..(mark + 1)];
        if (Bracketed().Match(window) is { Success: true } bracketed)
        {
            var number = $"{bracketed.Groups["year"].Value}-{Serial(bracketed)}";
            Add(bracketed, mark + 1, number, number, "字");
        }
        else if (Order().Match(window) is { Success: true } order)
        {
            Add(order, mark + 1, $"令{Serial(order)}", $"令{Serial(order)}", "");
        }
        else if (mark + 1 < text.Length && text[mark + 1] == '令' && OrderAfter().Match(window) is { Success: true } after)
        {
            Add(after, mark + 2, $"令{Serial(after)}", $"令{Serial(after)}", "");
        }
        else if (Lettered().Match(window) is { Success: true } lettered)
        {
            Add(lettered, mark + 1, $"-{Serial(lettered)}", null, "字");
        }
        else if (Announcement().Match(window) is { Success: true } announcement)
        {
            Add(announcement, mark + 1, "", $"{announcement.Groups["year"].Value}-{Serial(announcement)}", "");
        }

        void Add(Match match, int end, string number, string? withoutAgency, string ending)
        {
            var agency = Agency(match.Groups["agency"]);
            var code = agency.Code.EndsWith(ending, StringComparison.Ordinal) ? agency.Code[..^ending.Length] : agency.Code;
            var keys = new List<NumberKey>();
            for (var first = 0; first + 2 <= code.Length; first++)
            {
                keys.Add(new NumberKey($"doc:{code[first..]}{number}", from + agency.Start + first, end));
            }

            var rest = from + match.Groups["rest"].Index;
            if (withoutAgency is not null)
            {
                keys.Add(new NumberKey($"doc:{withoutAgency}", rest, end));
            }

            if (keys.Count > 0)
            {
                var serial = match.Groups["serial"];
                found.Add(new FoundNumber(Math.Min(keys[0].First, rest), end, false, from + serial.Index, from + serial.Index + serial.Length, keys));
            }
        }
    }

    /// <summary>What of the Han characters before a number can be its agency code, and where that starts.</summary>
    private static (string Code, int Start) Agency(Group group)
    {
        var start = Math.Max(0, group.Length - LongestAgency);
        foreach (var word in LeadingWords)
        {
            var at = group.Value.LastIndexOf(word, StringComparison.Ordinal);
            start = at >= 0 ? Math.Max(start, at + word.Length) : start;
        }

        return (group.Value[start..], group.Index + start);
    }

    private static string Serial(Match match) => match.Groups["serial"].Value.TrimStart('0') is { Length: > 0 } serial ? serial : "0";

    /// <summary>Adds the standard's number that begins at a letter, if there is one; returns where to go on from.</summary>
    private static int AddStandard(string text, int first, List<FoundNumber> found)
    {
        var match = Standard().Match(text, first, Math.Min(LongestStandardNumber, text.Length - first));
        var end = first + match.Length;
        if (!match.Success || (end < text.Length && (IsDigit(text[end]) || IsLatin(text[end]))))
        {
            return first;
        }

        var body = WithSlash(WithoutSpaces(match.Groups["body"].Value).Replace('∕', '/').Replace('⁄', '/'));
        var group = match.Groups["number"];
        var number = WithoutSpaces(group.Value);
        var numberEnd = group.Index + group.Length;
        var keys = new List<NumberKey>(3);
        if (match.Groups["year"] is { Success: true } year)
        {
            keys.Add(new NumberKey($"std:{body}{number}-{year.Value}", first, end));
        }

        keys.Add(new NumberKey($"std:{body}{number}", first, numberEnd));
        if (body.EndsWith("/t", StringComparison.Ordinal) || body.EndsWith("/z", StringComparison.Ordinal))
        {
            keys.Add(new NumberKey($"std:{body[..^2]}{number}", first, numberEnd));
        }

        var digits = group.Index + Math.Max(0, group.ValueSpan.IndexOfAnyInRange('0', '9'));
        var digitsEnd = digits;
        while (digitsEnd < numberEnd && IsDigit(text[digitsEnd]))
        {
            digitsEnd++;
        }

        found.Add(new FoundNumber(first, end, true, digits, digitsEnd, keys));
        return end - 1;
    }

    private static string WithoutSpaces(string text) => text.Any(char.IsWhiteSpace) ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))) : text;

    /// <summary>GB/T and DB33/T for GBT and DB33T, as file names write them; GBZ is a series of its own.</summary>
    private static string WithSlash(string body) =>
        body == "gbt" || (body is ['d', 'b', _, .., 't'] && body.AsSpan(2, body.Length - 3).IndexOfAnyExceptInRange('0', '9') < 0) ? $"{body[..^1]}/t" : body;

    private static bool IsLatin(int c) => c is >= 'a' and <= 'z';

    /// <summary>Whether a folded code point is a digit from 0 to 9.</summary>
    internal static bool IsDigit(int c) => c is >= '0' and <= '9';

    [GeneratedRegex(@"(?<agency>[\u4E00-\u9FFF]{0,20})\s{0,2}(?<rest>[〔\[(【〖﹝]\s?(?<year>[12][0-9]{3})\s?年?\s?[〕\])】〗﹞]\s{0,2}第?\s?(?<serial>[0-9]{1,5})\s?号)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<agency>[\u4E00-\u9FFF]{0,20})(?<rest>令\s?[(〔]?第?\s?(?<serial>[0-9]{1,5})\s?号)$", RegexOptions.CultureInvariant)]
    private static partial Regex Order();

    [GeneratedRegex(@"(?<agency>[\u4E00-\u9FFF]{0,20}?)(?<rest>第\s?(?<serial>[0-9]{1,5})\s?号)$", RegexOptions.CultureInvariant)]
    private static partial Regex OrderAfter();

    [GeneratedRegex(@"(?<agency>[\u4E00-\u9FFF]{2,20}字)(?<rest>\s?第\s?(?<serial>[0-9]{1,5})\s?号)$", RegexOptions.CultureInvariant)]
    private static partial Regex Lettered();

    [GeneratedRegex(@"(?<rest>(?<year>[12][0-9]{3})\s?年\s?第\s?(?<serial>[0-9]{1,5})\s?号)$", RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();

    // A code of letters without /T is taken for a standard's only with a year behind what is not one itself, or it would
    // be any product's or company's name.
    [GeneratedRegex(
        @"\G(?:(?<body>gbz(?:\s?[/∕⁄]\s?t)?|gbj|gb(?:\s?[/∕⁄]\s?[tz]|\s?t)?|db\s?[0-9]{2,6}(?:\s?[/∕⁄]\s?[tz]|\s?t)?|[a-z]{2,3}\s?[/∕⁄]\s?[tz]|t\s?[/∕⁄]\s?[0-9]{0,2}[a-z]{2,10}(?:\s?-\s?[a-z]{1,4})?"
        + @"|q\s?[/∕⁄]\s?(?:[0-9]{2,6}\s?)?[a-z]{1,10}|iso(?:\s?[/∕⁄]\s?(?:iec|ts|tr|pas))?(?:\s(?:ts|tr))?|iec)"
        + @"\s{0,2}(?<number>[0-9]{2,6}(?:\.[0-9]{1,3}){0,3})(?:\s?[-‐‒–—―−─:]{1,2}\s?(?<year>(?:19|20)[0-9]{2}))?"
        + @"|(?<body>[a-z]{2,4})\s{0,2}(?!(?:19|20)[0-9]{2}\s?[-‐‒–—―−─])(?<number>[0-9]{1,5}(?:\.[0-9]{1,3}){0,3})\s?[-‐‒–—―−─]{1,2}\s?(?<year>(?:19|20)[0-9]{2})"
        + @"|(?<body>itu-t)\s{0,2}(?<number>[a-z]\.[0-9]{1,5}(?:\.[0-9]{1,3})?)"
        + @"|(?<body>ieee)\s{0,2}(?:std\s?)?(?<number>[0-9]{3,5}(?:\.[0-9]{1,3}[a-z]{0,2})?)(?:\s?-\s?(?<year>(?:19|20)[0-9]{2}))?)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Standard();
}
