using System.Net;
using System.Text.RegularExpressions;
using CitySearch.Hosting;
using CitySearch.Tests;

namespace CitySearch.Cli.Tests;

public class ServeCommandTests(SampleIndex sample)
{
    [Theory]
    [InlineData("serve", false)]
    [InlineData("serve", true)]
    [InlineData("mcp", false)]
    [InlineData("mcp", true)]
    public async Task Help_reads_well_in_both_languages(string command, bool isChinese)
    {
        var run = await CommandRun.On(terminal => terminal with { Width = 80 }, isChinese ? Language.Chinese : Language.English, [command, "--help"], TestContext.Current.CancellationToken);

        Approval.Verify($"help-{command}.{(isChinese ? "zh" : "en")}.txt", run.Output);
    }

    [Fact]
    public async Task A_new_key_is_shown_once_with_the_line_for_the_settings()
    {
        var run = await CommandRun.Of("serve", "--new-key", "门户 \"a\"");

        Assert.Equal(0, run.Status);
        var lines = run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"\"门户 \\\"a\\\"\": \"{ApiKey.Hash(lines[0])}\"", lines[1]);
        Assert.Contains("shown this once", run.Error);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "citysearch: http://0.0.0.0:0 可从其他机器访问，但未设置 API 密钥：请用 citysearch serve --new-key NAME 生成密钥，或用 --public 向所有人开放")]
    [InlineData("80", "citysearch: --urls 80：请写成 http://127.0.0.1:5080 这样的地址")]
    public async Task What_would_open_the_index_to_strangers_is_misuse(string urls, string message)
    {
        var run = await CommandRun.On(
            terminal => terminal with { Folder = AppContext.BaseDirectory }, Language.Chinese, ["serve", "--urls", urls, "--no-index", "--corpus", SampleIndex.Corpus, "--index", sample.Index],
            TestContext.Current.CancellationToken);

        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Equal(message + Environment.NewLine, run.Error);
    }

    [Fact]
    public async Task The_host_keeps_the_index_up_to_date_answers_and_ends_in_silence_when_it_is_stopped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent with kill");
        using var workspace = new Workspace(("a.md", "# 第一篇\n\n城市大脑。\n"));
        using var process = CommandProcess.Start("C.UTF-8", workspace.WithFolders("serve", "--urls", "http://127.0.0.1:0"));
        var line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not null && !line.StartsWith("listening on ", StringComparison.Ordinal))
        {
            line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        }

        using var client = new HttpClient { BaseAddress = new Uri(Regex.Match(line ?? "", "http://\\S+").Value) };
        await UntilAsync("第一篇");
        workspace.Write("corpus/b.md", "# 第二篇\n\n城市大脑。\n");
        await UntilAsync("第二篇");

        using var kill = System.Diagnostics.Process.Start("kill", ["-15", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)));

        async Task UntilAsync(string title)
        {
            while (true)
            {
                using var response = await client.GetAsync("/api/search?q=城市大脑", TestContext.Current.CancellationToken);
                if (response.StatusCode == HttpStatusCode.OK && (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains(title, StringComparison.Ordinal))
                {
                    return;
                }

                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }
}
