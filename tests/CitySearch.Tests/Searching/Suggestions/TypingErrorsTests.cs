using CitySearch.Searching.Suggestions;
using CsCheck;

namespace CitySearch.Tests.Searching.Suggestions;

public sealed class TypingErrorsTests
{
    // Few characters, alike in sound or shape or in nothing, so that texts are near each other.
    private static readonly Gen<string> Text = Gen.Char["城成程陈市式脑恼闹大数字智"].Array[0, 7].Select(chars => new string(chars));

    private static readonly Gen<float> Limit = Gen.Float[0.7f, 5f];

    [Fact]
    public void The_cost_is_that_of_the_cheapest_errors() => Gen.Select(Text, Text, Limit).Sample((typed, meant, limit) =>
    {
        var cheapest = Cheapest(typed, meant);
        var cost = TypingErrors.Cost(typed, meant, limit);
        Assert.True(cheapest <= limit - 0.01f ? Math.Abs(cost - cheapest) < 0.001f : cheapest > limit + 0.01f ? float.IsPositiveInfinity(cost) : true, $"{typed} for {meant} within {limit}: {cost}, where {cheapest} is cheapest");
    });

    [Theory]
    [InlineData("城市大恼", "城市大脑", 0.7f)]
    [InlineData("城大市脑", "城市大脑", 1.4f)]
    [InlineData("城市脑", "城市大脑", 1.9f)]
    [InlineData("城市大大脑", "城市大脑", 1.6f)]
    [InlineData("城市的大脑", "城市大脑", 2.2f)]
    [InlineData("陈市大脑", "城市大脑", 1.2f)]
    public void Every_error_has_its_cost(string typed, string meant, float cost) => Assert.Equal(cost, TypingErrors.Cost(typed, meant, 3.2f), 0.001f);

    /// <summary>The cheapest of all ways to have typed one text for another, by trying them all.</summary>
    private static float Cheapest(string typed, string meant)
    {
        if (typed.Length == 0)
        {
            return meant.Length * 1.9f;
        }

        var cost = Cheapest(typed[..^1], meant) + (typed.Length > 1 && meant.Length > 0 && typed[^1] == typed[^2] ? 1.6f : 2.2f);
        if (meant.Length > 0)
        {
            cost = Math.Min(cost, Cheapest(typed, meant[..^1]) + 1.9f);
            cost = Math.Min(cost, Cheapest(typed[..^1], meant[..^1]) + TypingErrors.Substituted(typed[^1], meant[^1]));
        }

        if (typed.Length > 1 && meant.Length > 1 && typed[^1] == meant[^2] && typed[^2] == meant[^1] && typed[^1] != typed[^2])
        {
            cost = Math.Min(cost, Cheapest(typed[..^2], meant[..^2]) + 1.4f);
        }

        return cost;
    }
}
