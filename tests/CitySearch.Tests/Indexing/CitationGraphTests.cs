using CitySearch.Indexing;
using CsCheck;

namespace CitySearch.Tests.Indexing;

/// <summary>PageRank times the number of articles, against graphs worked by hand; d is the damping of 0.85.</summary>
public sealed class CitationGraphTests
{
    [Fact]
    public void A_corpus_in_which_nothing_cites_anything_has_rank_one_throughout() =>
        Assert.Equal([1.0, 1.0, 1.0], Ranks(3));

    [Fact]
    public void An_empty_corpus_has_no_ranks() => Assert.Empty(Ranks(0));

    [Fact]
    public void In_a_cycle_all_are_alike() => AssertRanks([1, 1, 1, 1], Ranks(4, (0, 1), (1, 2), (2, 3), (3, 0)));

    [Fact]
    public void The_middle_of_a_star_gathers_what_its_rays_give()
    {
        // Rays r, middle m, 4 + 1 articles: m cites nothing, so its share goes to all.
        // r = 1-d + d·m/5 and m = 1-d + d·(4r + m/5), with 4r + m = 5: m = 1-d + d(5-m) + d·m/5, so m = (1+4d)/(1+4d/5).
        const double D = 0.85;
        const double Middle = (1 + (4 * D)) / (1 + (4 * D / 5));
        const double Ray = (5 - Middle) / 4;

        AssertRanks([Middle, Ray, Ray, Ray, Ray], Ranks(5, (1, 0), (2, 0), (3, 0), (4, 0)));
    }

    [Fact]
    public void Of_two_the_cited_one_ranks_higher_by_the_share_it_is_given()
    {
        // a cites b, b cites nothing: a = 1-d + d·b/2, b = 1-d + d·(a + b/2), a + b = 2. So b - a = d·a, a = 2/(2+d).
        const double D = 0.85;

        AssertRanks([2 / (2 + D), 2 - (2 / (2 + D))], Ranks(2, (0, 1)));
    }

    [Fact]
    public void Parts_that_nothing_joins_keep_their_own_sums()
    {
        // Two pairs that cite each other and one article alone, which gives to all five: 1 = alone·(1 - d/5) + ..., where
        // each of a pair is p = 1-d + d·(p + s/5) and the single s = 1-d + d·s/5.
        const double D = 0.85;
        const double Single = (1 - D) / (1 - (D / 5));
        const double Paired = (5 - Single) / 4;

        AssertRanks([Paired, Paired, Paired, Paired, Single], Ranks(5, (0, 1), (1, 0), (2, 3), (3, 2)));
    }

    [Fact]
    public void An_article_that_names_itself_gains_nothing_by_it()
    {
        var graph = new CitationGraph([new CitationNode([1], [1, 2]), new CitationNode([2], [2])]);

        Assert.Equal(1, graph.EdgeCount);
        Assert.Equal([1], graph.TargetsOf(0).ToArray());
        Assert.Empty(graph.TargetsOf(1).ToArray());
    }

    [Fact]
    public void Naming_an_article_by_its_title_and_its_path_and_twice_is_one_edge()
    {
        var graph = new CitationGraph([new CitationNode([1, 11], [2, 22, 2]), new CitationNode([2, 22], [])]);

        Assert.Equal(1, graph.EdgeCount);
        AssertRanks([.. Ranks(2, (0, 1))], graph.PageRank());
    }

    [Fact]
    public void A_title_that_two_articles_share_names_both_and_one_that_many_share_names_none()
    {
        CitationNode[] Titled(int namesakes) => [new([1], [2]), .. Enumerable.Range(0, namesakes).Select(_ => new CitationNode([2], []))];

        Assert.Equal([1, 2], new CitationGraph(Titled(2)).TargetsOf(0).ToArray().Order());
        Assert.Equal(0, new CitationGraph(Titled(9)).EdgeCount);
    }

    [Fact]
    public void What_nobody_answers_to_makes_no_edge() =>
        Assert.Equal(0, new CitationGraph([new CitationNode([1], [5, 6]), new CitationNode([2], [0, ulong.MaxValue])]).EdgeCount);

    [Fact]
    public void Ranks_sum_to_the_number_of_articles_are_positive_and_satisfy_their_own_equation() =>
        Gen.Int[1, 30].SelectMany(count => Gen.Select(Gen.Const(count), Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1]).List[0, 80]))
            .ForAll((count, edges) =>
            {
                var ranks = Ranks(count, [.. edges]);
                Assert.Equal(count, ranks.Sum(), 1e-6 * count);
                Assert.All(ranks, r => Assert.True(r >= 0.15));

                var distinct = edges.Where(e => e.Item1 != e.Item2).Distinct().ToList();
                if (distinct.Count == 0)
                {
                    Assert.All(ranks, r => Assert.Equal(1, r));
                    return;
                }

                var degrees = distinct.GroupBy(e => e.Item1).ToDictionary(g => g.Key, g => g.Count());
                var dangling = Enumerable.Range(0, count).Where(i => !degrees.ContainsKey(i)).Sum(i => ranks[i]);
                for (var i = 0; i < count; i++)
                {
                    var given = distinct.Where(e => e.Item2 == i).Sum(e => ranks[e.Item1] / degrees[e.Item1]);
                    Assert.Equal(ranks[i], 0.15 + (0.85 * (given + (dangling / count))), 2e-5 * ranks[i]);
                }
            });

    [Fact]
    public void Rounding_keeps_one_and_moves_no_rank_by_more_than_a_two_hundred_fifty_sixth()
    {
        Assert.Equal(1f, CitationGraph.Rounded(1));
        Gen.Double[0.15, 1e6].ForAll(rank =>
        {
            var rounded = CitationGraph.Rounded(rank);
            Assert.Equal(rank, rounded, rank / 256);
            Assert.Equal(rounded, CitationGraph.Rounded(rounded));
        });
    }

    private static double[] Ranks(int count, params (int From, int To)[] edges)
    {
        var named = edges.ToLookup(e => e.From, e => (ulong)e.To + 1);
        return new CitationGraph([.. Enumerable.Range(0, count).Select(i => new CitationNode([(ulong)i + 1], [.. named[i]]))]).PageRank();
    }

    private static void AssertRanks(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (want, got) in expected.Zip(actual))
        {
            Assert.Equal(want, got, 1e-4);
        }
    }
}
