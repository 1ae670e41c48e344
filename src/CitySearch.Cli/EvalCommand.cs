using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CitySearch.Evaluation;
using CitySearch.Searching;

namespace CitySearch.Cli;

/// <summary><c>citysearch eval</c>: measures the ranking on a judged dataset.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var dataset = new Argument<string>("DATASET") { Description = Language.Say("a folder in BEIR's layout: queries.jsonl, qrels/SPLIT.tsv, corpus.jsonl", "BEIR 布局的数据集文件夹：queries.jsonl、qrels/SPLIT.tsv、corpus.jsonl") };
        var split = new Option<string?>("--split") { Description = Language.Say("the split (default: the only one)", "数据划分（默认：唯一的一个）"), HelpName = "NAME" };
        var analyzer = new Option<string?>("--analyzer") { Description = Language.Say("the analyzer: default, words, cjk, standard, smartcn, or a type's name", "分析器：default、words、cjk、standard、smartcn 或类型名"), HelpName = "NAME" };
        var run = new Option<string?>("--run") { Description = Language.Say("write the ranking to a TREC run file", "将排序结果写入 TREC 运行文件"), HelpName = "FILE" };
        var against = new Option<string?>("--against") { Description = Language.Say("compare query by query with an earlier run file", "与先前的运行文件逐题比较"), HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = Language.Say("print the report as JSON", "以 JSON 输出报告") };
        var command = new Command("eval", Language.Say("measure the ranking on judged questions", "用带标注的问题评测排序")) { dataset, split, analyzer, run, against, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            using var engine = new Engine(Settings.Read(arguments));
            var request = new EvaluationRequest(arguments.GetValue(dataset)!)
            {
                Split = arguments.GetValue(split),
                Analyzer = arguments.GetValue(analyzer),
                RunFile = arguments.GetValue(run),
                Against = arguments.GetValue(against),
                // Only an index named on the command line is the dataset's: the default one is the corpus's.
                IndexPath = arguments.GetValue(Settings.Index),
            };
            var report = await Indexing.WithProgressAsync(progress => engine.Evaluation.EvaluateAsync(request, progress, cancellationToken));
            Console.WriteLine(arguments.GetValue(json) ? JsonSerializer.Serialize(report, SearchJson.EvaluationReport) : Table(report));
            return CommandLine.Done;
        });
        return command;
    }

    private static string Table(EvaluationReport report)
    {
        static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
        var lines = new List<string>
        {
            Language.Say(
                $"{report.Dataset} ({report.Split}), {report.Queries} queries, analyzer {report.Analyzer}",
                $"{report.Dataset}（{report.Split}），{report.Queries} 个问题，分析器 {report.Analyzer}"),
            $"nDCG@10    {Number(report.Ndcg, "0.0000")}",
            $"MRR@10     {Number(report.ReciprocalRank, "0.0000")}",
            $"Recall@100 {Number(report.Recall, "0.0000")}",
            Language.Say($"search     median {report.P50Ms} ms, 99th percentile {report.P99Ms} ms", $"检索耗时   中位数 {report.P50Ms} 毫秒，99 百分位 {report.P99Ms} 毫秒"),
            Language.Say($"index      {report.IndexSeconds} s, {report.IndexBytes:N0} bytes", $"索引       {report.IndexSeconds} 秒，{report.IndexBytes:N0} 字节"),
        };
        if (report.Against is { } comparison)
        {
            lines.Add(Language.Say(
                $"against    nDCG@10 {Number(comparison.Before, "0.0000")} → {Number(comparison.Now, "0.0000")}: {comparison.Better} better, {comparison.Worse} worse, p = {Number(comparison.PValue, "0.0000")}",
                $"比较       nDCG@10 {Number(comparison.Before, "0.0000")} → {Number(comparison.Now, "0.0000")}：{comparison.Better} 题更好，{comparison.Worse} 题更差，p = {Number(comparison.PValue, "0.0000")}"));
            lines.AddRange(comparison.MostChanged.Select(q => $"  {Number(q.Before, "0.000")} → {Number(q.Now, "0.000")}  {q.Query}  {q.Text.ReplaceLineEndings(" ")}"));
        }

        return string.Join(Environment.NewLine, lines);
    }
}
