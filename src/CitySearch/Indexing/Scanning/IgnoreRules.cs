namespace CitySearch.Indexing.Scanning;

/// <summary>
/// What is no material, in a folder of the corpus: the rules of its own ignore file and, where those say nothing, of the
/// folders above it. The options' rules go before all of them, the rules that are always there come last.
/// </summary>
internal sealed class IgnoreRules
{
    // Hidden files and folders (.git, .obsidian), other programs' modules, and the files that Word leaves beside an open
    // one. As rules like all others, they can be taken back: !.notes/
    private static readonly string[] Always = [".*", "node_modules/", "~$*"];

    private readonly IgnoreRules? _above;
    private readonly IReadOnlyList<IgnorePattern> _patterns;
    private readonly IReadOnlyList<IgnorePattern> _options;
    private readonly int _start;

    private IgnoreRules(IgnoreRules? above, IReadOnlyList<IgnorePattern> patterns, IReadOnlyList<IgnorePattern> options, int start)
    {
        _above = above;
        _patterns = patterns;
        _options = options;
        _start = start;
    }

    /// <summary>The rules of a corpus before any ignore file is read.</summary>
    /// <param name="exclude">The rules of the options, as lines of an ignore file of the corpus folder.</param>
    public static IgnoreRules Of(IEnumerable<string> exclude) => new(null, Parse(Always), Parse(exclude), 0);

    /// <summary>The rules within a folder: these, and those of its ignore file when it has one.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="path">Its path below the corpus folder; empty for the corpus folder itself.</param>
    /// <exception cref="IOException">There is one and it cannot be read.</exception>
    public IgnoreRules Within(string folder, string path)
    {
        var file = Path.Combine(folder, CitySearchOptions.IgnoreFileName);
        return File.Exists(file) ? new IgnoreRules(this, Parse(File.ReadLines(file)), _options, path.Length == 0 ? 0 : path.Length + 1) : this;
    }

    /// <summary>Whether a file or folder is no material, if nothing above it is ignored.</summary>
    /// <param name="path">Its path below the corpus folder.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool Ignores(string path, bool isFolder)
    {
        if (LastMatch(_options, path, isFolder) is { } byOptions)
        {
            return !byOptions.IsNegated;
        }

        for (var rules = this; rules is not null; rules = rules._above)
        {
            if (LastMatch(rules._patterns, path[rules._start..], isFolder) is { } match)
            {
                return !match.IsNegated;
            }
        }

        return false;
    }

    /// <summary>Reads the lines of an ignore file.</summary>
    public static IReadOnlyList<IgnorePattern> Parse(IEnumerable<string> lines) => [.. lines.Select(IgnorePattern.Parse).OfType<IgnorePattern>()];

    private static IgnorePattern? LastMatch(IReadOnlyList<IgnorePattern> patterns, string path, bool isFolder)
    {
        for (var i = patterns.Count - 1; i >= 0; i--)
        {
            if (patterns[i].Matches(path, isFolder))
            {
                return patterns[i];
            }
        }

        return null;
    }
}
