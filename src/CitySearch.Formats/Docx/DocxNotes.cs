using System.Globalization;
using CitySearch.Corpus;

namespace CitySearch.Formats.Docx;

/// <summary>
/// The footnotes or endnotes of a DOCX. They are numbered as the text refers to them; one that reads as a
/// bibliographic entry is cited as <c>[1]</c>, another is a remark: ①.
/// </summary>
/// <param name="texts">The text of each note by its identifier.</param>
/// <param name="isRoman">Whether the numbers are i, ii, iii, as Word has them for endnotes beside footnotes.</param>
internal sealed class DocxNotes(IReadOnlyDictionary<string, string> texts, bool isRoman)
{
    private const int LastCircled = 20;

    private readonly Dictionary<string, (string Mark, Block Block)> _cited = new(StringComparer.Ordinal);

    /// <summary>The mark that stands in the text for a note, and the note itself when it is met for the first time.</summary>
    public (string Mark, Block? Note) Cite(string id)
    {
        if (_cited.TryGetValue(id, out var known))
        {
            return (known.Mark, null);
        }

        if (!texts.TryGetValue(id, out var text) || text.Length == 0)
        {
            return ("", null);
        }

        var number = _cited.Count + 1;
        var label = isRoman ? NumberFormats.Write(number, "lowerRoman") : number.ToString(CultureInfo.InvariantCulture);
        var isEntry = PlainReferenceLists.IsEntry(text);
        var mark = isEntry ? $"[{ArticleAssembly.NoteSign}{label}]" : number <= LastCircled && !isRoman ? ((char)('①' + number - 1)).ToString() : $"({label})";
        var block = isEntry ? new Block(BlockKind.Note, text) { Label = label } : new Block(BlockKind.Paragraph, $"{mark} {text}");
        _cited[id] = (mark, block);
        return (mark, block);
    }
}
