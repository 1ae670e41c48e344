using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace CitySearch.Cli;

/// <summary>The options that every command takes, and where their values come from: the command line, the environment, appsettings.json.</summary>
internal sealed class Settings
{
    /// <summary>The file of settings, in the folder where the command runs.</summary>
    public const string SettingsFile = "appsettings.json";

    /// <summary>Makes the options in the language of a terminal.</summary>
    public Settings(Terminal terminal)
    {
        Terminal = terminal;
        Corpus = new Option<string?>("--corpus")
        {
            Description = terminal.Language.Say("the folder of materials (default ./corpus)", "资料所在的文件夹（默认 ./corpus）"),
            HelpName = "DIR",
            Recursive = true,
        };
        Index = new Option<string?>("--index")
        {
            Description = terminal.Language.Say("the index's own folder (default ./index)", "索引自己的文件夹（默认 ./index）"),
            HelpName = "DIR",
            Recursive = true,
        };
        Verbose = Flag("--verbose", "show the details of a failure", "失败时显示详细信息");
        Verbose.Recursive = true;
    }

    /// <summary>Where the command runs.</summary>
    public Terminal Terminal { get; }

    /// <summary>The folder of materials.</summary>
    public Option<string?> Corpus { get; }

    /// <summary>The index's folder.</summary>
    public Option<string?> Index { get; }

    /// <summary>Whether failures show where they happened.</summary>
    public Option<bool> Verbose { get; }

    /// <summary>An option without a value. The word after it is never its value, not even <c>true</c>.</summary>
    public Option<bool> Flag(string name, string english, string chinese) =>
        new(name) { Description = Terminal.Language.Say(english, chinese), Arity = ArgumentArity.Zero };

    /// <summary>An option with a value.</summary>
    public Option<string?> Value(string name, string valueName, string english, string chinese) =>
        new(name) { Description = Terminal.Language.Say(english, chinese), HelpName = valueName };

    /// <summary>An option that may be given several times, each time with a pattern.</summary>
    public Option<string[]> Patterns(string name, string english, string chinese) =>
        new(name) { Description = Terminal.Language.Say(english, chinese), HelpName = "PATTERN" };

    /// <summary>The option that names the only files that are material.</summary>
    public Option<string[]> Include() => Patterns(
        "--include", "only files that match, as in .gitignore: '*.md', 'policies/'; may be repeated", "只收录匹配的文件，写法同 .gitignore：'*.md'、'policies/'；可重复");

    /// <summary>The option that names what is no material.</summary>
    public Option<string[]> Exclude() => Patterns(
        "--exclude", "leave out what matches, as in .gitignore; wins over .citysearchignore files; may be repeated", "不收录匹配的内容，写法同 .gitignore，优先于 .citysearchignore 文件；可重复");

    /// <summary>The option that names an analyzer.</summary>
    public Option<string?> Analyzer(string english, string chinese) => Value(
        "--analyzer", "NAME", $"{english}: default, words, cjk, standard, smartcn, or a type's name", $"{chinese}：default、words、cjk、standard、smartcn 或类型名");

    /// <summary>The options of the engine.</summary>
    /// <exception cref="UsageException">A value cannot be used, or appsettings.json cannot be read.</exception>
    public CitySearchOptions Read(ParseResult arguments)
    {
        var file = ReadFile();
        var options = new CitySearchOptions();
        options.CorpusPath = Folder(arguments, Corpus) ?? Variable("CITYSEARCH_CORPUS") ?? Value(file, "CorpusPath") ?? options.CorpusPath;
        options.IndexPath = Folder(arguments, Index) ?? Variable("CITYSEARCH_INDEX") ?? Value(file, "IndexPath") ?? options.IndexPath;
        options.Analyzer = Variable("CITYSEARCH_ANALYZER") ?? Value(file, "Analyzer") ?? options.Analyzer;
        options.ConceptsPath = Variable("CITYSEARCH_CONCEPTS") ?? Value(file, "ConceptsPath") ?? options.ConceptsPath;
        options.Freshness = Share("CITYSEARCH_FRESHNESS", Variable("CITYSEARCH_FRESHNESS")) ?? Share($"{SettingsFile}: CitySearch.Freshness", Value(file, "Freshness")) ?? options.Freshness;
        Values(file, "Include").ForEach(options.Include.Add);
        Values(file, "Exclude").ForEach(options.Exclude.Add);
        return options;
    }

