using CitySearch.Evaluation;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Evaluation;

/// <summary>A dataset on disk, evaluated through the services as an embedder has them.</summary>
public sealed class EvaluationServiceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-eval-test-").FullName;

    public EvaluationServiceTests()
    {
        Write("corpus.jsonl", """
            {"_id": "d1", "title": "城市大脑条例 第一条", "text": "为了促进城市大脑建设，制定本条例。", "metadata": {"material": "城市大脑条例", "section": "第一条"}}
            {"_id": "d2", "title": "城市大脑条例 第二条", "text": "停车场应当接入统一的平台。", "metadata": {"material": "城市大脑条例", "section": "第二条"}}
            {"_id": "d3", "title": "数据条例 第一条", "text": "公共数据应当依法开放。", "metadata": {"material": "数据条例", "section": "第一条"}}
            """);
        Write("queries.jsonl", """
            {"_id": "q1", "text": "停车场要接入什么？"}
            {"_id": "q2", "text": "公共数据开放"}
            {"_id": "q3", "text": "没有判断的问题"}
            """);
        Write("qrels/dev.tsv", "query-id\tcorpus-id\tscore\nq1\td2\t1\nq2\td3\t2\nq2\td1\t0\n");
    }

    [Fact]
    public async Task A_dataset_is_indexed_answered_and_measured()
    {
        var run = Path.Combine(_folder, "run.txt");

        var report = await EvaluateAsync(new EvaluationRequest(_folder) { RunFile = run });

        Assert.Equal(("dev", 2, "default"), (report.Split, report.Queries, report.Analyzer));
        Assert.Equal((1.0, 1.0, 1.0), (report.Ndcg, report.ReciprocalRank, report.Recall));
        Assert.True(report.IndexBytes > 0 && report.P99Ms >= report.P50Ms && report.P50Ms > 0);
        var written = RunFile.Read(run);
        Assert.Equal(["q1", "q2"], written.Keys);
        Assert.Equal("d2", written["q1"][0].Id);
    }

    [Fact]
    public async Task A_run_compared_with_itself_has_no_better_and_no_worse_query()
    {
        var run = Path.Combine(_folder, "run.txt");
        await EvaluateAsync(new EvaluationRequest(_folder) { RunFile = run });

        var report = await EvaluateAsync(new EvaluationRequest(_folder) { Against = run });

        Assert.Equal((0, 0, 1.0), (report.Against!.Better, report.Against.Worse, report.Against.PValue));
    }

    [Fact]
    public async Task Without_a_corpus_of_its_own_a_dataset_judges_the_articles_of_the_corpus()
    {
        var corpus = Path.Combine(_folder, "articles");
        Directory.CreateDirectory(corpus);
        File.WriteAllText(Path.Combine(corpus, "parking.md"), "# 停车\n\n## 规定\n\n停车场接入平台。\n\n## 别的\n\n停车收费。\n");
        var judgements = Path.Combine(_folder, "judged");
        Directory.CreateDirectory(Path.Combine(judgements, "qrels"));
        File.WriteAllText(Path.Combine(judgements, "queries.jsonl"), "{\"_id\":\"q\",\"text\":\"停车场\"}\n");
        File.WriteAllText(Path.Combine(judgements, "qrels", "test.tsv"), "query-id\tcorpus-id\tscore\nq\tparking.md\t3\n");

        var report = await EvaluateAsync(new EvaluationRequest(judgements), corpus);

        Assert.Equal(1.0, report.Ndcg);
    }

    [Theory]
    [InlineData("qrels/dev.tsv", "h\nq1\td2\n", "dev.tsv:2:")]
    [InlineData("qrels/dev.tsv", "h\nq1\td2\tgood\n", "dev.tsv:2:")]
    [InlineData("qrels/dev.tsv", "h\nq9\td2\t1\n", "no relevant document")]
    [InlineData("queries.jsonl", "{\"_id\":\"q1\"}\n", "queries.jsonl:1:")]
    [InlineData("queries.jsonl", "q1\n", "queries.jsonl:1:")]
    [InlineData("qrels/test.tsv", "h\nq1\td2\t1\n", "several splits; name one with --split: dev, test")]
    public async Task A_faulty_dataset_is_refused_with_file_and_line(string file, string content, string message)
    {
        Write(file, content);

        var refused = await Assert.ThrowsAsync<EvaluationException>(() => EvaluateAsync(new EvaluationRequest(_folder)));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<EvaluationReport> EvaluateAsync(EvaluationRequest request, string corpus = "corpus")
    {
        await using var provider = new ServiceCollection().AddCitySearch(options => options.CorpusPath = corpus).BuildServiceProvider();
        return await provider.GetRequiredService<IEvaluationService>().EvaluateAsync(request, cancellationToken: TestContext.Current.CancellationToken);
    }

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
