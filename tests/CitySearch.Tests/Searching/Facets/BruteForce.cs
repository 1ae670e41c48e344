using System.Text.RegularExpressions;
using CitySearch.Concepts;
using CitySearch.Corpus;
using CitySearch.Searching;
using CitySearch.Text;

namespace CitySearch.Tests.Searching.Facets;

/// <summary>
/// Counts facets by looking at every hit of the unfiltered result, with the values that its material has: articles as their
/// reader gives them, references as hits show them, concepts by a search of the labels in the text. Shares nothing with the
/// engine's counting.
/// </summary>
internal sealed class BruteForce
{
    private const char Wall = '囧';

    private readonly Dictionary<string, Article> _articles;
    private readonly List<(string Value, List<Func<string, bool>> Labels)> _concepts;
    private readonly Dictionary<string, HashSet<string>> _conceptsOf = [];

    public BruteForce(IEnumerable<Article> articles, Thesaurus thesaurus)
    {
        _articles = articles.ToDictionary(a => a.Id);
        _concepts = [.. thesaurus.Concepts.Select(concept => (concept.PreferredLabel.ToString(), Labels(concept, thesaurus).Select(Finder).ToList()))];
    }

    /// <summary>The hits that filters leave, and the counts of each facet without the filters on itself.</summary>
    public (List<SearchHit> Hits, Dictionary<string, List<FacetCount>> Facets) Count(IReadOnlyList<SearchHit> unfiltered, IReadOnlyList<SearchFilter> filters)
    {
        bool Holds(SearchHit hit, string? without) => filters.Where(f => f.Name != without).GroupBy(f => f.Name)
            .All(alternatives => Values(hit, alternatives.Key).Overlaps(alternatives.Select(f => f.Value)));
        var facets = FacetNames.All.ToDictionary(name => name, name => unfiltered
            .Where(hit => Holds(hit, name)).SelectMany(hit => Values(hit, name)).GroupBy(value => value, StringComparer.Ordinal)
            .Select(g => new FacetCount(g.Key, g.Count()))
            .OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(100).ToList());
        return ([.. unfiltered.Where(hit => Holds(hit, null))], facets);
    }

    private HashSet<string> Values(SearchHit hit, string name)
    {
        var article = hit is ArticleHit ? _articles[hit.Id] : null;
        return name switch
        {
            FacetNames.Kind => [article is null ? "reference" : "article"],
            FacetNames.Year => (article is null ? ((ReferenceHit)hit).Year : article.Date?.Year) is { } year ? [$"{year:D4}"] : [],
            FacetNames.Tag => [.. article?.Tags ?? []],
            FacetNames.Author => [.. article?.Authors ?? hit.Authors],
            FacetNames.Source => (article is null ? hit.Source : article.Source) is { } source ? [source] : [],
            FacetNames.Folder => article is null ? [] : [.. Folders(article.Path)],
            FacetNames.Concept => ConceptsOf(hit, article),
            _ => throw new ArgumentException(name),
        };
    }

    private static IEnumerable<string> Folders(string path)
    {
        var folders = path.Split('/')[..^1];
        return Enumerable.Range(1, folders.Length).Select(n => string.Join('/', folders[..n]));
    }

    private HashSet<string> ConceptsOf(SearchHit hit, Article? article)
    {
        if (!_conceptsOf.TryGetValue(hit.Id, out var concepts))
        {
            string[] texts = article is null ? [((ReferenceHit)hit).Text] : [article.Title, .. article.Sections.SelectMany(s => s.Headings.Append(s.Text))];
            var text = TextFolding.Fold(string.Join(Wall, texts));
            _conceptsOf.Add(hit.Id, concepts = [.. _concepts.Where(c => c.Labels.Exists(stands => stands(text))).Select(c => c.Value)]);
        }

        return concepts;
    }

    /// <summary>The labels of a concept that are looked for: what the documentation of the facet says, from the lists of the concept itself.</summary>
    private static IEnumerable<string> Labels(Concept concept, Thesaurus thesaurus)
    {
        string?[] names = [concept.PreferredLabel.Zh, concept.PreferredLabel.En, .. concept.AlternativeLabels, .. concept.Abbreviations, .. concept.HiddenLabels];
        foreach (var name in names.OfType<string>().Distinct())
        {
            var isPreferred = name == concept.PreferredLabel.Zh || name == concept.PreferredLabel.En;
            var letters = name.Count(char.IsLetterOrDigit);
            var isShort = letters < 2 || (letters == 2 && concept.Abbreviations.Contains(name));
            if (!isShort && name is not ("IT" or "US" or "MOST") && (isPreferred || thesaurus.Find(name).Count == 1))
            {
                yield return name;
            }
        }
    }

    private static Func<string, bool> Finder(string label)
    {
        var runs = Regex.Matches(TextFolding.Fold(label), "[a-z0-9]+|[\u3400-\u9fff\uf900-\ufaff〇]+").Select(m => m.Value).ToList();
        if (runs is [{ } only] && only[0] > '\u2e80')
        {
            return text => text.Contains(only, StringComparison.Ordinal);
        }

        var words = runs.Select(run => run[0] > '\u2e80' ? run : $@"(?<![\p{{L}}\p{{N}}-[\u2e80-\uffff]]){run}(?![\p{{L}}\p{{N}}-[\u2e80-\uffff]])");
        var pattern = new Regex(string.Join(@"[^\p{L}\p{N}]*", words), RegexOptions.CultureInvariant);
        return pattern.IsMatch;
    }
}
