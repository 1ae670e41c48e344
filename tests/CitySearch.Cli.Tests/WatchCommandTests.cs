using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CitySearch.Cli.Tests;

public class WatchCommandTests
{
    [Theory]
    [InlineData("C.UTF-8", 2, "up to date: 1 articles", "added 1, updated 0, moved 0, removed 0, failed 0 files; 2 articles, generation 2 (", "added 1, updated 0, moved 0, removed 0, failed 1 files", "not read: bad.jsonl: line 1", "stopped")]
    [InlineData("zh_CN.UTF-8", 15, "已是最新：1 篇文章", "新增 1，更新 0，移动 0，删除 0，失败 0 个文件；共 2 篇文章，第 2 代（", "新增 1，更新 0，移动 0，删除 0，失败 1 个文件", "未能读取：bad.jsonl：line 1", "已停止")]
    public async Task Each_batch_is_a_line_on_standard_error_and_a_signal_ends_the_command_well(
        string locale, int signal, string upToDate, string added, string failedBatch, string failed, string stopped)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent with kill");
        using var workspace = new Workspace(("a.md", "# 城市大脑\n\n治堵。\n"));
        await workspace.Run("index");
        using var process = CommandProcess.Start(locale, workspace.WithFolders("watch", "--exclude", "drafts/"));
        var lines = new Lines(process.StandardError);
        await lines.ReadUntilAsync(upToDate);

        workspace.Write("corpus/drafts/c.md", "# 草稿\n\n治堵。\n");
        workspace.Write("corpus/b.md", "# 智慧社区\n\n治堵。\n");
        await lines.ReadUntilAsync(added);
        workspace.Write("corpus/bad.jsonl", "not json\n");
        await lines.ReadUntilAsync(failedBatch);
        await lines.ReadUntilAsync(failed);

        using (var kill = Process.Start("kill", [$"-{signal.ToString(CultureInfo.InvariantCulture)}", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await lines.ReadUntilAsync(stopped);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_index_folder_of_something_else_is_one_line_and_status_1()
    {
        using var workspace = new Workspace(("a.md", "# 城市大脑\n"));
        workspace.Write("index/thesis.docx", "");

        var run = await workspace.Run(Language.Chinese, "watch");

        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.Contains("citysearch: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("thesis.docx 不属于 CitySearch 索引", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"00:00:00\"", "CitySearch:Worker:SettleDelay is 00:00:00; write a time from 00:00:00.0100000 to 00:01:00")]
    [InlineData("\"soon\"", "CitySearch:Worker:SettleDelay")]
    public async Task Settings_of_the_worker_that_cannot_be_meant_are_named(string value, string message)
    {
        using var workspace = new Workspace(("a.md", "# 城市大脑\n"));
        workspace.Write("appsettings.json", $$"""{ "CitySearch": { "Worker": { "SettleDelay": {{value}} } } }""");

        var run = await CommandRun.On(
            terminal => terminal with { Folder = Path.GetDirectoryName(workspace.Corpus)! }, Language.English, workspace.WithFolders("watch"), TestContext.Current.CancellationToken);

        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.StartsWith("citysearch: appsettings.json: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    /// <summary>The lines of a process, as they come.</summary>
    private sealed class Lines(StreamReader reader)
    {
        private readonly StringBuilder _read = new();

        public async Task ReadUntilAsync(string text)
        {
            for (string? line = null; line?.Contains(text, StringComparison.Ordinal) != true;)
            {
                line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
                Assert.True(line is not null, $"no line with {text} in:\n{_read}");
                _read.AppendLine(line);
            }
        }
    }
}
