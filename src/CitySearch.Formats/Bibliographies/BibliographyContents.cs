using CitySearch.Corpus;
using CitySearch.Corpus.References;

namespace CitySearch.Formats.Bibliographies;

/// <summary>What a bibliography file holds: its entries in order, and the places that cannot be read.</summary>
internal sealed class BibliographyContents
{
    /// <summary>The entries.</summary>
    public List<BibliographyRecord> Records { get; } = [];

    /// <summary>The faults.</summary>
    public List<BibliographyFault> Faults { get; } = [];

    /// <summary>
    /// The bibliography, then the report of what could not be read: the index takes the one and lists the file as failed
    /// by the other.
    /// </summary>
    /// <param name="path">The file's path below the corpus folder.</param>
    /// <exception cref="ReadingException">There are faults; thrown behind the bibliography.</exception>
    public IEnumerable<Article> ToArticles(string path)
    {
        var references = new List<CitedReference>(Records.Count);
        foreach (var record in Records)
        {
            if (RecordComposer.Compose(record) is { } reference)
            {
                references.Add(new CitedReference(record.Key, record.Line, reference));
            }
            else
            {
                Faults.Add(new BibliographyFault(record.Line, "the entry has no title"));
            }
        }

        if (references.Count > 0 || Faults.Count == 0)
        {
            yield return new Article
            {
                Id = path,
                Path = path,
                Title = Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name ? name : path,
                IsBibliography = true,
                References = references,
            };
        }

        if (Faults.OrderBy(fault => fault.Line).FirstOrDefault() is { } first)
        {
            var others = Faults.Count > 1 ? $" (and {Faults.Count - 1} more faults)" : "";
            throw new ReadingException($"line {first.Line}: {first.What}{others}; {(references.Count > 0 ? $"{references.Count} entries were read" : "no entry was read")}. Mend the entry, or take it out.");
        }
    }
}
