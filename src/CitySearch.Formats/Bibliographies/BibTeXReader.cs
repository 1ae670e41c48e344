using CitySearch.Corpus;

namespace CitySearch.Formats.Bibliographies;

/// <summary>Reads BibTeX and biblatex files, in the encodings that Chinese programs have saved them in, as bibliographies.</summary>
/// <param name="options">The reading limits.</param>
public sealed class BibTeXReader(FormatsOptions options) : IArticleReader
{
    // An entry that inherits from one that inherits is as far as anybody goes; references in a circle end here too.
    private const int MostAncestors = 3;

    private static readonly HashSet<string> Addresses = new(StringComparer.OrdinalIgnoreCase) { "url", "doi" };

    // What a part does not inherit from its host (biblatex manual, appendix B): the title is the part's source instead.
    private static readonly HashSet<string> NotInherited = new(StringComparer.OrdinalIgnoreCase) { "title", "subtitle", "crossref", "xdata", "author", "url", "doi", "pages", "keywords", "abstract", "file", "note" };

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".bib", ".bibtex"];

    /// <inheritdoc/>
    public string Version => "bibtex/1" + options.VersionSuffix;

    /// <inheritdoc/>
    /// <remarks>Entries that cannot be read are reported behind the bibliography of the others.</remarks>
    public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Parse(FileBytes.Read(file, options, cancellationToken), cancellationToken).ToArticles(file.Path);
    }

    /// <summary>Reads the entries of a file's bytes.</summary>
    internal BibliographyContents Parse(byte[] bytes, CancellationToken cancellationToken = default)
    {
        var contents = new BibliographyContents();
        var entries = BibTeXParser.Parse(BibliographyText.Decode(bytes, "BibTeX", options), contents.Faults, cancellationToken);
        var byKey = new Dictionary<string, BibTeXEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            byKey.TryAdd(entry.Key, entry);
        }

        foreach (var entry in entries)
        {
            // A set names others, data is there to be inherited.
            if (entry.Kind is not ("set" or "xdata") && entry.Fields.Count > 0)
            {
                contents.Records.Add(Record(entry, byKey));
            }
        }

        return contents;
    }

    private static BibliographyRecord Record(BibTeXEntry entry, Dictionary<string, BibTeXEntry> byKey)
    {
        var record = new BibliographyRecord(entry.Kind, entry.Key, entry.Line);
        AddFields(record, entry, _ => true);
        var heir = entry;
        for (var i = 0; i < MostAncestors && Host(heir, byKey) is { } host && host != heir; i++)
        {
            if (heir.Fields.ContainsKey("crossref"))
            {
                record["booktitle"] = host.Fields.GetValueOrDefault("booktitle") is { } own ? LaTeXText.Decode(own) : host.Fields.GetValueOrDefault("title") is { } title ? LaTeXText.Decode(title) : null;
                AddFields(record, host, name => !NotInherited.Contains(name));
            }
            else
            {
                AddFields(record, host, _ => true);
            }

            heir = host;
        }

        return record;
    }

    private static BibTeXEntry? Host(BibTeXEntry entry, Dictionary<string, BibTeXEntry> byKey) =>
        (entry.Fields.GetValueOrDefault("crossref") ?? entry.Fields.GetValueOrDefault("xdata")) is { } key ? byKey.GetValueOrDefault(key.Trim()) : null;

    private static void AddFields(BibliographyRecord record, BibTeXEntry entry, Func<string, bool> isTaken)
    {
        foreach (var (name, value) in entry.Fields)
        {
            if (!isTaken(name))
            {
                continue;
            }

            if (name.Equals("author", StringComparison.OrdinalIgnoreCase))
            {
                AddNames(record.Authors, value);
            }
            else if (name.Equals("editor", StringComparison.OrdinalIgnoreCase))
            {
                AddNames(record.Editors, value);
            }
            else
            {
                record[name] = Addresses.Contains(name) ? LaTeXText.DecodeAddress(value) : LaTeXText.Decode(value);
            }
        }
    }

    private static void AddNames(List<string> names, string value)
    {
        if (names.Count == 0)
        {
            names.AddRange(BibTeXNames.Read(value));
        }
    }
}
