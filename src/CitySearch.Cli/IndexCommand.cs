using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CitySearch.Indexing;
using CitySearch.Searching;

namespace CitySearch.Cli;

/// <summary><c>citysearch index</c>: brings the index up to date with the corpus.</summary>
internal static class IndexCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Settings settings)
    {
        var terminal = settings.Terminal;
        var language = terminal.Language;
        var rebuild = settings.Flag("--rebuild", "build everything anew, beside the index in use", "在现有索引旁重新建立全部索引");
        var json = settings.Flag("--json", "print the report as JSON", "以 JSON 输出报告");
        var command = new Command("index", language.Say("bring the index up to date with the corpus", "使索引与资料保持一致")) { rebuild, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            using var engine = new Engine(settings.Read(arguments));
            var report = await Indexing.UpdateAsync(engine.Index, terminal, arguments.GetValue(rebuild), cancellationToken);
            if (arguments.GetValue(json))
            {
                terminal.WriteJson(JsonSerializer.Serialize(report, SearchJson.IndexReport));
            }
            else
            {
                Indexing.ReportFailed(report.Failed, terminal);
                terminal.Output.WriteLine(Summary(report, language));
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static string Summary(IndexReport report, Language language)
    {
        var seconds = report.Seconds.ToString("0.0", CultureInfo.InvariantCulture);
        var holds = language.Say(
            $"{report.Articles} articles, {report.Sections} sections, {report.References} references",
            $"{report.Articles} 篇文章，{report.Sections} 个段落，{report.References} 条参考文献");
        if (report.RebuiltBecause is null && report.Added + report.Updated + report.Removed + report.Moved == 0)
        {
            return language.Say($"up to date, nothing to do: {holds} ({seconds} s)", $"已是最新，无需更新：{holds}（{seconds} 秒）");
        }

        var did = language.Say(
            $"added {report.Added}, updated {report.Updated}, moved {report.Moved}, removed {report.Removed}, unchanged {report.Unchanged}, failed {report.Failed.Count} files",
            $"新增 {report.Added}，更新 {report.Updated}，移动 {report.Moved}，删除 {report.Removed}，未变 {report.Unchanged}，失败 {report.Failed.Count} 个文件");
        var rebuilt = report.RebuiltBecause is { } reason ? language.Say($"rebuilt because {reason}; ", $"已重建（{reason}）；") : "";
        return language.Say(
            $"{rebuilt}{did}. The index holds {holds}; generation {report.Generation} ({seconds} s)",
            $"{rebuilt}{did}。索引现有 {holds}；第 {report.Generation} 代（{seconds} 秒）");
    }
}
