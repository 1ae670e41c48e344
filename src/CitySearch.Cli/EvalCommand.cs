using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CitySearch.Evaluation;
using CitySearch.Searching;

namespace CitySearch.Cli;

/// <summary><c>citysearch eval</c>: measures the ranking on a judged dataset.</summary>
internal static class EvalCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Settings settings)
    {
        var terminal = settings.Terminal;
        var language = terminal.Language;
        var dataset = new Argument<string>("DATASET")
        {
            Description = language.Say(
                "a folder in BEIR's layout: queries.jsonl, qrels/SPLIT.tsv, corpus.jsonl", "BEIR 布局的数据集文件夹：queries.jsonl、qrels/SPLIT.tsv、corpus.jsonl"),
        };
        var split = settings.Value("--split", "NAME", "the split (default: the only one)", "数据划分（默认：唯一的一个）");
        var analyzer = settings.Analyzer("the analyzer", "分析器");
        var run = settings.Value("--run", "FILE", "write the ranking to a TREC run file", "将排序结果写入 TREC 运行文件");
        var against = settings.Value("--against", "FILE", "compare query by query with an earlier run file", "与先前的运行文件逐题比较");
        var json = settings.Flag("--json", "print the report as JSON", "以 JSON 输出报告");
        var command = new Command("eval", language.Say("measure the ranking on judged questions", "用带标注的问题评测排序")) { dataset, split, analyzer, run, against, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            using var engine = new Engine(settings.Read(arguments), terminal);
            var request = new EvaluationRequest(arguments.GetValue(dataset)!)
            {
                Split = arguments.GetValue(split),
                Analyzer = arguments.GetValue(analyzer),
                RunFile = arguments.GetValue(run),
                Against = arguments.GetValue(against),
                // Only an index named on the command line is the dataset's: the default one is the corpus's.
                IndexPath = arguments.GetValue(settings.Index),
            };
            var report = await Indexing.WithProgressAsync(terminal, progress => engine.Evaluation.EvaluateAsync(request, progress, cancellationToken));
            if (arguments.GetValue(json))
            {
                terminal.WriteJson(JsonSerializer.Serialize(report, SearchJson.EvaluationReport));
            }
            else
            {
                terminal.Output.WriteLine(Table(report, language));
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static string Table(EvaluationReport report, Language language)
    {
        static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
        var lines = new List<string>
        {
            language.Say(
                $"{report.Dataset} ({report.Split}), {report.Queries} queries, analyzer {report.Analyzer}",
                $"{report.Dataset}（{report.Split}），{report.Queries} 个问题，分析器 {report.Analyzer}"),
            $"nDCG@10    {Number(report.Ndcg, "0.0000")}",
            $"MRR@10     {Number(report.ReciprocalRank, "0.0000")}",
            $"Recall@100 {Number(report.Recall, "0.0000")}",
            language.Say($"search     median {report.P50Ms} ms, 99th percentile {report.P99Ms} ms", $"检索耗时   中位数 {report.P50Ms} 毫秒，99 百分位 {report.P99Ms} 毫秒"),
            language.Say($"index      {report.IndexSeconds} s, {report.IndexBytes:N0} bytes", $"索引       {report.IndexSeconds} 秒，{report.IndexBytes:N0} 字节"),
        };
        if (report.Against is { } comparison)
        {
            lines.Add(language.Say(
                $"against    nDCG@10 {Number(comparison.Before, "0.0000")} → {Number(comparison.Now, "0.0000")}: {comparison.Better} better, {comparison.Worse} worse, p = {Number(comparison.PValue, "0.0000")}",
                $"比较       nDCG@10 {Number(comparison.Before, "0.0000")} → {Number(comparison.Now, "0.0000")}：{comparison.Better} 题更好，{comparison.Worse} 题更差，p = {Number(comparison.PValue, "0.0000")}"));
            lines.AddRange(comparison.MostChanged.Select(q => $"  {Number(q.Before, "0.000")} → {Number(q.Now, "0.000")}  {q.Query}  {q.Text.ReplaceLineEndings(" ")}"));
        }

        return string.Join(Environment.NewLine, lines);
    }
}
