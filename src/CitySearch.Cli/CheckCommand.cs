using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CitySearch.Indexing;
using CitySearch.Searching;

namespace CitySearch.Cli;

/// <summary><c>citysearch check</c>: reads the index from end to end, and builds a damaged one anew when asked to.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Settings settings)
    {
        var terminal = settings.Terminal;
        var language = terminal.Language;
        var repair = settings.Flag("--repair", "build a damaged index anew from the corpus, beside the damaged one", "索引损坏时，在其旁由资料重新建立");
        var json = settings.Flag("--json", "print the report as JSON", "以 JSON 输出报告");
        var command = new Command("check", language.Say("verify every byte of the index", "逐字节检查索引")) { repair, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            using var engine = new Engine(settings.Read(arguments), terminal);
            var report = await Indexing.WithProgressAsync(terminal, progress => engine.Index.CheckAsync(arguments.GetValue(repair), progress, cancellationToken));
            if (arguments.GetValue(json))
            {
                terminal.WriteJson(JsonSerializer.Serialize(report, SearchJson.IndexCheckReport));
            }
            else
            {
                Tell(report, terminal.Output, terminal);
            }

            return report.Good ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    /// <summary>Says what a check found and what its repair did.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="terminal">Takes the files that a repair could not read; has the language.</param>
    public static void Tell(IndexCheckReport report, TextWriter writer, Terminal terminal)
    {
        var language = terminal.Language;
        foreach (var fault in report.Faults)
        {
            writer.WriteLine(language.Say($"damaged: {fault}", $"损坏：{fault}"));
        }

        var seconds = report.Seconds.ToString("0.0", CultureInfo.InvariantCulture);
        if (report.Repair is { } repair)
        {
            Indexing.ReportFailed(repair.Failed, terminal);
            writer.WriteLine(language.Say(
                $"built anew from the corpus: {repair.Articles} articles, {repair.Sections} sections, {repair.References} references; {repair.Unchanged} files kept from the damaged index; generation {repair.Generation} ({seconds} s)",
                $"已由资料重新建立：{repair.Articles} 篇文章，{repair.Sections} 个段落，{repair.References} 条参考文献；从损坏的索引保留 {repair.Unchanged} 个文件的内容；第 {repair.Generation} 代（{seconds} 秒）"));
        }
        else if (report.Good)
        {
            writer.WriteLine(language.Say(
                $"good: generation {report.Generation}, {report.Files} files, {report.Bytes} bytes ({seconds} s)",
                $"完好：第 {report.Generation} 代，{report.Files} 个文件，{report.Bytes} 字节（{seconds} 秒）"));
        }
        else
        {
            writer.WriteLine(language.Say("build it anew with: citysearch check --repair", "请重新建立：citysearch check --repair"));
        }
    }
}
