namespace CitySearch.Cli.Cards;

/// <summary>How a stretch of text is shown.</summary>
internal enum Tone
{
    /// <summary>As the terminal shows text.</summary>
    Plain,

    /// <summary>A title.</summary>
    Strong,

    /// <summary>What can be read over.</summary>
    Quiet,

    /// <summary>What matched.</summary>
    Match,
}
