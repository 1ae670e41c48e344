using System.Text.Json;

namespace CitySearch.Cli.Tests;

public class EvalCommandTests
{
    private static readonly string[] Names = ["dataset", "split", "queries", "ndcg@10", "mrr@10", "recall@100", "p50Ms", "p99Ms", "indexSeconds", "indexBytes"];

    [Fact]
    public async Task Eval_prints_its_measures_as_one_line_of_json()
    {
        using var workspace = Dataset();

        var run = await CommandRun.Of("eval", workspace["laws"], "--json");

        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(run.Output.Length - 1, run.Output.IndexOf('\n'));
        using var report = JsonDocument.Parse(run.Output);
        Assert.All(Names, name => Assert.True(report.RootElement.TryGetProperty(name, out _), name));
        Assert.Equal(("laws", "dev"), (report.RootElement.GetProperty("dataset").GetString(), report.RootElement.GetProperty("split").GetString()));
        Assert.Equal((2, 1.0), (report.RootElement.GetProperty("queries").GetInt32(), report.RootElement.GetProperty("recall@100").GetDouble()));
    }

    [Fact]
    public async Task A_run_is_compared_with_an_earlier_one_question_by_question()
    {
        using var workspace = Dataset();
        var runFile = workspace["laws.run"];
        await CommandRun.Of("eval", workspace["laws"], "--run", runFile);

        var english = await CommandRun.Of("eval", workspace["laws"], "--against", runFile);
        var chinese = await CommandRun.In(Language.Chinese, "eval", workspace["laws"], "--against", runFile);

        Assert.Contains("laws (dev), 2 queries, analyzer default", english.Output);
        Assert.Contains("nDCG@10 1.0000 → 1.0000: 0 better, 0 worse, p = 1.0000", english.Output);
        Assert.Contains("laws（dev），2 个问题，分析器 default", chinese.Output);
        Assert.Contains("nDCG@10 1.0000 → 1.0000：0 题更好，0 题更差，p = 1.0000", chinese.Output);
    }

    [Fact]
    public async Task A_dataset_that_is_not_there_is_a_failure()
    {
        using var workspace = new Workspace();

        var run = await CommandRun.Of("eval", workspace["nowhere"]);

        Assert.Equal(new CommandRun(1, "", $"citysearch: the dataset folder {workspace["nowhere"]} does not exist{Environment.NewLine}"), run);
    }

    private static Workspace Dataset()
    {
        var workspace = new Workspace();
        workspace.Write("laws/corpus.jsonl", """
            {"_id": "1", "title": "数据条例", "text": "公共数据应当共享。"}
            {"_id": "2", "title": "城市大脑条例", "text": "城市大脑赋能城市治理。"}
            """);
        workspace.Write("laws/queries.jsonl", """
            {"_id": "q1", "text": "公共数据要共享吗"}
            {"_id": "q2", "text": "城市大脑管什么"}
            """);
        workspace.Write("laws/qrels/dev.tsv", "query-id\tcorpus-id\tscore\nq1\t1\t1\nq2\t2\t1\n");
        return workspace;
    }
}
