using System.Globalization;
using CitySearch.Indexing;

namespace CitySearch.Searching;

/// <summary>Which generation of the index is open.</summary>
/// <param name="Number">Its number, rising by one with each commit.</param>
/// <param name="Committed">When it was committed, in UTC.</param>
/// <param name="Totals">How much it holds.</param>
/// <param name="Tag">
/// Tells it from every other generation, also from one of the same number in an index that was built anew after its folder
/// had been removed. The same in every process that has the same generation open.
/// </param>
public sealed record GenerationState(long Number, DateTime Committed, IndexTotals Totals, string Tag)
{
    /// <summary>The state of a commit.</summary>
    /// <param name="commit">What is stored with it.</param>
    /// <param name="folder">The folder of the Lucene index.</param>
    /// <param name="segmentsFile">The file that the commit was made by writing.</param>
    internal static GenerationState Of(CommitData commit, string folder, string segmentsFile)
    {
        var committed = File.GetLastWriteTimeUtc(Path.Combine(folder, segmentsFile));
        var said = string.Create(CultureInfo.InvariantCulture, $"{commit.Generation}/{commit.Fingerprint}/{Path.GetFileName(folder)}/{segmentsFile}/{committed.Ticks}");
        return new GenerationState(commit.Generation, committed, commit.Totals, StableHash.Of(said).ToString("x16", CultureInfo.InvariantCulture));
    }
}
