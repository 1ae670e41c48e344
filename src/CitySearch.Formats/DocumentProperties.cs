using System.Text.RegularExpressions;

namespace CitySearch.Formats;

/// <summary>
/// Judges the title and author that an office program wrote into a file: often they are of the template, of the
/// machine's owner, or the name of a file long gone.
/// </summary>
internal static partial class DocumentProperties
{
    // The blocks at the top in which a true title stands.
    private const int TitleBlocks = 12;

    /// <summary>The title of a document, or <see langword="null"/> when neither its properties nor its text have one.</summary>
    /// <param name="property">The title in the file's properties.</param>
    /// <param name="blocks">The blocks of the document.</param>
    public static string? Title(string? property, IReadOnlyList<Block> blocks)
    {
        property = property?.Trim();
        if (string.IsNullOrEmpty(property) || NoTitle().IsMatch(property))
        {
            return null;
        }

        var wanted = Bare(property);
        var top = blocks.Take(TitleBlocks).ToList();
        return wanted.Length > 0 && (Bare(string.Concat(top.Select(block => block.Text))).Contains(wanted, StringComparison.OrdinalIgnoreCase) || !blocks.Any(block => block.Kind == BlockKind.Heading))
            ? property
            : null;
    }

    /// <summary>The names of authors, without those of machines.</summary>
    public static IReadOnlyList<string> Authors(string? property) =>
        string.IsNullOrWhiteSpace(property) ? [] : [.. HeadLines.SplitAuthors(property).Where(name => !NoAuthor().IsMatch(name))];

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"^(?:microsoft word\b.*|untitled.*|无标题|未命名|標題|标题|title|文档\s*[0-9]*|document\s*[0-9]*|powerpoint.*|幻灯片\s*[0-9]*|\S+\.(?:docx?|wps|rtf|pdf|html?|txt|indd|tex|dvi|ceb|caj))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoTitle();

    [GeneratedRegex(@"^(?:admin(?:istrator)?|root|users?|owner|guest|author|作者|pc|my ?pc|lenovo|dell|hp|asus|acer|thinkpad|huawei|apple|mac|windows(?: ?用户| user)?|win(?:7|8|10|11|xp)|微软(?:用户|中国)?|microsoft(?: office)?(?: user|用户)?|office|wps(?: office)?|雨林木风|番茄花园|深度(?:技术|系统)?|china|unknown|未知|匿名|anonymous|python-docx|un-named|[a-z]{1,2}|[0-9]+|.*@.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoAuthor();
}
