using System.Text.RegularExpressions;
using CitySearch.Corpus;

namespace CitySearch.Formats.Pdf;

/// <summary>
/// Decides what the raised numbers behind text are: where an entry or a footnote of the document has the label, the mark
/// that cites it, <c>[3]</c>; otherwise something that the text does not say (a note that was lost, a footnote of the
/// layout), and no number of the text.
/// </summary>
internal static partial class RaisedMarks
{
    /// <summary>Stands in a mark behind its bracket until its document has been read.</summary>
    public const char Sign = '\uE001';

    /// <summary>Keeps the marks that have a label, without the sign, and leaves out the others.</summary>
    public static IReadOnlyList<Block> Resolve(IReadOnlyList<Block> blocks)
    {
        if (!blocks.Any(block => block.Text.Contains(Sign, StringComparison.Ordinal)))
        {
            return blocks;
        }

        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            // A list of the text may be numbered 1. too; its items are neither entries nor notes.
            if (PlainReferenceLists.TryReadLabel(block.Text, out var label, out var body) && (block.Text.TrimStart() is ['[' or '［' or '【' or (>= '①' and <= '⑳'), ..] || PlainReferenceLists.IsEntry(body)))
            {
                labels.Add(label);
            }
        }

        return [.. blocks.Select(block => block.Text.Contains(Sign, StringComparison.Ordinal) ? block with { Text = Resolve(block.Text, labels) } : block)];
    }

    private static string Resolve(string text, HashSet<string> labels) => Mark()
        .Replace(text, mark => Numbers().Matches(mark.Value).Any(number => labels.Contains(number.Value)) ? $"[{mark.Groups["numbers"].Value}]" : "")
        .Replace(Sign.ToString(), "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[\uE001(?<numbers>[^\[\]\uE001]{1,40})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex("[0-9]{1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
