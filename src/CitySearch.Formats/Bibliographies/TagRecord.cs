using System.Text;

namespace CitySearch.Formats.Bibliographies;

/// <summary>A record of a tagged format while its lines are read.</summary>
/// <param name="dialect">The format.</param>
/// <param name="line">The line on which it begins.</param>
/// <param name="kind">The kind of work as the record states it.</param>
internal sealed class TagRecord(TagDialect dialect, int line, string kind)
{
    private const int MostLines = 2_000;

    private readonly List<(string Tag, StringBuilder Value)> _lines = [];

    /// <summary>Adds a line.</summary>
    public void Add(string tag, string value)
    {
        if (_lines.Count < MostLines)
        {
            _lines.Add((tag, new StringBuilder(value)));
        }
    }

    /// <summary>Adds a line that goes on with the value of the one before it.</summary>
    public void Append(string rest)
    {
        if (_lines.Count == 0 || rest.Length == 0)
        {
            return;
        }

        var (tag, value) = _lines[^1];
        if (dialect.FieldOf(tag) is "author" or "editor")
        {
            Add(tag, rest);
            return;
        }

        value.Append(value.Length > 0 && value[^1] < '\u2E80' ? " " : "").Append(rest);
    }

    /// <summary>The record in the terms of all formats.</summary>
    public BibliographyRecord ToRecord()
    {
        var record = new BibliographyRecord(WorkKinds.Of(kind), "", line);
        foreach (var (tag, text) in _lines)
        {
            var value = text.ToString().Trim();
            switch (dialect.FieldOf(tag))
            {
                case "author":
                    record.Authors.AddRange(Names(value));
                    break;
                case "editor":
                    record.Editors.AddRange(Names(value));
                    break;
                case "date":
                    // 2019/06/10/ and 2019///: the parts of RIS, of which any may be missing.
                    record["date"] = value.TrimEnd('/', ' ');
                    break;
                case { } field:
                    record[field] = value;
                    break;
            }
        }

        // The container of a part is what it appeared in, whatever the kind.
        record["journal"] = record["container"];
        record["booktitle"] = record["container"];
        if (record.Kind == "thesis")
        {
            record["school"] = record.First("publisher", "container");
        }

        return record;
    }

    private static IEnumerable<string> Names(string value) => PersonNames.Split(value).Select(PersonNames.Parse).Where(name => !PersonNames.IsOthers(name));
}
