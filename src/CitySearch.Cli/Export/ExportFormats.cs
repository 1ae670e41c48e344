namespace CitySearch.Cli.Export;

/// <summary>Tells formats by the names of files.</summary>
internal static class ExportFormats
{
    /// <summary>The format of a file by its extension in any case; <see langword="null"/> when it has none of these.</summary>
    public static ExportFormat? OfFile(string path) => Path.GetExtension(path.Trim('"')).ToLowerInvariant() switch
    {
        ".json" => ExportFormat.Json,
        ".csv" => ExportFormat.Csv,
        ".md" => ExportFormat.Markdown,
        ".bib" => ExportFormat.BibTeX,
        _ => null,
    };
}
