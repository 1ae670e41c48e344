using System.Globalization;
using CitySearch.Analysis;
using Lucene.Net.Index;

namespace CitySearch.Indexing;

/// <summary>How much an index holds.</summary>
/// <param name="Articles">Articles.</param>
/// <param name="Sections">Sections of all articles.</param>
/// <param name="References">References, each work once.</param>
/// <param name="Bibliographies">Bibliography files.</param>
public sealed record IndexTotals(int Articles, int Sections, int References, int Bibliographies = 0);

/// <summary>What is stored with each commit.</summary>
/// <param name="Generation">The number of the generation, rising by one with each commit, across rebuilds too.</param>
/// <param name="Fingerprint">What the index is built with.</param>
/// <param name="Analyzer">The name of the analyzer that it is built with, and that it is asked with.</param>
/// <param name="Totals">How much it holds.</param>
internal sealed record CommitData(long Generation, string Fingerprint, string Analyzer, IndexTotals Totals)
{
    public IDictionary<string, string> ToUserData() => new Dictionary<string, string>
    {
        ["generation"] = Generation.ToString(CultureInfo.InvariantCulture),
        ["fingerprint"] = Fingerprint,
        ["analyzer"] = Analyzer,
        ["articles"] = Totals.Articles.ToString(CultureInfo.InvariantCulture),
        ["sections"] = Totals.Sections.ToString(CultureInfo.InvariantCulture),
        ["references"] = Totals.References.ToString(CultureInfo.InvariantCulture),
        ["bibliographies"] = Totals.Bibliographies.ToString(CultureInfo.InvariantCulture),
    };

    public static CommitData Of(IndexCommit commit) => Of(commit.UserData);

    public static CommitData Of(IDictionary<string, string> data)
    {
        return new CommitData(
            Number(data, "generation"),
            data.TryGetValue("fingerprint", out var fingerprint) ? fingerprint : "",
            data.TryGetValue("analyzer", out var analyzer) ? analyzer : AnalyzerCatalog.DefaultName,
            new IndexTotals((int)Number(data, "articles"), (int)Number(data, "sections"), (int)Number(data, "references"), (int)Number(data, "bibliographies")));
    }

    private static long Number(IDictionary<string, string> data, string key) =>
        data.TryGetValue(key, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
