using CitySearch.Text;

namespace CitySearch.Searching.Language;

/// <summary>The names of fields, in English and Chinese: the same in queries and in filters.</summary>
public static class QueryFields
{
    private static readonly (QueryField Field, string Name, string[] Others)[] Table =
    [
        (QueryField.Kind, "kind", ["类型"]),
        (QueryField.Year, "year", ["年份"]),
        (QueryField.Tag, "tag", ["标签"]),
        (QueryField.Author, "author", ["作者"]),
        (QueryField.Source, "source", ["来源"]),
        (QueryField.Folder, "folder", ["文件夹"]),
        (QueryField.Title, "title", ["标题"]),
        (QueryField.Heading, "heading", ["章节", "小标题"]),
        (QueryField.Date, "date", ["日期"]),
        (QueryField.Number, "no", ["文号"]),
        (QueryField.Cites, "cites", ["引用"]),
        (QueryField.Path, "path", ["路径"]),
    ];

    private static readonly Dictionary<string, QueryField> ByName = Table
        .SelectMany(row => row.Others.Prepend(row.Name), (row, name) => (row.Field, Name: name)).ToDictionary(n => n.Name, n => n.Field, StringComparer.Ordinal);

    /// <summary>The English names: those of the facets, then the others.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Table.Select(row => row.Name)];

    /// <summary>The Chinese names in the order of <see cref="Names"/>.</summary>
    public static IReadOnlyList<string> ChineseNames { get; } = [.. Table.Select(row => row.Others[0])];

    /// <summary>The longest name, in UTF-16 units.</summary>
    internal static int LongestName { get; } = ByName.Keys.Max(n => n.Length);

    /// <summary>The field of a name in any case, width and script; <see langword="null"/> when there is none.</summary>
    public static QueryField? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length <= LongestName && ByName.TryGetValue(TextFolding.Fold(name), out var field) ? field : null;
    }

    /// <summary>The English name of a field, which is the canonical one.</summary>
    public static string NameOf(QueryField field) => Array.Find(Table, row => row.Field == field).Name;
}
