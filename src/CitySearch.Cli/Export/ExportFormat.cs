namespace CitySearch.Cli.Export;

/// <summary>How a result is written into a file.</summary>
internal enum ExportFormat
{
    /// <summary>The answer as <c>search --json</c> prints it.</summary>
    Json,

    /// <summary>A table for spreadsheets.</summary>
    Csv,

    /// <summary>A list of citations with their passages.</summary>
    Markdown,

    /// <summary>Entries for a reference manager.</summary>
    BibTeX,
}