    /// <summary>What appsettings.json says, for what is bound from a configuration.</summary>
    public static IConfiguration Configuration(Terminal terminal)
    {
        var file = Path.GetFullPath(Path.Combine(terminal.Folder, SettingsFile));
        return (File.Exists(file) ? new ConfigurationBuilder().AddJsonFile(file) : new ConfigurationBuilder()).Build();
    }

    /// <summary>Says which value of appsettings.json cannot be used.</summary>
    /// <param name="failure">An <see cref="Microsoft.Extensions.Options.OptionsValidationException"/>, or what the binding of options threw.</param>
    /// <param name="terminal">Where the command runs.</param>
    public static UsageException Unusable(Exception failure, Terminal terminal) => new($"{SettingsFile}{terminal.Language.Say(": ", "：")}{failure.Message}");

    /// <summary>Sets patterns to those of the command line, where it has any.</summary>
    public static void Replace(IList<string> patterns, string[]? given)
    {
        if (given is not { Length: > 0 })
        {
            return;
        }

        patterns.Clear();
        Array.ForEach(given, patterns.Add);
    }

    private string? Variable(string name) => Terminal.Variable(name) is { Length: > 0 } value ? value : null;

    private string? Folder(ParseResult arguments, Option<string?> option) => arguments.GetValue(option) switch
    {
        null => null,
        var path when string.IsNullOrWhiteSpace(path) => throw new UsageException(Terminal.Language.Say($"{option.Name} is empty; name a folder", $"{option.Name} 为空，请指定文件夹")),
        var path => path,
    };

    private double? Share(string name, string? text) =>
        text is null ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1 ? share
        : throw new UsageException(Terminal.Language.Say($"{name} {text}: write a number from 0 to 1", $"{name} {text}：请写 0 到 1 之间的数"));

    private JsonElement? ReadFile()
    {
        // Mostly there is none, and a first exception takes milliseconds.
        var path = Path.Combine(Terminal.Folder, SettingsFile);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("CitySearch", out var section) ? section.Clone() : null;
        }
        catch (JsonException e)
        {
            throw new UsageException(Terminal.Language.Say(
                $"{SettingsFile}: line {e.LineNumber + 1} is not valid JSON; mend it or remove the file",
                $"{SettingsFile}：第 {e.LineNumber + 1} 行不是有效的 JSON，请改正或删除该文件"));
        }
    }

    private string? Value(JsonElement? section, string name)
    {
        if (section is not { ValueKind: JsonValueKind.Object } values || !values.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.String or JsonValueKind.Number && !string.IsNullOrWhiteSpace(value.ToString())
            ? value.ToString()
            : throw new UsageException(Terminal.Language.Say(
                $"{SettingsFile}: CitySearch.{name} must be a text or a number; mend it or remove it", $"{SettingsFile}：CitySearch.{name} 必须是文字或数字，请改正或删除"));
    }

    private List<string> Values(JsonElement? section, string name)
    {
        if (section is not { ValueKind: JsonValueKind.Object } values || !values.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : throw new UsageException(Terminal.Language.Say(
                $"{SettingsFile}: CitySearch.{name} must be a list of texts, like [\"*.md\"]; mend it or remove it",
                $"{SettingsFile}：CitySearch.{name} 必须是文字列表，如 [\"*.md\"]，请改正或删除"));
    }
}
