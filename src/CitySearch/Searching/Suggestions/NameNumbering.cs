using System.Text.RegularExpressions;

namespace CitySearch.Searching.Suggestions;

/// <summary>Takes the number away that a heading has in its own document, such as 五、 or 第三章 or 2.1: nobody searches for it.</summary>
internal static partial class NameNumbering
{
    /// <summary>The heading without its number; empty when it is nothing else, as 第十二条 is.</summary>
    public static string Without(string heading) => Number.Replace(heading, "").Trim();

    [GeneratedRegex(@"^\s*(?:第[0-9０-９〇零一二三四五六七八九十百千]+(?:部分|[编章节条款项篇])(?:之[一二三四五六七八九十]+)?|[（(][0-9０-９一二三四五六七八九十]+[)）]|[0-9]+[)）]|[0-9０-９]+(?:[.．][0-9０-９]+)*(?:[.．、](?![0-9])|\s|$)|[一二三四五六七八九十]+(?:[、.．]|\s|$)|[①-⑳])[\s:：、]*", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }
}
