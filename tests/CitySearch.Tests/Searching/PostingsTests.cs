using CitySearch.Searching.Scoring;
using CsCheck;

namespace CitySearch.Tests.Searching;

public sealed class PostingsTests
{
    // A step of an impact: half of one is lost by rounding, and up to all of it by what would be rounded to nothing.
    private const float Precision = 2.2f / ushort.MaxValue;

    // Sparse postings run over a block of 65,536 documents, dense ones over the last vector.
    private static readonly Gen<(int MaxDoc, int[] Docs, int Seed)> Segments =
        from maxDoc in Gen.OneOf(Gen.Int[1, 100], Gen.Int[65_500, 65_600], Gen.Int[131_060, 200_000])
        from docs in Gen.OneOf(Gen.Int[0, maxDoc - 1].Array[0, 50], Gen.Int[1, 12].Select(step => Enumerable.Range(0, (maxDoc + step - 1) / step).Select(i => i * step).ToArray()))
        from seed in Gen.Int
        select (maxDoc, docs.Distinct().Order().ToArray(), seed);

    [Fact]
    public void A_document_contributes_its_impact_and_no_other_does() => Segments.Sample(
        segment =>
        {
            var impacts = Impacts(segment.Docs.Length, segment.Seed);
            var postings = Postings.Of(segment.Docs, impacts, segment.MaxDoc);
            var (text, alone, coverage) = (new float[segment.MaxDoc], new float[segment.MaxDoc], new float[segment.MaxDoc]);
            postings.AddTo(alone, 1);
            postings.AddTo(text, coverage, 1, 3);

            var (expected, held) = (new float[segment.MaxDoc], new float[segment.MaxDoc]);
            for (var i = 0; i < segment.Docs.Length; i++)
            {
                expected[segment.Docs[i]] = impacts[i];
                held[segment.Docs[i]] = 3;
            }

            Assert.Equal(text, alone);
            Assert.Equal(held, coverage);
            Assert.All(Enumerable.Range(0, segment.MaxDoc), doc => Assert.True(
                Math.Abs(text[doc] - expected[doc]) <= Precision && text[doc] > 0 == expected[doc] > 0 && postings.ImpactOf(doc) == text[doc] && postings.Holds(doc) == expected[doc] > 0));
            Assert.Equal(segment.Docs, postings.Documents());
            Assert.Equal(segment.Docs.Length, postings.Count);
        },
        iter: 60);

    [Fact]
    public void Sparse_and_dense_postings_score_alike() => Segments.Sample(
        segment =>
        {
            var impacts = Impacts(segment.Docs.Length, segment.Seed);
            var (sparse, dense) = (new float[segment.MaxDoc], new float[segment.MaxDoc]);
            sparse.AsSpan().Fill(0.3f);
            dense.AsSpan().Fill(0.3f);
            new SparsePostings(segment.Docs, impacts).AddTo(sparse, 7.7f);
            new DensePostings(segment.Docs, impacts, segment.MaxDoc).AddTo(dense, 7.7f);
            Assert.Equal(sparse, dense);
        },
        iter: 60);

    // From next to nothing to what Bm25 comes next to.
    private static float[] Impacts(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 ? 1e-7f : 2.2f * random.NextSingle())];
    }
}
