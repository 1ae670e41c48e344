using System.Globalization;
using System.Text.Json;

namespace CitySearch.Evaluation;

/// <summary>
/// A judged dataset in BEIR's layout: <c>queries.jsonl</c> (<c>_id</c>, <c>text</c>), <c>qrels/SPLIT.tsv</c> (a header, then
/// query, document and grade), and <c>corpus.jsonl</c> unless another corpus is judged.
/// </summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Split">The split that was read.</param>
/// <param name="Queries">The queries of the split that have a relevant document, in the order of the file.</param>
public sealed record JudgedDataset(string Name, string Split, IReadOnlyList<JudgedQuery> Queries)
{
    /// <summary>The file of documents in a dataset's folder.</summary>
    public const string CorpusFile = "corpus.jsonl";

    private const string QueriesFile = "queries.jsonl";
    private const string JudgementsFolder = "qrels";

    /// <summary>Reads the queries and judgements of a dataset.</summary>
    /// <param name="folder">The dataset's folder.</param>
    /// <param name="split">The split; <see langword="null"/> for the only one.</param>
    /// <exception cref="EvaluationException">Something is missing or cannot be read; the message names the file and line.</exception>
    public static JudgedDataset Read(string folder, string? split = null)
    {
        if (!Directory.Exists(folder))
        {
            throw new EvaluationException($"the dataset folder {folder} does not exist");
        }

        var judgements = SplitFile(folder, split);
        var grades = ReadJudgements(judgements);
        var queries = ReadQueries(Path.Combine(folder, QueriesFile))
            .Where(q => grades.TryGetValue(q.Id, out var judged) && judged.Values.Any(grade => grade > 0))
            .Select(q => new JudgedQuery(q.Id, q.Text, grades[q.Id]))
            .ToList();
        return queries.Count > 0
            ? new JudgedDataset(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), Path.GetFileNameWithoutExtension(judgements), queries)
            : throw new EvaluationException($"{judgements} has no relevant document for any query of {QueriesFile}");
    }

    private static string SplitFile(string folder, string? split)
    {
        var qrels = Path.Combine(folder, JudgementsFolder);
        var files = Directory.Exists(qrels) ? Directory.GetFiles(qrels, "*.tsv") : [];
        Array.Sort(files, StringComparer.Ordinal);
        var names = string.Join(", ", files.Select(Path.GetFileNameWithoutExtension));
        if (files.Length == 0)
        {
            throw new EvaluationException($"{folder} has no judgements: put them into {JudgementsFolder}/NAME.tsv (a header, then query, document and grade, parted by tabs)");
        }

        if (split is null)
        {
            return files.Length == 1 ? files[0] : throw new EvaluationException($"{folder} has several splits; name one with --split: {names}");
        }

        return Array.Find(files, f => Path.GetFileNameWithoutExtension(f) == split)
            ?? throw new EvaluationException($"{folder} has no split {split}; it has: {names}");
    }

    private static IEnumerable<(string Id, string Text)> ReadQueries(string path)
    {
        if (!File.Exists(path))
        {
            throw new EvaluationException($"{path} is missing: one JSON object a line with _id and text");
        }

        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ReadQuery(line, $"{path}:{number}");
            }
        }
    }

    private static (string Id, string Text) ReadQuery(string line, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return (json.RootElement.GetProperty("_id").GetString()!, json.RootElement.GetProperty("text").GetString()!);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new EvaluationException($"{place}: no JSON object with _id and text", e);
        }
    }

    private static Dictionary<string, Dictionary<string, int>> ReadJudgements(string path)
    {
        var grades = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (number == 1 || string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var fields = line.Split('\t');
            if (fields.Length != 3 || !int.TryParse(fields[2].Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var grade))
            {
                throw new EvaluationException($"{path}:{number}: write query, document and a whole number as grade, parted by tabs");
            }

            if (!grades.TryGetValue(fields[0], out var judged))
            {
                grades.Add(fields[0], judged = new Dictionary<string, int>(StringComparer.Ordinal));
            }

            judged[fields[1]] = grade;
        }

        return grades;
    }
}
