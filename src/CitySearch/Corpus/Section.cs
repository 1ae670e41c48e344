namespace CitySearch.Corpus;

/// <summary>A passage of an article under a heading path: the unit that is scored.</summary>
public sealed record Section
{
    /// <summary>The headings above the passage, outermost first; empty for text before the first heading.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>The fragment that leads to the innermost heading on the published page; empty without a heading.</summary>
    public string Anchor { get; init; } = "";

    /// <summary>The first line of the passage in its file, counted from 1; 0 where the format has no lines.</summary>
    public int Line { get; init; }

    /// <summary>The page the passage starts on, counted from 1, for formats that have pages.</summary>
    public int? Page { get; init; }

    /// <summary>The visible text, without markup; paragraphs are separated by one line feed.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The lines of <see cref="Text"/> in its file: element <c>i</c> is the file line, counted from 1, on which the
    /// <c>i</c>-th paragraph of the text (split at line feeds) begins. Empty where the format has no lines.
    /// </summary>
    public IReadOnlyList<int> ParagraphLines { get; init; } = [];

    /// <summary>
    /// Where, inside its paragraphs, the text goes on in another line of the file, in order: Markdown may be wrapped by
    /// hand. Empty where every paragraph is one line.
    /// </summary>
    public IReadOnlyList<LineMark> LineMarks { get; init; } = [];

    /// <summary>The labels of the reference-list entries that the passage cites, without their brackets.</summary>
    public IReadOnlyList<string> CitedLabels { get; init; } = [];

    /// <summary>The passage's own identifier in its source, where the format gives one (the <c>_id</c> of a JSON line).</summary>
    public string? SourceId { get; init; }
}
