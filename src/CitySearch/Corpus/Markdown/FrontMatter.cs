using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CitySearch.Corpus.Markdown;

/// <summary>
/// The YAML block at the top of a Markdown file, or Hugo's TOML block between <c>+++</c>. It is never an error: what YAML rejects (a colon in an unquoted
/// title, a tab) is read line by line, and what has the wrong type is left out. Text between two rules that names
/// nothing is no front matter but text.
/// </summary>
internal sealed partial class FrontMatter
{
    // Longer and more deeply nested blocks are not written by hand; they are read without the YAML parser, whose cost
    // grows with the square of what stands open.
    private const int LongestYaml = 65_536;
    private const int MostYamlBrackets = 1_000;

    private static readonly string[] DateKeys = ["date", "published", "publishDate", "pubDate", "created"];

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    public string? Title => First("title");

    public PartialDate? Date => DateKeys.SelectMany(All).Select(DateText.Parse).FirstOrDefault(date => date is not null);

    public IReadOnlyList<string> Authors => Names("author", "authors");

    public IReadOnlyList<string> Tags => Names("tags", "tag", "keywords", "categories", "category");

    public string? Source => First("source");

    public string? Description => First("description") ?? First("summary");

    public string? Permalink => First("permalink") ?? First("url");

    /// <summary>The last part of the published address, where the author chose it; from the site's root when it begins with <c>/</c>.</summary>
    public string? Slug => First("slug");

