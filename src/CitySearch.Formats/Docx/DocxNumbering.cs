using System.Globalization;
using System.Text;
using System.Xml;

namespace CitySearch.Formats.Docx;

/// <summary>
/// The lists of a DOCX (ISO/IEC 29500-1, 17.9): it counts, and gives each numbered paragraph the number that a reader
/// of the document sees.
/// </summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, Level?[]> _abstract = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Abstract, int?[] Starts)> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _counters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _started = new(StringComparer.Ordinal);

    /// <summary>Reads the part of the lists.</summary>
    public static DocxNumbering Read(XmlReader? reader)
    {
        var result = new DocxNumbering();
        var levels = new Level?[Levels];
        var starts = new int?[Levels];
        string? list = null;
        var at = 0;
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "abstractNum":
                    result._abstract[DocxStyles.Attribute(reader, "abstractNumId") ?? ""] = levels = new Level?[Levels];
                    break;
                case "num":
                    starts = new int?[Levels];
                    list = DocxStyles.Attribute(reader, "numId") ?? "";
                    levels = new Level?[Levels]; // what an override redefines is not followed
                    break;
                case "abstractNumId" when list is not null:
                    result._lists[list] = (DocxStyles.Attribute(reader, "val") ?? "", starts);
                    break;
                case "lvl" or "lvlOverride":
                    at = int.TryParse(DocxStyles.Attribute(reader, "ilvl"), CultureInfo.InvariantCulture, out var level) ? Math.Clamp(level, 0, Levels - 1) : 0;
                    levels[at] = reader.LocalName == "lvl" ? new Level() : levels[at];
                    break;
                case "startOverride":
                    starts[at] = DocxStyles.Number(reader);
                    break;
                default:
                    levels[at]?.Read(reader);
                    break;
            }
        }

        return result;
    }

    /// <summary>The level of a list that is bound to a paragraph style.</summary>
    public int? LevelOfStyle(string list, string? style)
    {
        if (style is null || !_lists.TryGetValue(list, out var found) || !_abstract.TryGetValue(found.Abstract, out var levels))
        {
            return null;
        }

        var level = Array.FindIndex(levels, candidate => candidate?.Style == style);
        return level >= 0 ? level : null;
    }

    /// <summary>Counts a paragraph and gives its number with what stands behind it; empty for bullets.</summary>
    /// <param name="list">The list.</param>
    /// <param name="level">The level in it, from 0.</param>
    public string Next(string list, int level)
    {
        level = Math.Clamp(level, 0, Levels - 1);
        if (!_lists.TryGetValue(list, out var found) || !_abstract.TryGetValue(found.Abstract, out var levels) || levels[level] is not { } form)
        {
            return "";
        }

        // Lists of one definition count on from each other, unless a list starts anew.
        if (!_counters.TryGetValue(found.Abstract, out var counters))
        {
            _counters[found.Abstract] = counters = [.. levels.Select(each => (each?.Start ?? 1) - 1)];
        }

        if (_started.Add(list))
        {
            for (var i = 0; i < Levels; i++)
            {
                counters[i] = found.Starts[i] - 1 ?? counters[i];
            }
        }

        counters[level]++;
        for (var i = level + 1; i < Levels; i++)
        {
            counters[i] = (levels[i]?.Start ?? 1) - 1;
        }

        return Write(form, levels, counters);
    }

    private static string Write(Level form, Level?[] levels, int[] counters)
    {
        if (form.Format is "bullet" or "none")
        {
            return "";
        }

        var text = new StringBuilder();
        for (var i = 0; i < form.Text.Length; i++)
        {
            if (form.Text[i] == '%' && i + 1 < form.Text.Length && form.Text[i + 1] is >= '1' and <= '9')
            {
                var at = form.Text[++i] - '1';
                text.Append(NumberFormats.Write(Math.Max(counters[at], 1), form.IsLegal ? "decimal" : levels[at]?.Format ?? "decimal"));
            }
            else
            {
                text.Append(form.Text[i]);
            }
        }

        var number = text.ToString().Trim();
        return number.Length == 0 || form.Suffix == "nothing" || number[^1] is '、' or '）' or '．' or '：' ? number : number + " ";
    }

    /// <summary>One level of a list.</summary>
    private sealed class Level
    {
        public int Start { get; private set; } = 1;

        public string Format { get; private set; } = "decimal";

        public string Text { get; private set; } = "";

        public string Suffix { get; private set; } = "tab";

        public string? Style { get; private set; }

        public bool IsLegal { get; private set; }

        public void Read(XmlReader reader)
        {
            switch (reader.LocalName)
            {
                case "start":
                    Start = DocxStyles.Number(reader) ?? 1;
                    break;
                case "numFmt":
                    Format = DocxStyles.Attribute(reader, "val") ?? "decimal";
                    break;
                case "lvlText":
                    Text = DocxStyles.Attribute(reader, "val") is { Length: <= 60 } text ? text : "";
                    break;
                case "suff":
                    Suffix = DocxStyles.Attribute(reader, "val") ?? "tab";
                    break;
                case "pStyle":
                    Style = DocxStyles.Attribute(reader, "val");
                    break;
                case "isLgl":
                    IsLegal = DocxStyles.Attribute(reader, "val") is null or "1" or "true" or "on";
                    break;
            }
        }
    }
}
