using CitySearch.Text;

namespace CitySearch.Searching.Language;

/// <summary>The names of fields, in English and Chinese: the same in queries and in filters.</summary>
public static class QueryFields
{
    private static readonly Row[] Table =
    [
        new(QueryField.Kind, "kind", ["类型"]),
        new(QueryField.Year, "year", ["年份"]),
        new(QueryField.Tag, "tag", ["标签"]),
        new(QueryField.Author, "author", ["作者"]),
        new(QueryField.Source, "source", ["来源"]),
        new(QueryField.Folder, "folder", ["文件夹"]),
        new(QueryField.Title, "title", ["标题"]),
        new(QueryField.Heading, "heading", ["章节", "小标题"]),
        new(QueryField.Date, "date", ["日期"]),
        new(QueryField.Number, "no", ["文号"]),
        new(QueryField.Cites, "cites", ["引用"]),
        new(QueryField.Path, "path", ["路径"]),
    ];

    private static readonly Dictionary<string, Row> ByName = OfNames();

    /// <summary>The English names: those of the facets, then the others.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Table.Select(row => row.Name)];

    /// <summary>The Chinese names in the order of <see cref="Names"/>.</summary>
    public static IReadOnlyList<string> ChineseNames { get; } = [.. Table.Select(row => row.Others[0])];

    /// <summary>The longest name, in UTF-16 units.</summary>
    internal static int LongestName { get; } = LengthOfLongest();

    /// <summary>The field of a name in any case, width and script; <see langword="null"/> when there is none.</summary>
    public static QueryField? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length <= LongestName && ByName.TryGetValue(TextFolding.Fold(name), out var row) ? row.Field : null;
    }

    /// <summary>The English name of a field, which is the canonical one.</summary>
    public static string NameOf(QueryField field) => Array.Find(Table, row => row.Field == field)!.Name;

    private static Dictionary<string, Row> OfNames()
    {
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var row in Table)
        {
            rows.Add(row.Name, row);
            foreach (var other in row.Others)
            {
                rows.Add(other, row);
            }
        }

        return rows;
    }

    private static int LengthOfLongest()
    {
        var longest = 0;
        foreach (var name in ByName.Keys)
        {
            longest = Math.Max(longest, name.Length);
        }

        return longest;
    }

    private sealed record Row(QueryField Field, string Name, string[] Others);
}