    /// <summary>Other names of the article (Obsidian) and its former addresses (Hugo).</summary>
    public IReadOnlyList<string> Aliases => [.. All("aliases").Concat(All("alias")).Select(alias => alias.Trim()).Where(alias => alias.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the author keeps the article from being published: Hugo and Docusaurus <c>draft</c>, Jekyll <c>published: false</c>.</summary>
    public bool IsDraft => Is("draft", "true") || Is("published", "false");

    /// <summary>Whether the block is Hugo's TOML.</summary>
    public bool IsToml { get; private set; }

    /// <summary>Whether a key is there with a value.</summary>
    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>Reads the front matter of a file, if it has one.</summary>
    /// <param name="lines">All lines of the file.</param>
    /// <param name="length">How many lines it takes, fences included; 0 when there is none.</param>
    public static FrontMatter Read(IReadOnlyList<SourceLine> lines, out int length)
    {
        length = 0;
        var result = new FrontMatter();
        if (lines.Count > 0 && lines[0].Text.TrimEnd() == "+++")
        {
            return ReadToml(lines, result, out length);
        }

        if (lines.Count == 0 || lines[0].Text.TrimEnd() != "---")
        {
            return result;
        }

        var end = 1;
        while (end < lines.Count && lines[end].Text.TrimEnd() is not ("---" or "..."))
        {
            end++;
        }

        if (end == lines.Count)
        {
            return result;
        }

        var block = lines.Skip(1).Take(end - 1).Select(line => line.Text).ToList();
        var yaml = string.Join('\n', block);
        if (yaml.Length > LongestYaml || yaml.Count(c => c is '[' or '{') > MostYamlBrackets || !result.TryReadYaml(yaml))
        {
            result._values.Clear();
            if (block.Find(line => line.Trim() is not ("" or ['#', ..])) is { } first && !KeyLine().IsMatch(first))
            {
                return result;
            }

            result.ReadLines(block);
        }

        length = end + 1;
        return result;
    }

    /// <summary>
    /// Splits a text that lists names, as authors and tags are written: at 、 ， , ； and ;.
    /// </summary>
    public static IEnumerable<string> SplitNames(string text) =>
        text.Split(['、', '，', ',', '；', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static FrontMatter ReadToml(IReadOnlyList<SourceLine> lines, FrontMatter result, out int length)
    {
        length = 0;
        var end = 1;
        while (end < lines.Count && lines[end].Text.TrimEnd() != "+++")
        {
            end++;
        }

        if (end < lines.Count)
        {
            TomlMatter.Read([.. lines.Skip(1).Take(end - 1).Select(line => line.Text)], (key, value) => result.Add(key, value, plain: true));
            result.IsToml = true;
            length = end + 1;
        }

        return result;
    }

    private bool Is(string key, string value) => First(key)?.Equals(value, StringComparison.OrdinalIgnoreCase) == true;

    private IEnumerable<string> All(string key) => _values.TryGetValue(key, out var values) ? values : [];

    // Titles and summaries are shown on one line, in whatever style YAML wrote them.
    private string? First(string key) =>
        All(key).Select(value => LineBreaks().Replace(value.Trim(), " ")).FirstOrDefault(value => value.Length > 0);

    private List<string> Names(params string[] keys) => [.. keys.SelectMany(All).SelectMany(SplitNames).Distinct(StringComparer.Ordinal)];

    // Events, not the object model: the model is built by recursion, which hostile nesting would overflow.
    private bool TryReadYaml(string yaml)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            var depth = 0;
            string? key = null;
            string? innerKey = null;
            var inner = new Stack<bool>(); // for each open collection below the top: is it a mapping?
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case MappingStart or SequenceStart when depth++ == 0:
                        if (parser.Current is SequenceStart)
                        {
                            return false;
                        }

                        break;
                    case MappingStart or SequenceStart:
                        inner.Push(parser.Current is MappingStart);
                        innerKey = null;
                        break;
                    case MappingEnd or SequenceEnd:
                        depth--;
                        innerKey = null;
                        if (inner.TryPop(out _) && inner.Count == 0)
                        {
                            key = null;
                        }

                        break;
                    case Scalar scalar when depth == 0:
                        return false;
                    case Scalar scalar when depth == 1 && key is null:
                        key = scalar.Value;
                        break;
                    case Scalar scalar when depth == 1:
                        Add(key, scalar.Value, scalar.Style == ScalarStyle.Plain);
                        key = null;
                        break;
                    case Scalar scalar when inner.Peek() && innerKey is null:
                        innerKey = scalar.Value;
                        break;
                    case Scalar scalar when inner.Peek():
                        // An author written as a mapping: only the name is one.
                        if (innerKey == "name")
                        {
                            Add(key, scalar.Value, plain: false);
                        }

                        innerKey = null;
                        break;
                    case Scalar scalar:
                        Add(key, scalar.Value, scalar.Style == ScalarStyle.Plain);
                        break;
                    case AnchorAlias when depth == 1:
                        key = key is null ? "" : null;
                        break;
                    case AnchorAlias when inner.Peek():
                        innerKey = innerKey is null ? "" : null;
                        break;
                }
            }

            return true;
        }
        catch (Exception exception) when (exception is YamlException or ArgumentException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private void Add(string? key, string value, bool plain)
    {
        if (key is null || (plain && value is "null" or "~" or ""))
        {
            return;
        }

        if (!_values.TryGetValue(key, out var values))
        {
            _values.Add(key, values = []);
        }

        values.Add(value);
    }

    private void ReadLines(List<string> lines)
    {
        string? key = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (KeyLine().Match(lines[i]) is { Success: true } pair)
            {
                key = pair.Groups[1].Value;
                var value = pair.Groups[2].Value.Trim();
                if (BlockScalar().IsMatch(value))
                {
                    var start = i + 1;
                    while (i + 1 < lines.Count && (lines[i + 1].Length == 0 || char.IsWhiteSpace(lines[i + 1][0])))
                    {
                        i++;
                    }

                    Add(key, string.Join('\n', lines.Skip(start).Take(i + 1 - start).Select(line => line.Trim())), plain: true);
                    continue;
                }

                foreach (var part in value is ['[', ..] ? SplitNames(value.Trim('[', ']')) : [value])
                {
                    Add(key, part.Trim('"', '\''), plain: true);
                }
            }
            else if (key is not null && lines[i].TrimStart() is ['-', ' ', .. var item])
            {
                Add(key, item.Trim().Trim('"', '\''), plain: true);
            }
        }
    }

    [GeneratedRegex(@"^([A-Za-z_][A-Za-z0-9_.-]{0,40})\s*:(?:\s+(.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"^[|>][-+0-9]{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex BlockScalar();

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreaks();
}
