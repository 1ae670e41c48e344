using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace CitySearch.Corpus.Markdown;

/// <summary>Recognises the tags of Vue templates, which CommonMark would show as text.</summary>
internal sealed class TagInlineParser : InlineParser
{
    public TagInlineParser()
    {
        OpeningCharacters = ['<'];
    }

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (TagScanner.Read(text, 0, out var end) is null)
        {
            return false;
        }

        processor.Inline = new HtmlInline(text[..end].ToString())
        {
            Span = new Markdig.Syntax.SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + end - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += end;
        return true;
    }
}
