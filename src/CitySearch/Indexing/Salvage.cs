using CitySearch.Corpus;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CitySearch.Indexing;

/// <summary>
/// Carries over, into an index that is built anew, the articles of files that cannot be read now and could be when the
/// index in use was built: nothing that was indexed is lost because its file is out of reach, or bad, today.
/// </summary>
internal sealed class Salvage(IndexSession session, CurrentIndex current)
{
    /// <summary>Runs after everything that can be read has been.</summary>
    /// <param name="changes">The files that cannot be opened, among others.</param>
    /// <param name="scan">The folders that cannot be read, among others.</param>
    /// <param name="intakes">What became of the files that can be opened; told of what is carried over to them.</param>
    /// <param name="keepMissing">Whether files that are gone count as files that cannot be opened.</param>
    /// <returns>The records of the carried-over files that cannot be opened.</returns>
    public IReadOnlyList<FileRecord> Run(CorpusChanges changes, CorpusScan scan, IReadOnlyList<FileIntake> intakes, bool keepMissing)
    {
        var present = scan.Files.Select(f => f.File.Path).ToHashSet(StringComparer.Ordinal);
        var unopened = changes.Failed.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var lost = current.Files.Values.Where(r => unopened.Contains(r.Path) || scan.IsUnreadable(r.Path) || (keepMissing && !present.Contains(r.Path))).ToList();
        var broken = intakes.Where(i => i.IsIncomplete && current.Files.ContainsKey(i.Changed.File.File.Path)).ToList();
        if ((lost.Count == 0 && broken.Count == 0) || !Fingerprint.IsOfThisSchema(current.Commit.Fingerprint) || SoundSegments.Open(current.Folder) is not { } open)
        {
            return [];
        }

        using var reader = open.Reader;
        foreach (var intake in broken)
        {
            foreach (var id in current.Files[intake.Changed.File.File.Path].Articles.Where(id => !intake.IsIndexed(id) && Carry(reader, id)))
            {
                intake.Keep(id);
            }
        }

        // Without a hash they are read again as soon as they can be.
        return [.. lost.OrderBy(r => r.Path, StringComparer.Ordinal).Select(r => r with { Hash = "", Articles = [.. r.Articles.Where(id => Carry(reader, id))] })];
    }

    private bool Carry(IndexReader reader, string id)
    {
        try
        {
            return Read(reader, id) is { } article && session.TryPut(article, isNew: true, out _);
        }
        catch (Exception e) when (DamagedIndexException.Explains(e) || e is System.Text.Json.JsonException)
        {
            // The old index is damaged just there; the rest of it may still be good.
            return false;
        }
    }

    /// <summary>Reads an article back from an index, or returns <see langword="null"/> when it is not there.</summary>
    private static Article? Read(IndexReader reader, string id)
    {
        if (Find(reader, IndexSchema.Head, id) is not [var head])
        {
            return null;
        }

        var record = StoredRecords.ReadArticle(reader, head);
        var sections = Enumerable.Range(head, record.Sections).Select(doc => StoredRecords.ReadSection(reader, doc));
        var entries = Find(reader, IndexSchema.CitedBy, id).SelectMany(doc => StoredRecords.Read(reader, doc, IndexSchema.ReferenceRecord, StoredRecords.Entries));
        return new Article
        {
            Id = record.Id,
            Title = record.Title,
            Path = record.Path,
            Date = record.Date,
            Authors = record.Authors,
            Tags = record.Tags,
            Source = record.Source,
            Description = record.Description,
            Permalink = record.Permalink,
            Links = record.Links,
            Aliases = record.Aliases ?? [],
            IsBibliography = record.IsBibliography,
            Sections = [.. sections.Select(s => new Section
            {
                Headings = s.Headings,
                Anchor = s.Anchor,
                Line = s.Line,
                Page = s.Page,
                Text = s.Text,
                ParagraphLines = s.ParagraphLines,
                LineMarks = s.LineMarks ?? [],
                CitedLabels = s.CitedLabels,
                SourceId = s.SourceId,
            })],
            References = [.. entries.Where(e => e.Article == id).OrderBy(e => e.Line).Select(e => new CitedReference(e.Label, e.Line, e.Reference))],
        };
    }

    private static List<int> Find(IndexReader reader, string field, string value)
    {
        var found = new AllDocumentsCollector();
        new IndexSearcher(reader).Search(new TermQuery(new Term(field, value)), found);
        return found.Documents;
    }
}
