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
        var analyzer = settings.Analyzer(
            "build with this analyzer, anew when the index has another (default: the one that it has)", "以此分析器建立索引；与现有索引不同时重新建立（默认：沿用现有索引的）");
        var include = settings.Include();
        var exclude = settings.Exclude();
        var json = settings.Flag("--json", "print the report as JSON", "以 JSON 输出报告");
        var command = new Command("index", language.Say("bring the index up to date with the corpus", "使索引与资料保持一致")) { rebuild, analyzer, include, exclude, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var options = settings.Read(arguments);
            options.Analyzer = arguments.GetValue(analyzer) ?? options.Analyzer;
            Settings.Replace(options.Include, arguments.GetValue(include));
            Settings.Replace(options.Exclude, arguments.GetValue(exclude));
            using var engine = new Engine(options, terminal);
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
        if (report.RebuildReason is null && report.Added + report.Updated + report.Removed + report.Moved == 0)
        {
            return language.Say($"up to date, nothing to do: {holds} ({seconds} s)", $"已是最新，无需更新：{holds}（{seconds} 秒）");
        }

        var did = language.Say(
            $"added {report.Added}, updated {report.Updated}, moved {report.Moved}, removed {report.Removed}, unchanged {report.Unchanged}, failed {report.Failed.Count} files",
            $"新增 {report.Added}，更新 {report.Updated}，移动 {report.Moved}，删除 {report.Removed}，未变 {report.Unchanged}，失败 {report.Failed.Count} 个文件");
        var rebuilt = report.RebuildReason is { } reason ? language.Say($"rebuilt because {report.RebuiltBecause}; ", $"{Chinese(reason, report)}；") : "";
        return language.Say(
            $"{rebuilt}{did}. The index holds {holds}; generation {report.Generation} ({seconds} s)",
            $"{rebuilt}{did}。索引现有 {holds}；第 {report.Generation} 代（{seconds} 秒）");
    }

    private static string Chinese(RebuildReason reason, IndexReport report) => reason switch
    {
        RebuildReason.Requested => "已按要求重建",
        RebuildReason.Analyzer => $"分析器改为 {report.Analyzer}，已重建",
        RebuildReason.Version => "分析器或索引格式已更新，已重建",
        _ => "原索引已损坏，已重建",
    };
}
