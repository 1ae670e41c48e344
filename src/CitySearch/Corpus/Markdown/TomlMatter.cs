using System.Text;
using System.Text.RegularExpressions;

namespace CitySearch.Corpus.Markdown;

/// <summary>
/// Reads the TOML block at the top of a Hugo article, as far as front matter uses the language: keys with texts, dates,
/// truth values and arrays of them. It is never an error; what is anything else is left out.
/// </summary>
internal static partial class TomlMatter
{
    // Tables whose keys are meant as the article's own: Zola and newer themes of Hugo keep tags and authors there.
    private static readonly HashSet<string> Transparent = new(StringComparer.Ordinal) { "taxonomies", "params", "extra" };

    /// <summary>Reads the lines between the fences.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="add">Takes each key with each of its values.</param>
    public static void Read(IReadOnlyList<string> lines, Action<string, string> add)
    {
        string? table = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (Table().Match(lines[i]) is { Success: true } header)
            {
                table = header.Groups[1].Value.Trim();
                continue;
            }

            if (KeyLine().Match(lines[i]) is not { Success: true } pair)
            {
                continue;
            }

            var value = pair.Groups["value"].Value.Trim();
            if (value.StartsWith("\"\"\"", StringComparison.Ordinal) || value.StartsWith("'''", StringComparison.Ordinal))
            {
                value = LongText(lines, ref i, value);
            }
            else if (value.StartsWith('['))
            {
                var array = new StringBuilder(Comment().Replace(value, ""));
                while (!IsClosed(array) && i + 1 < lines.Count)
                {
                    array.Append(' ').Append(Comment().Replace(lines[++i], "").Trim());
                }

                value = array.ToString();
            }

            // [author] name = "王坚": a person as a table.
            var key = pair.Groups["key"].Value;
            key = table is null || Transparent.Contains(table) ? key : key == "name" ? table : null;
            if (key is not null)
            {
                foreach (var item in Values(value))
                {
                    add(key, item);
                }
            }
        }
    }

    private static IEnumerable<string> Values(string value)
    {
        if (!value.StartsWith('['))
        {
            return [Scalar().Match(value) is { Success: true } scalar ? Text(scalar) : value];
        }

        return Scalar().Matches(value[1..].TrimEnd().TrimEnd(']')).Select(Text).Where(text => text.Length > 0);
    }

    private static string Text(Match scalar) =>
        scalar.Groups["basic"].Success ? scalar.Groups["basic"].Value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
        : scalar.Groups["literal"].Success ? scalar.Groups["literal"].Value
        : scalar.Groups["bare"].Value.Trim();

    private static bool IsClosed(StringBuilder array)
    {
        var end = array.Length;
        while (end > 0 && char.IsWhiteSpace(array[end - 1]))
        {
            end--;
        }

        return end > 0 && array[end - 1] == ']';
    }

    private static string LongText(IReadOnlyList<string> lines, ref int at, string first)
    {
        var mark = first[..3];
        var text = new StringBuilder(first[3..]);
        while (text.ToString(Math.Max(0, text.Length - 3), Math.Min(3, text.Length)) != mark && at + 1 < lines.Count)
        {
            text.Append('\n').Append(lines[++at].TrimEnd());
        }

        return text.ToString().Replace(mark, "", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex(@"^\s*\[\[?\s*([^\[\]]{1,60})\s*\]\]?\s*(?:#.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?:^|\s)#[^""']*$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*""?(?<key>[A-Za-z_][A-Za-z0-9_-]{0,40})""?\s*=\s*(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"""(?<basic>(?:[^""\\]|\\.){0,5000})""|'(?<literal>[^']{0,5000})'|(?<bare>[^,\s""'#][^,#]{0,200})", RegexOptions.CultureInvariant)]
    private static partial Regex Scalar();
}
