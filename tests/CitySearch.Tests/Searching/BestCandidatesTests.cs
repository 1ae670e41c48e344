using CitySearch.Searching.Scoring;
using CsCheck;

namespace CitySearch.Tests.Searching;

public sealed class BestCandidatesTests
{
    // Few different promises, so that there are ties; some below zero, as a prior may be.
    private static readonly Gen<float[]> Promises = Gen.Int[-5, 20].Select(i => i / 4f).Array[0, 300];

    [Fact]
    public void Those_that_promise_most_are_kept_in_order_and_of_equal_ones_the_first() =>
        Gen.Select(Promises, Gen.Int[1, 40]).ForAll((promises, most) =>
        {
            var best = new BestCandidates(most);
            for (var i = 0; i < promises.Length; i++)
            {
                best.Add(new Candidate(null!, default, i, promises[i]));
            }

            var expected = promises.Select((promise, i) => (Promise: promise, Number: i)).OrderByDescending(c => c.Promise).ThenBy(c => c.Number).Take(most).Select(c => c.Number);
            Assert.Equal(expected, best.Sorted().Select(c => c.Best));
        });

    [Fact]
    public void All_are_kept_where_there_is_no_limit()
    {
        var best = new BestCandidates(int.MaxValue);
        for (var i = 0; i < 5000; i++)
        {
            best.Add(new Candidate(null!, default, i, i % 7));
        }

        Assert.Equal(5000, best.Sorted().Length);
        Assert.Equal(float.NegativeInfinity, best.Least);
    }
}
