namespace CitySearch.Corpus.Markdown;

/// <summary>What the pass over the lines knows about one of them.</summary>
internal enum LineKind
{
    /// <summary>Ordinary Markdown.</summary>
    Text,

    /// <summary>A line that is not Markdown: of a fenced code block, a comment, a script.</summary>
    Verbatim,

    /// <summary>The edge of a <c>:::</c> container, of which only the title is left.</summary>
    Edge,

    /// <summary>A heading below which a reference list stood, which was taken out.</summary>
    ListTitle,
}

/// <summary>A line of a Markdown file on its way to the parser.</summary>
/// <param name="Text">The line without its line end.</param>
/// <param name="Number">Its number in the file, counted from 1.</param>
/// <param name="Kind">What it belongs to.</param>
internal readonly record struct SourceLine(string Text, int Number, LineKind Kind = LineKind.Text)
{
    /// <summary>Whether the line shows nothing.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>An empty line in the same place.</summary>
    public SourceLine Blank() => new("", Number);
}
