namespace CitySearch.Corpus.References;

/// <summary>What a piece of an entry is.</summary>
internal enum PieceKind
{
    /// <summary>A field of text.</summary>
    Text,

    /// <summary>A date.</summary>
    Date,

    /// <summary>The number of a document or standard.</summary>
    Number,

    /// <summary>The mark of the type and carrier.</summary>
    Mark,

    /// <summary>What is no field of a record: a label, the address, the date of access.</summary>
    Other,
}

/// <summary>A piece of an entry.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts in the entry, without the marks around it.</param>
/// <param name="End">Where it ends.</param>
/// <param name="OuterStart">Where the marks before it start: the end of the piece before it.</param>
/// <param name="Date">The date, for a date.</param>
internal readonly record struct EntryPiece(PieceKind Kind, int Start, int End, int OuterStart, EntryDate? Date = null);

/// <summary>What a date in an entry is the date of.</summary>
internal enum DateRole
{
    /// <summary>Publication.</summary>
    Publication,

    /// <summary>Entry into force: 2021.3.1施行.</summary>
    Effect,

    /// <summary>The reader's access to an electronic work.</summary>
    Access,
}

/// <summary>A date in an entry.</summary>
/// <param name="Value">The date.</param>
/// <param name="Role">What it is the date of.</param>
internal sealed record EntryDate(PartialDate Value, DateRole Role);
