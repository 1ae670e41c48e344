using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CitySearch.Indexing;
using CitySearch.Searching;

namespace CitySearch.Cli;

/// <summary><c>citysearch stats</c>: what the index holds.</summary>
internal static class StatsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Settings settings)
    {
        var terminal = settings.Terminal;
        var language = terminal.Language;
        var json = settings.Flag("--json", "print as JSON", "以 JSON 输出");
        var command = new Command("stats", language.Say("what the index holds", "索引的内容统计")) { json };
        command.SetAction(arguments =>
        {
            using var engine = new Engine(settings.Read(arguments), terminal);
            var stats = engine.Index.Stats() ?? throw IndexFolderException.Missing(engine.Options.IndexPath);
            if (arguments.GetValue(json))
            {
                terminal.WriteJson(JsonSerializer.Serialize(stats, SearchJson.IndexStats));
                return CommandLine.Done;
            }

            foreach (var (name, value) in Rows(stats, language))
            {
                terminal.Output.WriteLine($"{name}{language.Say(": ", "：")}{value}");
            }

            Indexing.ReportFailed(stats.Failed, terminal);
            return CommandLine.Done;
        });
        return command;
    }

    private static IEnumerable<(string Name, string Value)> Rows(IndexStats stats, Language language)
    {
        static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
        yield return (language.Say("articles", "文章"), Number(stats.Articles));
        yield return (language.Say("sections", "段落"), Number(stats.Sections));
        yield return (language.Say("references", "参考文献"), Number(stats.References));
        yield return (language.Say("files", "文件"), Number(stats.Files));
        yield return (language.Say("failed files", "读取失败的文件"), Number(stats.Failed.Count));
        yield return (language.Say("corpus size", "资料大小"), $"{Number(stats.CorpusBytes)} B");
        yield return (language.Say("index size", "索引大小"), $"{Number(stats.IndexBytes)} B");
        yield return (language.Say("generation", "代"), Number(stats.Generation));
        yield return (language.Say("committed", "提交时间"), stats.Committed.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        yield return (language.Say("analyzer", "分析器"), stats.Analyzer);
        yield return (language.Say("built with", "构建方式"), stats.Fingerprint);
    }
}
