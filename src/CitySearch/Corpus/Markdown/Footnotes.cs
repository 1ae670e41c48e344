using System.Text.RegularExpressions;

namespace CitySearch.Corpus.Markdown;

/// <summary>
/// Takes the footnotes (<c>[^3]: …</c>, as markdown-it-footnote reads them) out of the lines: those that read as
/// bibliographic entries become entries, the others text in their place. Their marks become <c>[3]</c>.
/// </summary>
internal static partial class Footnotes
{
    /// <summary>Rewrites the lines.</summary>
    /// <param name="lines">The lines, changed in place.</param>
    /// <param name="entries">Where the entries go.</param>
    public static void Extract(List<SourceLine> lines, List<ReferenceEntry> entries)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        var result = new List<SourceLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind != LineKind.Text || Definition().Match(lines[i].Text) is not { Success: true } definition)
            {
                result.Add(lines[i]);
                continue;
            }

            var label = definition.Groups["label"].Value;
            labels.Add(label);
            var end = End(lines, i + 1);
            var body = new List<SourceLine> { lines[i] with { Text = definition.Groups["text"].Value } };
            body.AddRange(lines.Skip(i + 1).Take(end - i - 1).Select(line => line with { Text = line.Text.Trim() }));
            var entry = new ReferenceEntry(label, lines[i].Number, string.Join(' ', body.Select(line => line.Text)).Trim());
            if (entry.IsBibliographic)
            {
                entries.Add(entry);
            }
            else
            {
                result.Add(lines[i].Blank());
                body[0] = body[0] with { Text = $@"\[{label}\] {body[0].Text}" };
                result.AddRange(body);
            }

            result.Add(lines[i].Blank());
            i = end - 1;
        }

        if (labels.Count > 0)
        {
            for (var i = 0; i < result.Count; i++)
            {
                if (result[i].Kind != LineKind.Verbatim)
                {
                    result[i] = result[i] with { Text = Mark().Replace(result[i].Text, m => m.Groups[1].Success && labels.Contains(m.Groups[1].Value) ? $"[{m.Groups[1].Value}]" : m.Value) };
                }
            }
        }

        lines.Clear();
        lines.AddRange(result);
    }

    // A footnote goes on to the next blank line, definition or heading, and behind blank lines where it is indented.
    private static int End(List<SourceLine> lines, int start)
    {
        var end = start;
        for (var i = start; i < lines.Count; i++)
        {
            var line = lines[i];
            var blankBefore = i > start && lines[i - 1].IsBlank;
            if (line.IsBlank)
            {
                continue;
            }

            if (line.Kind != LineKind.Text || Definition().IsMatch(line.Text) || line.Text.StartsWith('#')
                || ((blankBefore || i > end) && !line.Text.StartsWith("    ", StringComparison.Ordinal) && !line.Text.StartsWith('\t')))
            {
                break;
            }

            end = i + 1;
        }

        return end;
    }

    [GeneratedRegex(@"^ {0,3}\[\^(?<label>[^\]\s]{1,40})\]:\s*(?<text>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    // Code is passed over.
    [GeneratedRegex(@"`[^`]+`|\[\^([^\]\s]{1,40})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
