using System.Globalization;
using System.Text;
using CitySearch.Searching;

namespace CitySearch.Cli.Export;

/// <summary>
/// Writes hits as a table after RFC 4180, a hit a row. A byte order mark goes first, by which spreadsheets know UTF-8; and a cell that
/// one of them would take for a formula begins with an apostrophe, for the texts come from others.
/// </summary>
internal static class CsvTable
{
    private const string Formula = "=+-@\t\r＝＋－＠";

    private static readonly (string Name, Func<SearchHit, string?> Value)[] Columns =
    [
        ("rank", hit => hit.Rank.ToString(CultureInfo.InvariantCulture)),
        ("kind", hit => hit is ArticleHit ? "article" : "reference"),
        ("id", hit => hit.Id),
        ("score", hit => hit.Score.ToString("0.####", CultureInfo.InvariantCulture)),
        ("title", hit => hit.Title),
        ("date", hit => hit.Date),
        ("authors", hit => string.Join("; ", hit.Authors)),
        ("source", hit => hit.Source),
        ("tags", hit => string.Join("; ", (hit as ArticleHit)?.Tags ?? [])),
        ("path", hit => (hit as ArticleHit)?.Path),
        ("line", hit => hit is ArticleHit { Sections: [{ Line: > 0 } best, ..] } ? best.Line.ToString(CultureInfo.InvariantCulture) : null),
        ("page", hit => hit is ArticleHit { Sections: [{ Page: { } page }, ..] } ? page.ToString(CultureInfo.InvariantCulture) : null),
        ("documentNumber", hit => (hit as ReferenceHit)?.DocumentNumber),
        ("standardNumber", hit => (hit as ReferenceHit)?.StandardNumber),
        ("url", hit => (hit as ReferenceHit)?.Url),
        ("citedBy", hit => (hit as ReferenceHit)?.CitedBy.Count.ToString(CultureInfo.InvariantCulture)),
        ("text", hit => hit is ReferenceHit reference ? reference.Text : string.Join("\n", ((ArticleHit)hit).Sections.SelectMany(section => section.Snippets).Select(snippet => snippet.Text))),
    ];

    /// <summary>The table with its head.</summary>
    public static string Write(IEnumerable<SearchHit> hits)
    {
        var table = new StringBuilder("\uFEFF").AppendJoin(',', Columns.Select(column => column.Name)).Append("\r\n");
        foreach (var hit in hits)
        {
            table.AppendJoin(',', Columns.Select(column => Cell(column.Value(hit) ?? ""))).Append("\r\n");
        }

        return table.ToString();
    }

    private static string Cell(string text)
    {
        var safe = text.Length > 0 && Formula.Contains(text[0]) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
