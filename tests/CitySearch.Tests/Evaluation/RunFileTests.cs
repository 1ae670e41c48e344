using CitySearch.Evaluation;

namespace CitySearch.Tests.Evaluation;

public sealed class RunFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-run-").FullName;

    [Fact]
    public void A_run_is_written_as_TREC_has_it_and_reads_back_with_ids_that_hold_blanks()
    {
        var path = Path.Combine(_folder, "run.txt");
        IReadOnlyList<RankedDocument> ranking = [new("articles/城市 大脑.md", 12.345678901234567), new("100%.md", 1e-9)];

        RunFile.Write(path, [KeyValuePair.Create("q 1", ranking)]);

        Assert.Equal(
            ["q%201 Q0 articles/城市%20大脑.md 1 12.345678901234567 citysearch", "q%201 Q0 100%25.md 2 1E-09 citysearch"], File.ReadAllLines(path));
        var (query, read) = Assert.Single(RunFile.Read(path));
        Assert.Equal("q 1", query);
        Assert.Equal(ranking, read);
    }

    [Fact]
    public void The_order_of_a_run_comes_from_its_scores_as_trec_eval_reads_it()
    {
        var path = Path.Combine(_folder, "run.txt");
        File.WriteAllText(path, "q Q0 low 1 0.5 x\nq Q0 high 2 2 x\n\nq Q0 tie 3 0.5 x\n");

        Assert.Equal(["high", "tie", "low"], RunFile.Read(path)["q"].Select(d => d.Id));
    }

    [Theory]
    [InlineData("q Q0 d 1")]
    [InlineData("q Q0 d 1 much x")]
    public void A_line_that_is_none_is_named(string line)
    {
        var path = Path.Combine(_folder, "run.txt");
        File.WriteAllText(path, $"q Q0 d 1 2 x\n{line}\n");

        Assert.Contains("run.txt:2:", Assert.Throws<EvaluationException>(() => RunFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing() =>
        Assert.Contains("does not exist", Assert.Throws<EvaluationException>(() => RunFile.Read(Path.Combine(_folder, "none"))).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
