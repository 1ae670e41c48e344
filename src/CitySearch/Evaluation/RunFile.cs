using System.Globalization;

namespace CitySearch.Evaluation;

/// <summary>
/// Run files as TREC has them: a line for each ranked document, <c>query Q0 document rank score tag</c>. Blanks inside an
/// id, which the format has no place for, are written as <c>%20</c>.
/// </summary>
public static class RunFile
{
    private const string Tag = "citysearch";

    /// <summary>Writes rankings.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">The ranking of each query, best first, in the order in which queries are written.</param>
    public static void Write(string path, IEnumerable<KeyValuePair<string, IReadOnlyList<RankedDocument>>> run)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        foreach (var (query, ranking) in run)
        {
            for (var i = 0; i < ranking.Count; i++)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Escape(query)} Q0 {Escape(ranking[i].Id)} {i + 1} {ranking[i].Score:R} {Tag}"));
            }
        }
    }

    /// <summary>Reads rankings, by query.</summary>
    /// <exception cref="EvaluationException">The file is missing, or a line is no line of a run; the message names it.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<RankedDocument>> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new EvaluationException($"the run file {path} does not exist");
        }

        var rankings = new Dictionary<string, List<RankedDocument>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 5 || !double.TryParse(fields[4], NumberStyles.Float, CultureInfo.InvariantCulture, out var score))
            {
                throw new EvaluationException($"{path}:{number}: no line of a run file (query Q0 document rank score tag)");
            }

            var query = Unescape(fields[0]);
            (rankings.TryGetValue(query, out var ranking) ? ranking : rankings[query] = []).Add(new RankedDocument(Unescape(fields[2]), score));
        }

        return rankings.ToDictionary(r => r.Key, r => RankingMetrics.Order(r.Value), StringComparer.Ordinal);
    }

    private static string Escape(string id) =>
        string.Concat(id.Select(c => c == '%' || char.IsWhiteSpace(c) ? Uri.HexEscape(c <= '\u00FF' ? c : ' ') : c.ToString()));

    private static string Unescape(string field) => Uri.UnescapeDataString(field);
}
