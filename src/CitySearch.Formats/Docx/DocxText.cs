using System.Text;
using System.Xml;
using CitySearch.Corpus;

namespace CitySearch.Formats.Docx;

/// <summary>What the text of a part depends on.</summary>
/// <param name="Styles">The styles.</param>
/// <param name="Numbering">The lists.</param>
/// <param name="Footnotes">The footnotes.</param>
/// <param name="Endnotes">The endnotes.</param>
/// <param name="Hyperlinks">The addresses of links by the identifier of their relationship.</param>
internal sealed record DocxContext(DocxStyles Styles, DocxNumbering Numbering, DocxNotes Footnotes, DocxNotes Endnotes, IReadOnlyDictionary<string, string> Hyperlinks);

/// <summary>
/// Reads the text of a DOCX part as a stream of XML (ISO/IEC 29500-1, 17): paragraphs with their heading level and
/// number, rows of tables, text boxes, notes behind the paragraph that cites them. What a tracked change deleted or
/// moved away, hidden text, field codes and fallbacks are left out.
/// </summary>
internal sealed class DocxText
{
    // Elements without text of the document, or with text that it does not show.
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "del", "moveFrom", "delText", "delInstrText", "instrText", "Fallback", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tblGridChange",
        "tcPrChange", "trPrChange", "numberingChange", "sectPr", "tblPr", "tblGrid", "rt", "rubyPr", "comment", "sdtPr", "sdtEndPr", "docPartPr",
    };

    private readonly DocxContext _context;
    private readonly FormatsOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly Stack<DocxParagraph> _paragraphs = new();
    private readonly Stack<DocxTable> _tables = new();
    private readonly List<Block> _waiting = [];
    private StringBuilder _carried = new();
    private int _elements;
    private int _characters;
    private bool _isText;
    private bool _isHidden;
    private int _paragraphProperties;
    private int _rowProperties;

    private DocxText(DocxContext context, FormatsOptions options, CancellationToken cancellationToken)
    {
        _context = context;
        _options = options;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The blocks in reading order.</summary>
    private List<Block> Blocks { get; } = [];

    private List<string> Links { get; } = [];

    /// <summary>Reads a part.</summary>
    public static List<Block> Read(XmlReader reader, DocxContext context, out List<string> links, FormatsOptions options, CancellationToken cancellationToken)
    {
        var text = new DocxText(context, options, cancellationToken);
        text.ReadAll(reader, null);
        links = text.Links;
        return text.Blocks;
    }

    /// <summary>Reads the part of the footnotes or endnotes: the text of each by its identifier, on one line.</summary>
    public static Dictionary<string, string> ReadNotes(XmlReader reader, DocxContext context, FormatsOptions options, CancellationToken cancellationToken)
    {
        var text = new DocxText(context, options, cancellationToken);
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        text.ReadAll(reader, (id, type) =>
        {
            if (type is null or "normal")
            {
                notes[id] = string.Join(' ', text.Blocks.Select(block => block.Text));
            }

            text.Blocks.Clear();
        });
        return notes;
    }

    private void ReadAll(XmlReader reader, Action<string, string?>? noteRead)
    {
        var note = ("", (string?)null);
        var more = reader.Read();
        while (more)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Check(reader);
                if (IsSkipped(reader))
                {
                    reader.Skip();
                    more = !reader.EOF;
                    continue;
                }

                if (reader.LocalName is "footnote" or "endnote")
                {
                    note = (DocxStyles.Attribute(reader, "id") ?? "", DocxStyles.Attribute(reader, "type"));
                }

                var isEmpty = reader.IsEmptyElement;
                Start(reader);
                if (isEmpty)
                {
                    End(reader.LocalName);
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                End(reader.LocalName);
                if (reader.LocalName is "footnote" or "endnote")
                {
                    noteRead?.Invoke(note.Item1, note.Item2);
                }
            }
            else if (_isText && !_isHidden && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                Append(reader.Value.Replace(ArticleAssembly.NoteSign, '\uFFFD'));
            }

            more = reader.Read();
        }
    }

    private void Check(XmlReader reader)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (++_elements > _options.MaxElements)
        {
            throw new ReadingException($"The document has more than {_options.MaxElements} elements: split it, or raise MaxElements.");
        }

        if (reader.Depth > _options.MaxNesting)
        {
            throw new ReadingException($"The document nests its elements deeper than {_options.MaxNesting} levels: open it in a word processor and save it again.");
        }
    }

    // A deletion mark inside of properties says something of a paragraph or a row; elsewhere it encloses deleted text.
    private bool IsSkipped(XmlReader reader)
    {
        if (reader.LocalName == "del" && reader.IsEmptyElement)
        {
            if (_paragraphProperties > 0 && _paragraphs.TryPeek(out var paragraph))
            {
                paragraph.IsJoined = true;
            }
            else if (_rowProperties > 0 && _tables.TryPeek(out var table))
            {
                table.IsDeleted = true;
            }
        }

        return Skipped.Contains(reader.LocalName);
    }

    private void Start(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "p" when !IsDrawing(reader):
                _paragraphs.Push(new DocxParagraph(_carried));
                _carried = new StringBuilder();
                break;
            case "pPr":
                _paragraphProperties++;
                break;
            case "trPr":
                _rowProperties++;
                break;
            case "pStyle" or "outlineLvl" or "numId" or "ilvl" when _paragraphs.TryPeek(out var paragraph):
                paragraph.Read(reader);
                break;
            case "r":
                _isHidden = false;
                break;
            case "vanish" when _paragraphProperties == 0 && DocxStyles.Attribute(reader, "val") is null or "1" or "true" or "on":
                _isHidden = true;
                break;
            case "t" when !IsDrawing(reader):
                _isText = true;
                break;
            case "tab" when _paragraphProperties == 0:
                Append(" ");
                break;
            case "br" or "cr" when !IsDrawing(reader) && DocxStyles.Attribute(reader, "type") is null or "textWrapping":
                Append("\n");
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "footnoteReference":
                Cite(_context.Footnotes, reader);
                break;
            case "endnoteReference":
                Cite(_context.Endnotes, reader);
                break;
            case "hyperlink" when DocxStyles.Attribute(reader, "id") is { } id && _context.Hyperlinks.TryGetValue(id, out var address):
                Links.Add(address);
                break;
            case "tbl":
                _tables.Push(new DocxTable(_paragraphs.Count));
                break;
            case "tr" when _tables.TryPeek(out var table):
                table.Cells.Clear();
                table.IsDeleted = false;
                break;
            case "tc" when _tables.TryPeek(out var row):
                row.Cells.Add([]);
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when _paragraphs.TryPop(out var paragraph):
                EndParagraph(paragraph);
                break;
            case "pPr":
                _paragraphProperties--;
                break;
            case "trPr":
                _rowProperties--;
                break;
            case "t":
                _isText = false;
                break;
            case "r":
                _isHidden = false;
                break;
            case "tr" when _tables.TryPeek(out var table) && !table.IsDeleted:
                table.EndRow(Blocks, _tables.Skip(1).FirstOrDefault());
                break;
            case "tbl" when _tables.TryPop(out _) && _tables.Count == 0:
                Blocks.AddRange(_waiting);
                _waiting.Clear();
                break;
        }
    }

    private void Append(string text)
    {
        _characters += text.Length;
        if (_characters > _options.MaxCharacters)
        {
            throw new ReadingException($"The document holds more than {_options.MaxCharacters} characters: split it, or raise MaxCharacters.");
        }

        if (_paragraphs.TryPeek(out var paragraph))
        {
            paragraph.Text.Append(text);
        }
    }

    private void Cite(DocxNotes notes, XmlReader reader)
    {
        if (!_isHidden && DocxStyles.Attribute(reader, "id") is { } id)
        {
            var (mark, note) = notes.Cite(id);
            Append(mark);
            if (note is not null)
            {
                _waiting.Add(note);
            }
        }
    }

    private void EndParagraph(DocxParagraph paragraph)
    {
        if (paragraph.IsJoined)
        {
            _carried = paragraph.Text;
            return;
        }

        var styles = _context.Styles;
        var text = paragraph.Text.ToString();
        if (styles.IsContents(paragraph.Style))
        {
            return;
        }

        // An empty paragraph of a list counts too.
        var number = NumberOf(paragraph);
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var level = paragraph.OutlineLevel is { } outline ? (outline is >= 0 and <= 8 ? outline + 1 : null) : styles.HeadingLevel(paragraph.Style);
        if (_tables.TryPeek(out var table) && table.Cells.Count > 0 && _paragraphs.Count == table.Paragraphs)
        {
            table.Cells[^1].Add((number + DocxParagraph.OneLine(text), level));
            return;
        }

        DocxParagraph.AddTo(Blocks, number, text, level);
        if (_tables.Count == 0)
        {
            Blocks.AddRange(_waiting);
            _waiting.Clear();
        }
    }

    private string NumberOf(DocxParagraph paragraph)
    {
        var (styleList, styleLevel) = _context.Styles.NumberingOf(paragraph.Style);
        var list = paragraph.NumberingId ?? styleList;
        if (list is null or "0")
        {
            return "";
        }

        var level = paragraph.NumberingLevel ?? (paragraph.NumberingId is null ? _context.Numbering.LevelOfStyle(list, paragraph.Style) : null) ?? styleLevel ?? 0;
        return _context.Numbering.Next(list, level);
    }

    // DrawingML has elements of the same names for text in charts and shapes; what Word lays out is in its own namespace.
    private static bool IsDrawing(XmlReader reader) => reader.NamespaceURI.Contains("drawing", StringComparison.OrdinalIgnoreCase);
}
