namespace CitySearch.Formats;

/// <summary>What a block of an article is.</summary>
internal enum BlockKind
{
    /// <summary>A paragraph, an item of a list, a line of verse.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A row of a table, its cells parted by tabs.</summary>
    Row,

    /// <summary>A footnote or endnote: an entry of the reference list if it reads as one, else text.</summary>
    Note,
}

/// <summary>A piece of an article in reading order, as every reader of this assembly hands it on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The visible text, on one line.</param>
internal sealed record Block(BlockKind Kind, string Text)
{
    /// <summary>The level of a heading, 1 and up.</summary>
    public int Level { get; init; }

    /// <summary>The fragment that leads to a heading, or empty.</summary>
    public string Anchor { get; init; } = "";

    /// <summary>The label of a note.</summary>
    public string Label { get; init; } = "";

    /// <summary>The line in the file, counted from 1; 0 where the format has none.</summary>
    public int Line { get; init; }

    /// <summary>The page, counted from 1; 0 where the format has none.</summary>
    public int Page { get; init; }

    /// <summary>Whether something sets the block apart from the one before it: a mark of the format, a blank line.</summary>
    public bool IsApart { get; init; } = true;
}
