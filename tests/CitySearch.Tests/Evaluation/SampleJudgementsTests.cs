using CitySearch.Evaluation;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Evaluation;

/// <summary>The judged questions over the sample corpus: that they fit together, and that the sample corpus is ranked well by them.</summary>
public sealed class SampleJudgementsTests
{
    private static readonly string Corpus = Path.Combine(Approval.RepositoryRoot, "corpus");
    private static readonly string Dataset = Path.Combine(Corpus, "judgements");

    [Fact]
    public void Every_question_has_grades_from_0_to_3_an_answer_of_grade_3_and_no_second_question_like_it()
    {
        var lines = File.ReadAllLines(Path.Combine(Dataset, "queries.jsonl"));

        var queries = JudgedDataset.Read(Dataset).Queries;

        Assert.True(queries.Count >= 80);
        Assert.Equal(lines.Length, queries.Count);
        Assert.Equal(queries.Count, queries.DistinctBy(q => q.Id).Count());
        Assert.Equal(queries.Count, queries.DistinctBy(q => q.Text).Count());
        Assert.DoesNotContain(queries, q => q.Judgements.Values.Max() != 3 || q.Judgements.Values.Min() < 0);
    }

    [Fact]
    public void Every_judgement_is_of_a_question_and_an_article_that_exist_and_is_given_once()
    {
        var ids = JudgedDataset.Read(Dataset).Queries.Select(q => q.Id).ToHashSet();

        var judgements = File.ReadAllLines(Path.Combine(Dataset, "qrels", "test.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();

        Assert.DoesNotContain(judgements, j => !ids.Contains(j[0]));
        Assert.DoesNotContain(judgements, j => !File.Exists(Path.Combine(Corpus, j[1])));
        Assert.Equal(judgements.Count, judgements.DistinctBy(j => (j[0], j[1])).Count());
    }

    [Fact]
    public async Task The_sample_corpus_is_ranked_as_well_as_when_the_questions_were_written()
    {
        await using var provider = new ServiceCollection().AddCitySearch(o => o.CorpusPath = Corpus).BuildServiceProvider();

        var report = await provider.GetRequiredService<IEvaluationService>().EvaluateAsync(new EvaluationRequest(Dataset), cancellationToken: TestContext.Current.CancellationToken);

        // .940 and .984 when these floors were set; what is lost below them is more than a tie that fell the other way.
        Assert.True(report.Ndcg >= 0.93, $"nDCG@10 is {report.Ndcg}");
        Assert.True(report.ReciprocalRank >= 0.97, $"MRR@10 is {report.ReciprocalRank}");
    }
}
