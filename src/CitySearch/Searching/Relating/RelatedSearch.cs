using System.Diagnostics;
using CitySearch.Corpus.References;
using CitySearch.Indexing;
using CitySearch.Searching.Materials;
using CitySearch.Searching.Scoring;
using CitySearch.Snippets;

namespace CitySearch.Searching.Relating;

/// <summary>Finds the relatives of a material by its id and makes hits of them.</summary>
internal sealed class RelatedSearch(SearchGeneration generation, RankingWeights weights)
{
    private readonly MaterialReader _reader = new(generation);

    /// <summary>The relatives of an article or a reference, the most related first.</summary>
    /// <param name="id">The id.</param>
    /// <param name="top">The most to find.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnknownIdException">There is no such material.</exception>
    public RelatedResponse Find(string id, int top, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (title, hits) = _reader.FindArticle(id) is { } article ? OfArticle(article, top, cancellationToken)
            : _reader.FindReference(id) is { } reference ? OfReference(reference.Place, reference.Entries, top, cancellationToken)
            : throw UnknownIdException.Of(id, SimilarIds.Of(id, generation));
        return new RelatedResponse
        {
            Id = id,
            Title = title,
            TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2),
            Generation = generation.Commit.Generation,
            Hits = hits,
        };
    }

    private (string Title, List<SearchHit> Hits) OfArticle(ArticlePlace place, int top, CancellationToken cancellationToken)
    {
        var record = MaterialReader.Record(place);
        string?[] about = [record.Title, record.Description, .. record.Tags ?? []];
        var terms = SignificantTerms.Of(about.OfType<string>().Concat(MaterialReader.Sections(place).SelectMany(s => (s.Headings?.TakeLast(1) ?? []).Append(s.Text))), generation);
        using var scores = TextScores.Compute(generation, terms, aboutWeight: 0, cancellationToken);
        var relatives = new Relatives(generation, scores, place, _reader.CitedBy(record.Id).Select(c => c.Place));
        relatives.Connect(place, record);
        return (record.Title, Hits(relatives, terms, top));
    }

    private (string Title, List<SearchHit> Hits) OfReference(ArticlePlace place, List<ReferenceEntry> entries, int top, CancellationToken cancellationToken)
    {
        var work = WorkIdentity.Merge([.. entries.Select(e => e.Reference)]);
        var terms = SignificantTerms.Of([work.Title ?? work.Text], generation);
        using var scores = TextScores.Compute(generation, terms, aboutWeight: 0, cancellationToken);
        var relatives = new Relatives(generation, scores, place, []);
        relatives.Connect(entries);
        return (work.Title ?? work.Text, Hits(relatives, terms, top));
    }

    private List<SearchHit> Hits(Relatives relatives, List<ScoringClause> terms, int top)
    {
        var assembler = new HitAssembler(new SnippetMaker(generation.Analyzer.Index, SignificantTerms.Snippets(terms)), null, terms, generation, weights);
        return [.. relatives.Best(top).Select((relative, i) => assembler.Assemble(relatives.Sections(relative.Place), i + 1) with
        {
            Score = Math.Round(relative.Score, 4),
            Explanation = new ScoreExplanation(relative.Signals, []),
        })];
    }
}
