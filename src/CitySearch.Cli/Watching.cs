using System.Globalization;
using CitySearch.Hosting;
using CitySearch.Hosting.Worker;
using CitySearch.Indexing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CitySearch.Cli;

/// <summary>Runs the indexer worker and says its news on standard error, a line each.</summary>
internal sealed class Watching(CitySearchOptions options, Terminal terminal) : IWorkerListener
{
    private readonly Language _language = terminal.Language;
    private HashSet<FailedFile> _told = [];

    /// <summary>Runs until stopped; an update under way ends with its commit.</summary>
    /// <exception cref="UsageException">The worker's settings cannot be used.</exception>
    /// <exception cref="IndexFolderException">The index folder holds something else.</exception>
    public static async Task RunAsync(CitySearchOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var watching = new Watching(options, terminal);
        await using var services = new ServiceCollection()
            .AddSingleton(Settings.Configuration(terminal))
            .AddSingleton(options).AddCitySearch().AddCitySearchFormats()
            .AddSingleton<IWorkerListener>(watching).AddCitySearchWorker()
            .BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
        {
            throw Settings.Unusable(e, terminal);
        }

        watching.Say($"watching {options.CorpusPath}; Ctrl+C stops", $"正在监视 {options.CorpusPath}，按 Ctrl+C 停止");
        var worker = services.GetRequiredService<IndexerWorker>();
        await worker.StartAsync(cancellationToken);
        await Task.WhenAny(worker.ExecuteTask!, Task.Delay(Timeout.Infinite, cancellationToken));
        await worker.StopAsync(CancellationToken.None);
        await worker.ExecuteTask!;
        watching.Say("stopped", "已停止");
    }

    /// <inheritdoc/>
    public void Hear(WorkerNotice notice)
    {
        var why = notice.Cause is null ? "" : FailureTexts.Say(notice.Cause, _language.IsChinese).ReplaceLineEndings(" ");
        switch (notice.Kind)
        {
            case WorkerNoticeKind.Updated:
                SayBatch(notice.Report!);
                break;
            case WorkerNoticeKind.UpToDate:
                Say($"up to date: {notice.Report!.Articles} articles", $"已是最新：{notice.Report!.Articles} 篇文章");
                SayFailed(notice.Report);
                break;
            case WorkerNoticeKind.CorpusGone:
                Say($"{why}; the index keeps what it has until the folder is back", _language.IsChinese && notice.Cause is not IFailure ? $"资料文件夹 {options.CorpusPath} 不存在；恢复之前索引保持不变" : $"{why}；恢复之前索引保持不变");
                break;
            case WorkerNoticeKind.CorpusBack:
                Say($"the corpus folder {options.CorpusPath} is back", $"资料文件夹 {options.CorpusPath} 已恢复");
                break;
            case WorkerNoticeKind.IndexBusy:
                Say($"another process is indexing into {options.IndexPath}; waiting for it", $"另一个进程正在更新索引 {options.IndexPath}，等待其结束");
                break;
            case WorkerNoticeKind.EventsLost:
                Say($"the system does not tell of all changes ({why}); scanning from time to time instead", $"系统未能通知全部变化（{why}），改为定期扫描");
                break;
            case WorkerNoticeKind.EventsBack:
                Say("the system tells of changes again", "系统已恢复变化通知");
                break;
            case WorkerNoticeKind.Failed:
                Say($"{why}; trying again", $"{why}；将重试");
                break;
        }
    }

    private void SayBatch(IndexReport report)
    {
        var seconds = report.Seconds.ToString("0.0", CultureInfo.InvariantCulture);
        Say(
            $"added {report.Added}, updated {report.Updated}, moved {report.Moved}, removed {report.Removed}, failed {report.Failed.Count} files; {report.Articles} articles, generation {report.Generation} ({seconds} s)",
            $"新增 {report.Added}，更新 {report.Updated}，移动 {report.Moved}，删除 {report.Removed}，失败 {report.Failed.Count} 个文件；共 {report.Articles} 篇文章，第 {report.Generation} 代（{seconds} 秒）");
        SayFailed(report);
    }

    // What goes on failing has been said.
    private void SayFailed(IndexReport report)
    {
        Indexing.ReportFailed([.. report.Failed.Where(file => !_told.Contains(file))], terminal);
        _told = [.. report.Failed];
    }

    private void Say(string english, string chinese) =>
        terminal.Error.WriteLine($"{DateTime.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {_language.Say(english, chinese)}");
}
