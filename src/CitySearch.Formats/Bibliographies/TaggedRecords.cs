using System.Text;
using System.Text.RegularExpressions;

namespace CitySearch.Formats.Bibliographies;

/// <summary>
/// Reads the formats in which each line is a tag and a value: RIS, and the exports for EndNote, RefWorks and NoteExpress
/// that CNKI, Wanfang and VIP offer. Which of them a text is shows in its first tag.
/// </summary>
internal static partial class TaggedRecords
{
    // What stands before the first record: a byte order mark, blank lines, a line or two of the exporting site.
    private const int MostLinesBefore = 20;

    /// <summary>Whether a text is one of the formats.</summary>
    public static bool IsLike(string text)
    {
        var line = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (DialectOf(text[range]) is not null)
            {
                return true;
            }

            if (++line > MostLinesBefore || range.End.Value - range.Start.Value > 1000)
            {
                break;
            }
        }

        return false;
    }

    /// <summary>Reads the records of a text.</summary>
    public static void Read(string text, BibliographyContents contents, CancellationToken cancellationToken)
    {
        TagDialect? dialect = null;
        TagRecord? record = null;
        var number = 0;
        var junk = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            if (number % 1000 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var line = text[range].Trim('\r', '\uFEFF');
            var starts = DialectOf(line);
            dialect = starts ?? dialect;
            if (starts is not null)
            {
                Close(record, contents);
                record = new TagRecord(starts, number, starts.Value(line));
                continue;
            }

            if (dialect is null || line.Length == 0)
            {
                continue;
            }

            if (!dialect.TryRead(line, out var tag, out var value))
            {
                // A value that goes on in another line; outside of records, text that belongs to none.
                if (record is null && !string.IsNullOrWhiteSpace(line) && junk++ == 0)
                {
                    contents.Faults.Add(new BibliographyFault(number, "the line belongs to no record"));
                }

                record?.Append(line.Trim());
            }
            else if (tag == "ER")
            {
                Close(record, contents);
                record = null;
            }
            else if (record is null)
            {
                contents.Faults.Add(new BibliographyFault(number, $"{tag} stands before the line that begins a record"));
                record = new TagRecord(dialect, number, "");
                record.Add(tag, value);
            }
            else
            {
                record.Add(tag, value);
            }
        }

        Close(record, contents);
    }

    private static void Close(TagRecord? record, BibliographyContents contents)
    {
        if (record is not null)
        {
            contents.Records.Add(record.ToRecord());
        }
    }

    private static TagDialect? DialectOf(string line)
    {
        var text = line.AsSpan().TrimStart(" \uFEFF");
        return text.Length < 4 ? null
            : text[0] == 'T' && RisStart().IsMatch(line) ? TagDialect.Ris
            : text[0] == '%' && EndNoteStart().IsMatch(line) ? TagDialect.EndNote
            : text[0] == 'R' && RefWorksStart().IsMatch(line) ? TagDialect.RefWorks
            : text[0] == '{' && NoteExpressStart().IsMatch(line) ? TagDialect.NoteExpress
            : null;
    }

    [GeneratedRegex(@"^[ \uFEFF]*TY *- *[A-Z]{2,8}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex RisStart();

    [GeneratedRegex(@"^[ \uFEFF]*%0 \S", RegexOptions.CultureInvariant)]
    private static partial Regex EndNoteStart();

    [GeneratedRegex(@"^[ \uFEFF]*RT +[A-Z][A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex RefWorksStart();

    [GeneratedRegex(@"^[ \uFEFF]*\{Reference Type\} *:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoteExpressStart();
}
