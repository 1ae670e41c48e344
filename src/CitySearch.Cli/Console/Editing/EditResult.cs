namespace CitySearch.Cli.QueryConsole.Editing;

/// <summary>What a key did to a line being typed.</summary>
internal enum EditResult
{
    /// <summary>It is still being typed, and is to be drawn.</summary>
    Going,

    /// <summary>It is complete.</summary>
    Done,

    /// <summary>It was given up: it stays where it is seen, and an empty one follows.</summary>
    Dropped,

    /// <summary>Nothing more will be typed.</summary>
    Left,

    /// <summary>What could follow is asked for; <see cref="LineEditor.Offer"/> takes the answer.</summary>
    Asked,

    /// <summary>The program is to be put aside, and the line is to be drawn again when it goes on.</summary>
    Suspended,

    /// <summary>The terminal is to be cleared and the line drawn at its top.</summary>
    Cleared,
}
