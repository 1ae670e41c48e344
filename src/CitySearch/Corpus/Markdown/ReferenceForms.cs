using System.Globalization;
using System.Text.RegularExpressions;

namespace CitySearch.Corpus.Markdown;

/// <summary>What reference lists look like: their titles, the labels of their entries, the entries themselves.</summary>
internal static partial class ReferenceForms
{
    private const int LongestTitle = 60;
    private const int LongestEntry = 600;

    // Under these words stands a reference list.
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "参考资料", "参考文献", "参考文章", "参考链接", "参考书目", "参考来源", "主要参考文献", "主要参考资料", "引用文献", "引文", "资料来源",
        "参考阅读", "参考网站", "参考网址", "引用来源", "引用链接", "引用资料", "文献来源", "参考文献列表",
        "參考資料", "參考文獻", "參考文章", "參考連結", "參考書目", "參考來源", "主要參考文獻", "引用文獻", "資料來源",
        "references", "reference", "bibliography", "workscited", "literature",
    };

    // Under these may stand a reference list: its entries decide.
    private static readonly HashSet<string> PossibleTitles = new(StringComparer.Ordinal)
    {
        "引用", "参考", "參考", "注释", "註釋", "注釋", "注", "脚注", "腳註", "尾注", "延伸阅读", "相关阅读", "推荐阅读", "扩展阅读", "拓展阅读",
        "阅读", "相关文章", "引用文件", "规范性引用文件", "延伸閱讀", "相關閱讀", "推薦閱讀", "链接", "来源", "furtherreading", "seealso", "notes", "sources", "links", "citations",
    };

    /// <summary>How sure a title is that a reference list follows.</summary>
    public enum TitleForm
    {
        /// <summary>It is no title of a reference list.</summary>
        None,

        /// <summary>It may be one.</summary>
        Possible,

        /// <summary>It is one.</summary>
        Sure,
    }

    /// <summary>Reads a heading or line as the title of a reference list: numbering, emphasis, colons and marks aside.</summary>
    public static TitleForm ReadTitle(string line)
    {
        if (line.Length > LongestTitle)
        {
            return TitleForm.None;
        }

        var text = Numbering().Replace(TrimMarks(Markup().Replace(line, "")), "").ToLowerInvariant();
        text = text.Replace("further reading", "furtherreading", StringComparison.Ordinal)
            .Replace("works cited", "workscited", StringComparison.Ordinal)
            .Replace("see also", "seealso", StringComparison.Ordinal);
        var form = TitleForm.None;
        foreach (var part in text.Split([' ', '\t', '\u3000', '/', '（', '）', '(', ')', '|', '&', '与', '和', '及', '與', '、', '：', ':', '】'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Titles.Contains(part))
            {
                form = TitleForm.Sure;
            }
            else if (!PossibleTitles.Contains(part))
            {
                return TitleForm.None;
            }
            else if (form == TitleForm.None)
            {
                form = TitleForm.Possible;
            }
        }

        return form;
    }

    /// <summary>Splits the label off an entry's line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="label">The label without brackets; empty for a bullet.</param>
    /// <param name="body">What follows it.</param>
    /// <returns>Whether the line starts an entry: it has a label or a bullet.</returns>
    public static bool TryReadLabel(string line, out string label, out string body)
    {
        label = "";
        body = line.Trim();
        var found = false;
        if (Bullet().Match(body) is { Success: true } bullet)
        {
            body = body[bullet.Length..];
            found = true;
        }

        if (Label().Match(body) is { Success: true } match)
        {
            label = match.Groups["label"].Value;
            var open = match.Groups["close"].Success ? "" : match.Groups["open"].Value; // the entry is bold, not the label
            body = open + body[match.Length..].TrimStart();
            found = true;
        }
        else if (body.Length > 0 && Circled(body[0]) is { } number)
        {
            label = number;
            body = body[1..].TrimStart(' ', '\t', '\u3000', '.', '、', '．');
            found = true;
        }

        return found;
    }

    /// <summary>
    /// Whether a text reads as a bibliographic entry: it has a type mark of GB/T 7714, an address with little around
    /// it, a number of a document or standard, or a year beside a book title or a row of fields parted by full stops.
    /// </summary>
    public static bool IsBibliographic(string text)
    {
        if (text.Length > LongestEntry)
        {
            return false;
        }

        if (TypeMark().IsMatch(text))
        {
            return true;
        }

        var bare = Address().Replace(text, "");
        if (bare.Length < text.Length)
        {
            return bare.Length < 150 && Sentences().Count(bare) < 2;
        }

        // Clauses and sentences are prose; an entry's fields are parted by full stops and half-width commas.
        if (bare.Count(c => c is '，' or '；') >= 2 || (Sentences().Count(bare) >= 1 && bare.Contains('，', StringComparison.Ordinal)))
        {
            return false;
        }

        return Number().IsMatch(bare)
            || LocalLink().IsMatch(bare)
            || (Year().IsMatch(bare) && (bare.Contains('《', StringComparison.Ordinal) || FieldEnds().Count(bare) >= 2));
    }

    /// <summary>Whether a line stands for an entry of its own that says when or where: year, address or type mark.</summary>
    public static bool IsComplete(string text) => Year().IsMatch(text) || Address().IsMatch(text) || TypeMark().IsMatch(text);

    /// <summary>① to ⑳ as 1 to 20.</summary>
    private static string? Circled(char c) =>
        c is >= '①' and <= '⑳' ? (c - '①' + 1).ToString(CultureInfo.InvariantCulture) : null;

    private static string TrimMarks(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    [GeneratedRegex(@"<[^<>]*>|\{#[^{}]*\}|[*_`]", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^(?:附录\s*[A-Z0-9一二三四五六七八九十]?|第?(?:[〇零一二三四五六七八九十百]+|[0-9]{1,3}(?:\.[0-9]{1,3})*))(?:[、.．,，:：)）\]】\s]|章|节|節|部分)+\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^(?:[-*+]\s+|[•·●○◦▪■◆➤]\s*)(?:\[[ xX]\]\s+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    // [1]. [1] \[1\] 【1】 ［1］ [^a]: 1. 1、 1) 1） (1) （1）, also in bold. A year or decimal is no label.
    [GeneratedRegex(@"^(?<open>\*\*|__)?(?:\\?\[(?<label>[0-9]{1,3}[a-z]?)\\?\](?!\()|\[\^(?<label>[^\]\s]{1,40})\]|【(?<label>[0-9]{1,3})】|［(?<label>[0-9]{1,3})］|[(（](?<label>[0-9]{1,3})[)）]|(?<label>[0-9]{1,3})(?:\\?[.．](?![0-9])|[、)）]))(?(open)(?<close>\k<open>)?)\s*[.．、:：]?(?(open)(?(close)|(?<close>\k<open>)?))", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"\[(?:[A-Z]{1,2}|EB|DB|CP|DS)(?:/[A-Z]{2})?\]|［[A-Z]{1,2}(?:/[A-Z]{2})?］", RegexOptions.CultureInvariant)]
    private static partial Regex TypeMark();

    [GeneratedRegex(@"(?:https?://|www\.)[!-;=?-~]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    // A link to another file, as articles name each other.
    [GeneratedRegex(@"\]\([^()\s]+\)", RegexOptions.CultureInvariant)]
    private static partial Regex LocalLink();

    // 浙数办发〔2019〕13号, 国务院令第716号, GB/T 33356-2016, ISO 37122:2019
    [GeneratedRegex(@"[〔\[(（【][12][0-9]{3}[〕\])）】]\s*第?\s*[0-9]+\s*号|令\s*第\s*[0-9]+\s*号|\b(?:GB|DB|ISO|IEC|CJJ|T/|Q/)[A-Z0-9/]*\s*[0-9]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![0-9])[.．。,]|[.．。,](?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex FieldEnds();

    [GeneratedRegex("[。！？](?!$)|[。！？]$", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();
}
