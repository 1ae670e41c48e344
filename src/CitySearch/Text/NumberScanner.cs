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
        return Find(folded);
    }

    /// <summary>The numbers in a folded text, at offsets of its original.</summary>
    internal static IReadOnlyList<NumberMatch> Find(FoldedText text)
    {
        // One char a code point, so that indexes agree; no pattern looks for anything beyond the basic plane.
        var units = string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source.CodePoints[i] < 0x10000 ? (char)source.CodePoints[i] : '\uFFFD';
            }
        });

        var found = new List<(int Start, int End, bool IsStandard, IReadOnlyList<string> Keys)>();
        AddDocuments(units, found);
        AddStandards(units, found);
        found.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var matches = new List<NumberMatch>(found.Count);
        var last = 0;
        foreach (var (start, end, isStandard, keys) in found)
        {
            if (start >= last)
            {
                var from = text.Start(start);
                matches.Add(new NumberMatch(from, text.End(end - 1) - from, isStandard, keys));
                last = end;
            }
        }

        return matches;
    }

    private static bool MayHoldNumber(string text) =>
        text.AsSpan().ContainsAnyInRange('0', '9') || text.AsSpan().ContainsAnyInRange('０', '９');

    private static void AddDocuments(string text, List<(int Start, int End, bool IsStandard, IReadOnlyList<string> Keys)> found)
    {
        for (var mark = text.IndexOf('号', StringComparison.Ordinal); mark >= 0; mark = text.IndexOf('号', mark + 1))
        {
            var from = Math.Max(0, mark - LongestDocumentNumber);
            var window = text[from..(mark + 1)];
            if (Bracketed().Match(window) is { Success: true } bracketed)
            {
                var number = $"{bracketed.Groups["year"].Value}-{Serial(bracketed)}";
                AddDocument(bracketed, from, mark + 1, number, number, "字");
            }
            else if (Order().Match(window) is { Success: true } order)
            {
                AddDocument(order, from, mark + 1, $"令{Serial(order)}", $"令{Serial(order)}", "");
            }
            else if (mark + 1 < text.Length && text[mark + 1] == '令' && OrderAfter().Match(window) is { Success: true } after)
            {
                AddDocument(after, from, mark + 2, $"令{Serial(after)}", $"令{Serial(after)}", "");
            }
            else if (Lettered().Match(window) is { Success: true } lettered)
            {
                AddDocument(lettered, from, mark + 1, $"-{Serial(lettered)}", null, "字");
            }
            else if (Announcement().Match(window) is { Success: true } announcement)
            {
                found.Add((from + announcement.Index, mark + 1, false, [$"doc:{announcement.Groups["year"].Value}-{Serial(announcement)}"]));
            }
        }

        void AddDocument(Match match, int from, int end, string number, string? withoutAgency, string ending)
        {
            var agency = Agency(match.Groups["agency"]);
            var code = agency.Code.EndsWith(ending, StringComparison.Ordinal) ? agency.Code[..^ending.Length] : agency.Code;
            var keys = new List<string>();
            for (var first = 0; first + 2 <= code.Length; first++)
            {
                keys.Add($"doc:{code[first..]}{number}");
            }

            if (withoutAgency is not null)
            {
                keys.Add($"doc:{withoutAgency}");
            }

            if (keys.Count > 0)
            {
                found.Add((from + (agency.Code.Length > 0 ? agency.Start : match.Groups["rest"].Index), end, false, keys));
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

    private static void AddStandards(string text, List<(int Start, int End, bool IsStandard, IReadOnlyList<string> Keys)> found)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsLatin(text[i]) || (i > 0 && (IsLatin(text[i - 1]) || char.IsAsciiDigit(text[i - 1]))))
            {
                continue;
            }

            var match = Standard().Match(text, i, Math.Min(LongestStandardNumber, text.Length - i));
            if (!match.Success)
            {
                continue;
            }

            var end = i + match.Length;
            if (end < text.Length && (char.IsAsciiDigit(text[end]) || IsLatin(text[end])))
            {
                continue;
            }

            var body = Spaces().Replace(match.Groups["body"].Value, "");
            var number = Spaces().Replace(match.Groups["number"].Value, "");
            var year = match.Groups["year"].Value;
            var keys = new List<string>();
            if (year.Length > 0)
            {
                keys.Add($"std:{body}{number}-{year}");
            }

            keys.Add($"std:{body}{number}");
            if (body.EndsWith("/t", StringComparison.Ordinal) || body.EndsWith("/z", StringComparison.Ordinal))
            {
                keys.Add($"std:{body[..^2]}{number}");
            }

            found.Add((i, end, true, keys));
            i = end - 1;
        }
    }

    private static bool IsLatin(char c) => c is >= 'a' and <= 'z';

    [GeneratedRegex(@"(?<agency>[\u4E00-\u9FFF]{0,20})\s{0,2}(?<rest>[〔\[(【〖﹝]\s?(?<year>[12][0-9]{3})\s?年?\s?[〕\])】〗﹞]\s{0,2}第?\s?(?<serial>[0-9]{1,5})\s?号)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<agency>[\u4E00-\u9FFF]{0,20})(?<rest>令\s?[(〔]?第?\s?(?<serial>[0-9]{1,5})\s?号)$", RegexOptions.CultureInvariant)]
    private static partial Regex Order();

    [GeneratedRegex(@"(?<agency>[\u4E00-\u9FFF]{0,20}?)(?<rest>第\s?(?<serial>[0-9]{1,5})\s?号)$", RegexOptions.CultureInvariant)]
    private static partial Regex OrderAfter();

    [GeneratedRegex(@"(?<agency>[\u4E00-\u9FFF]{2,20}字)(?<rest>\s?第\s?(?<serial>[0-9]{1,5})\s?号)$", RegexOptions.CultureInvariant)]
    private static partial Regex Lettered();

    [GeneratedRegex(@"(?<year>[12][0-9]{3})\s?年\s?第\s?(?<serial>[0-9]{1,5})\s?号$", RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();

    // A code of two or three letters without /T is taken for a standard's only with a year, or it would be any product's name.
    [GeneratedRegex(
        @"\G(?:(?<body>gb(?:\s?/\s?[tz])?|gbz|gbj|db\s?[0-9]{2,6}(?:\s?/\s?[tz])?|[a-z]{2,3}\s?/\s?[tz]|t\s?/\s?[a-z]{2,10}(?:\s?-\s?[a-z]{1,4})?|q\s?/\s?[a-z0-9]{1,10}|iso(?:\s?/\s?(?:iec|ts|tr|pas))?(?:\s(?:ts|tr))?|iec)"
        + @"\s{0,2}(?<number>[0-9]{2,6}(?:\.[0-9]{1,3}){0,3})(?:\s?[-‐‒–—―−─:]\s?(?<year>(?:19|20)[0-9]{2}))?"
        + @"|(?<body>[a-z]{2,4})\s{0,2}(?<number>[0-9]{1,5}(?:\.[0-9]{1,3}){0,3})\s?[-‐‒–—―−─]\s?(?<year>(?:19|20)[0-9]{2})"
        + @"|(?<body>itu-t)\s{0,2}(?<number>[a-z]\.[0-9]{1,5}(?:\.[0-9]{1,3})?)"
        + @"|(?<body>ieee)\s{0,2}(?:std\s?)?(?<number>[0-9]{3,5}(?:\.[0-9]{1,3}[a-z]{0,2})?)(?:\s?-\s?(?<year>(?:19|20)[0-9]{2}))?)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Standard();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
