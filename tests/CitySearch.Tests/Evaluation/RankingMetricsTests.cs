using CitySearch.Evaluation;

namespace CitySearch.Tests.Evaluation;

/// <summary>Each expected value is worked out by hand from trec_eval's definitions.</summary>
public sealed class RankingMetricsTests
{
    private static readonly Dictionary<string, int> Graded = new() { ["a"] = 3, ["b"] = 2, ["c"] = 1, ["d"] = 0 };

    [Fact]
    public void The_ideal_ranking_has_an_ndcg_of_one() =>
        Assert.Equal(1, RankingMetrics.Ndcg(Ranking("a", "b", "c"), Graded, 10), 12);

    [Fact]
    public void Gains_are_grades_and_discounts_are_binary_logarithms()
    {
        // c at 1, an unjudged document at 2, a at 3, b at 4.
        var dcg = 1 + (3 / 2.0) + (2 / Math.Log2(5));
        var ideal = 3 + (2 / Math.Log2(3)) + (1 / 2.0);

        Assert.Equal(dcg / ideal, RankingMetrics.Ndcg(Ranking("c", "x", "a", "b"), Graded, 10), 12);
    }

    [Fact]
    public void What_stands_below_the_depth_does_not_count_but_the_ideal_is_cut_there_too()
    {
        var ideal = 3 + (2 / Math.Log2(3));

        Assert.Equal(3 / ideal, RankingMetrics.Ndcg(Ranking("a", "x", "b", "c"), Graded, 2), 12);
    }

    [Fact]
    public void A_judgement_below_zero_gains_nothing_and_costs_nothing()
    {
        var judged = new Dictionary<string, int> { ["a"] = 1, ["spam"] = -2 };

        Assert.Equal(1 / Math.Log2(3), RankingMetrics.Ndcg(Ranking("spam", "a"), judged, 10), 12);
    }

    [Fact]
    public void Nothing_relevant_gives_zero_everywhere()
    {
        var judged = new Dictionary<string, int> { ["a"] = 0 };

        Assert.Equal(0, RankingMetrics.Ndcg(Ranking("a"), judged, 10));
        Assert.Equal(0, RankingMetrics.ReciprocalRank(Ranking("a"), judged, 10));
        Assert.Equal(0, RankingMetrics.Recall(Ranking("a"), judged, 100));
    }

    [Theory]
    [InlineData(10, 1 / 3.0)]
    [InlineData(3, 1 / 3.0)]
    [InlineData(2, 0)]
    public void The_reciprocal_rank_is_of_the_first_relevant_document_down_to_the_depth(int depth, double expected) =>
        Assert.Equal(expected, RankingMetrics.ReciprocalRank(Ranking("x", "d", "c", "a"), Graded, depth), 12);

    [Theory]
    [InlineData(100, 2 / 3.0)]
    [InlineData(2, 1 / 3.0)]
    public void Recall_counts_every_grade_above_zero_as_one(int depth, double expected) =>
        Assert.Equal(expected, RankingMetrics.Recall(Ranking("d", "c", "x", "a"), Graded, depth), 12);

    [Fact]
    public void An_empty_ranking_of_an_answered_question_gives_zero() =>
        Assert.Equal(0, RankingMetrics.Ndcg([], Graded, 10));

    [Fact]
    public void Equal_scores_stand_in_descending_order_of_ids_whatever_order_they_came_in()
    {
        RankedDocument[] run = [new("d2", 1), new("d10", 1), new("d1", 2), new("d3", 1)];

        Assert.Equal(["d1", "d3", "d2", "d10"], RankingMetrics.Order(run).Select(d => d.Id));
        Assert.Equal(RankingMetrics.Order(run), RankingMetrics.Order(run.Reverse()));
    }

    private static RankedDocument[] Ranking(params string[] ids) => [.. ids.Select((id, i) => new RankedDocument(id, ids.Length - i))];
}
