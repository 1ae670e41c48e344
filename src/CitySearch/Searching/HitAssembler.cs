using CitySearch.Corpus.References;
using CitySearch.Indexing;
using CitySearch.Searching.Scoring;
using CitySearch.Snippets;

namespace CitySearch.Searching;

/// <summary>Makes hits out of the ranked sections of articles, and references: reads what a screen shows of them.</summary>
/// <param name="snippets">Makes snippets.</param>
/// <param name="explaining">The ranker that tells the parts of scores; <see langword="null"/> when hits do not explain them.</param>
/// <param name="clauses">The clauses of the query.</param>
/// <param name="generation">The index.</param>
/// <param name="weights">The constants of ranking.</param>
internal sealed class HitAssembler(
    SnippetMaker snippets, SectionRanker? explaining, IReadOnlyList<ScoringClause> clauses, SearchGeneration generation, RankingWeights weights)
{
    /// <summary>The most sections shown of an article.</summary>
    public const int MostSections = 3;

    /// <summary>What share of the text score of an article's best section a further one must have to be shown beside it.</summary>
    public const double LeastShare = 0.4;

    // A reference longer than this is shown in passages.
    private const int LongestWholeReference = 300;

    // Sections of one article share most of their headings.
    private readonly Dictionary<string, IReadOnlyList<Highlight>> _highlights = new(StringComparer.Ordinal);

    /// <summary>Those of an article's sections that are shown.</summary>
    /// <param name="sections">The sections that were found, best first.</param>
    public static List<RankedSection> Shown(List<RankedSection> sections) =>
        [.. sections.Where(section => section.Text >= LeastShare * sections[0].Text).Take(MostSections)];

    /// <summary>The hit of an article, given the sections to show, or of a reference.</summary>
    public SearchHit Assemble(List<RankedSection> group, int rank) => group[0].IsReference ? Reference(group[0], rank) : Article(group, rank);

    private ArticleHit Article(List<RankedSection> group, int rank)
    {
        var best = group[0];
        var article = generation.Caches.Article(best.Leaf.Leaf, best.Head);
        return new ArticleHit
        {
            Rank = rank,
            Score = Rounded(best.Score),
            Id = article.Id,
            Title = article.Title,
            TitleHighlights = Highlights(article.Title),
            Path = article.Path,
            Date = article.Date?.ToString(),
            Authors = article.Authors,
            Tags = article.Tags,
            Source = article.Source,
            Sections = group.ConvertAll(Section),
            Explanation = Explain(best),
        };
    }

    private SectionHit Section(RankedSection ranked)
    {
        var section = generation.Caches.Section(ranked.Leaf.Leaf, ranked.Doc);
        var passages = snippets.Make(section.Text);
        return new SectionHit
        {
            Headings = section.Headings ?? [],
            HeadingHighlights = section.Headings?.Select(Highlights).ToList() ?? [],
            Anchor = section.Anchor ?? "",
            Line = passages.Count > 0 ? LineAt(section, passages[0].Start) : section.Line,
            Page = section.Page,
            Score = Rounded(ranked.Score),
            // A heading that only holds other headings matches by its own words.
            Snippets = passages.Count > 0 ? [.. passages.Select(p => p.Snippet)] : [snippets.Highlight(section.Headings is [.., var heading] ? heading : "")],
        };
    }

    private ReferenceHit Reference(RankedSection ranked, int rank)
    {
        var entries = StoredRecords.Read(ranked.Leaf.Leaf.Reader, ranked.Doc, IndexSchema.ReferenceRecord, StoredRecords.Entries);
        var reference = WorkIdentity.Merge([.. entries.Select(e => e.Reference)]);
        return new ReferenceHit
        {
            Rank = rank,
            Score = Rounded(ranked.Score),
            Id = WorkIdentity.Id(reference),
            Title = reference.Title,
            TitleHighlights = Highlights(reference.Title),
            Text = reference.Text,
            Authors = reference.Authors,
            Source = reference.Source,
            Date = reference.Date?.ToString(),
            Year = reference.Date?.Year,
            DocumentNumber = reference.DocumentNumber,
            StandardNumber = reference.StandardNumber,
            Type = reference.Type,
            Url = reference.Url,
            CitedBy = [.. entries.Where(e => !e.IsListed).Select(e => new CitingArticle(e.Article, e.ArticleTitle, e.Label))],
            Snippets = reference.Text.Length <= LongestWholeReference
                ? [snippets.Highlight(reference.Text)]
                : [.. snippets.Make(reference.Text).Select(p => p.Snippet)],
            Explanation = Explain(ranked),
        };
    }

    private IReadOnlyList<Highlight> Highlights(string? title)
    {
        if (string.IsNullOrEmpty(title))
        {
            return [];
        }

        if (!_highlights.TryGetValue(title, out var highlights))
        {
            _highlights.Add(title, highlights = snippets.Highlight(title).Highlights);
        }

        return highlights;
    }

    private ScoreExplanation? Explain(RankedSection ranked)
    {
        if (explaining is null)
        {
            return null;
        }

        var terms = new List<ScoreTerm>();
        foreach (var clause in clauses)
        {
            Add(clause.Name, generation.PostingsOf(ranked.Leaf.Leaf, clause), clause.Weight);
            Add($"about({clause.Name})", generation.AboutOf(ranked.Leaf.Leaf, clause), weights.About * clause.Weight);
        }

        void Add(string name, Postings postings, float weight)
        {
            if (postings.ImpactOf(ranked.Doc) is > 0 and var impact)
            {
                terms.Add(new ScoreTerm(name, weight, weight * impact));
            }
        }

        return new ScoreExplanation(explaining.Signals(ranked), [.. terms.OrderByDescending(t => t.Contribution)]);
    }

    /// <summary>The file's line at an offset of a section's text.</summary>
    private static int LineAt(SectionRecord section, int offset)
    {
        if (section.ParagraphLines is not { Count: > 0 } lines)
        {
            return section.Line;
        }

        var before = section.Text.AsSpan(0, offset);
        var paragraph = before.LastIndexOf('\n') + 1;
        var inside = section.LineMarks?.LastOrDefault(mark => mark.Offset <= offset) ?? default;
        return inside.Offset > paragraph ? inside.Line : lines[Math.Min(before.Count('\n'), lines.Count - 1)];
    }

    private static double Rounded(double score) => Math.Round(score, 4);
}
