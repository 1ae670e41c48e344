using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CitySearch.Cli.Tests;

/// <summary>The command as a process of its own: what only shows there.</summary>
public class ProcessTests(SampleIndex sample)
{
    [Theory]
    [InlineData("C", "城市大脑")]
    [InlineData("zh_CN.UTF-8", "😀 “一网通办” 〔2019〕13号")]
    [InlineData("tr_TR.UTF-8", "SMART CITY ISTANBUL")]
    [InlineData("de_DE.ISO-8859-1", "@/etc/passwd")]
    [InlineData("en_US.UTF-8", "--城市 -大脑")]
    public async Task Json_is_one_line_of_utf8_without_a_byte_order_mark_in_any_locale(string locale, string query)
    {
        var run = await CommandProcess.Run(locale, "search", query, "--json", "--explain", "--corpus", SampleIndex.Corpus, "--index", sample.Index);

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(run.Output.Length - 1, run.Output.IndexOf('\n'));
        Assert.Equal('{', run.Output[0]);
        Assert.Contains($"\"query\":\"{query}\"", run.Output);
        using var answer = JsonDocument.Parse(run.Output);
        SearchContract.Check(answer.RootElement);
        Assert.Equal(query, answer.RootElement.GetProperty("query").GetString());
    }

    [Fact]
    public async Task A_thousand_pasted_characters_and_an_empty_query_are_answered()
    {
        var pasted = string.Concat(Enumerable.Repeat("“城市大脑”（City Brain）是什么？\n", 40));
        var folders = new[] { "--corpus", SampleIndex.Corpus, "--index", sample.Index };

        var answered = await CommandProcess.Run("C.UTF-8", ["search", pasted, .. folders]);
        var empty = await CommandProcess.Run("zh_CN.UTF-8", ["search", "", .. folders]);

        Assert.Equal((0, ""), (answered.Status, answered.Error));
        Assert.Contains("«城市大脑»", answered.Output);
        Assert.Equal(new CommandRun(0, "没有可检索的内容：查询中没有汉字、词语或数字" + Environment.NewLine, ""), empty);
    }

    [Fact]
    public async Task A_first_search_builds_the_index_and_prints_nothing_but_the_answer()
    {
        using var workspace = new Workspace(("articles/brain.md", "# 城市大脑\n\n城市大脑是什么？\n"));

        var first = await CommandProcess.Run("C.UTF-8", workspace.WithFolders("search", "城市大脑", "--json"));
        var again = await CommandProcess.Run("C.UTF-8", workspace.WithFolders("search", "城市大脑", "--json"));

        Assert.Equal((0, ""), (first.Status, first.Error));
        using var answer = JsonDocument.Parse(first.Output);
        Assert.Equal(1, answer.RootElement.GetProperty("total").GetInt32());
        Assert.Equal(WithoutTime(first.Output), WithoutTime(again.Output));
    }

    [Fact]
    public async Task A_failure_is_one_line_without_a_stack_trace_unless_asked_for()
    {
        using var workspace = new Workspace();
        var nowhere = workspace["nowhere"];

        var line = await CommandProcess.Run("C.UTF-8", "index", "--corpus", nowhere, "--index", workspace.Index);
        var verbose = await CommandProcess.Run("C.UTF-8", "index", "--corpus", nowhere, "--index", workspace.Index, "--verbose");

        Assert.Equal(new CommandRun(1, "", $"citysearch: the corpus folder {nowhere} does not exist; name one that does (--corpus){Environment.NewLine}"), line);
        Assert.Equal((1, ""), (verbose.Status, verbose.Output));
        Assert.Contains("   at CitySearch.", verbose.Error);
    }

    [Fact]
    public async Task A_reader_that_has_seen_enough_ends_the_command_in_silence()
    {
        using var process = CommandProcess.Start("C.UTF-8", "search", "城市", "--top", "1000", "--corpus", SampleIndex.Corpus, "--index", sample.Index);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await error);
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    public async Task Being_interrupted_is_one_line_and_status_1_and_leaves_no_index(int signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent with kill");
        // Far more work than can be done before the signal comes.
        using var workspace = new Workspace();
        var line = JsonSerializer.Serialize(new { _id = "x", title = "城市大脑", text = string.Concat(Enumerable.Repeat("智慧城市的建设与运营。", 40)) });
        workspace.Write("corpus/corpus.jsonl", string.Concat(Enumerable.Range(0, 30_000).Select(i => line.Replace("\"x\"", $"\"{i}\"", StringComparison.Ordinal) + "\n")));
        using var process = CommandProcess.Start("zh_CN.UTF-8", workspace.WithFolders("index"));
        while (!process.HasExited && !Directory.Exists(workspace.Index))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Kill(process.Id, signal);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new CommandRun(1, "", "citysearch: 已停止\n"), new CommandRun(process.ExitCode, output, error));
        Assert.Contains("还没有索引", (await workspace.Run(Language.Chinese, "stats")).Error);
    }

    private static string WithoutTime(string json) => System.Text.RegularExpressions.Regex.Replace(json, "\"tookMs\":[0-9.]+", "");

    private static void Kill(int process, int signal)
    {
        using var kill = Process.Start("kill", [$"-{signal.ToString(CultureInfo.InvariantCulture)}", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
