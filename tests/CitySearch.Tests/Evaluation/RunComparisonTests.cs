using CitySearch.Evaluation;

namespace CitySearch.Tests.Evaluation;

public sealed class RunComparisonTests
{
    [Fact]
    public void Equal_runs_differ_by_chance_for_certain()
    {
        var comparison = RunComparison.Of(Queries((0.5, 0.5), (1, 1), (0, 0)));

        Assert.Equal(1, comparison.PValue);
        Assert.Equal((0, 0), (comparison.Better, comparison.Worse));
        Assert.Empty(comparison.MostChanged);
    }

    [Fact]
    public void Five_queries_all_better_by_the_same_have_the_exact_chance_of_the_sign_test()
    {
        // Of the 32 ways to give five equal differences their signs, two are as far from zero: p = 1/16.
        var comparison = RunComparison.Of(Queries((0, 0.1), (0, 0.1), (0, 0.1), (0, 0.1), (0, 0.1)));

        Assert.Equal(1 / 16.0, comparison.PValue, 0.01);
        Assert.Equal((5, 0), (comparison.Better, comparison.Worse));
    }

    [Fact]
    public void A_small_gain_on_many_queries_is_significant_and_one_on_few_is_not()
    {
        var many = RunComparison.Of(Queries([.. Enumerable.Range(0, 200).Select(i => (0.5, i % 3 == 0 ? 0.45 : 0.55))]));
        var few = RunComparison.Of(Queries([.. Enumerable.Range(0, 6).Select(i => (0.5, i % 3 == 0 ? 0.45 : 0.55))]));

        Assert.True(many.PValue < 0.001, $"p = {many.PValue}");
        Assert.True(few.PValue > 0.2, $"p = {few.PValue}");
    }

    [Fact]
    public void The_same_two_runs_always_give_the_same_chance_and_the_greatest_changes_come_first()
    {
        var queries = Queries((0.2, 0.4), (0.9, 0.1), (0.3, 0.35), (0.5, 0.5));

        var comparison = RunComparison.Of(queries);

        Assert.Equal(comparison.PValue, RunComparison.Of(queries).PValue);
        Assert.Equal(["q1", "q0", "q2"], comparison.MostChanged.Select(q => q.Query));
        Assert.Equal((2, 1), (comparison.Better, comparison.Worse));
        Assert.Equal(0.475, comparison.Before, 12);
        Assert.Equal(0.3375, comparison.Now, 12);
    }

    private static List<ChangedQuery> Queries(params (double Before, double Now)[] values) =>
        [.. values.Select((v, i) => new ChangedQuery($"q{i}", "", v.Before, v.Now))];
}
