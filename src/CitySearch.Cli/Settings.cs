using System.CommandLine;
using System.Text.Json;

namespace CitySearch.Cli;

/// <summary>The options that every command takes, and where their values come from: the command line, the environment, appsettings.json.</summary>
internal static class Settings
{
    private const string SettingsFile = "appsettings.json";

    /// <summary>The folder of materials.</summary>
    public static Option<string?> Corpus { get; } = new("--corpus")
    {
        Description = Language.Say("the folder of materials (default ./corpus)", "资料所在的文件夹（默认 ./corpus）"),
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>The index's folder.</summary>
    public static Option<string?> Index { get; } = new("--index")
    {
        Description = Language.Say("the index's own folder (default ./index)", "索引自己的文件夹（默认 ./index）"),
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Whether failures show where they happened.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = Language.Say("show details of a failure", "失败时显示详细信息"),
        Recursive = true,
    };

    /// <summary>The options of the engine.</summary>
    /// <exception cref="UsageException">appsettings.json cannot be read.</exception>
    public static CitySearchOptions Read(ParseResult arguments)
    {
        var file = ReadFile();
        var options = new CitySearchOptions();
        options.CorpusPath = arguments.GetValue(Corpus) ?? Environment.GetEnvironmentVariable("CITYSEARCH_CORPUS") ?? Value(file, "CorpusPath") ?? options.CorpusPath;
        options.IndexPath = arguments.GetValue(Index) ?? Environment.GetEnvironmentVariable("CITYSEARCH_INDEX") ?? Value(file, "IndexPath") ?? options.IndexPath;
        options.Analyzer = Environment.GetEnvironmentVariable("CITYSEARCH_ANALYZER") ?? Value(file, "Analyzer") ?? options.Analyzer;
        options.ConceptsPath = Environment.GetEnvironmentVariable("CITYSEARCH_CONCEPTS") ?? Value(file, "ConceptsPath") ?? options.ConceptsPath;
        return options;
    }

    private static JsonElement? ReadFile()
    {
        if (!File.Exists(SettingsFile))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllText(SettingsFile), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("CitySearch", out var section) ? section.Clone() : null;
        }
        catch (JsonException e)
        {
            throw new UsageException(Language.Say(
                $"{SettingsFile}: line {e.LineNumber + 1} is not valid JSON; mend it or remove the file",
                $"{SettingsFile}：第 {e.LineNumber + 1} 行不是有效的 JSON，请改正或删除该文件"));
        }
    }

    private static string? Value(JsonElement? section, string name) =>
        section is { ValueKind: JsonValueKind.Object } values && values.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
