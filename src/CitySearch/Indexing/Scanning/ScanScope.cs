namespace CitySearch.Indexing.Scanning;

/// <summary>
/// The part of a corpus that a run looks at: files, and folders with all that is in them, whether they are there or gone.
/// A tree of names, so that a walk opens only the folders on the way to them.
/// </summary>
internal sealed class ScanScope
{
    private readonly Dictionary<string, ScanScope> _parts = new(StringComparer.Ordinal);

    private ScanScope(bool isWhole) => IsWhole = isWhole;

    /// <summary>The whole corpus.</summary>
    public static ScanScope Everything { get; } = new(isWhole: true);

    /// <summary>Whether everything from here on is in it.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The names in this folder that are in it or lead to what is; none when all are.</summary>
    public IReadOnlyDictionary<string, ScanScope> Parts => _parts;

    /// <summary>The scope of some paths below the corpus folder. A file that says how a folder is read stands for the folder.</summary>
    /// <param name="paths">Paths with forward slashes; an empty one means everything.</param>
    /// <exception cref="ArgumentException">A path leads out of the corpus folder.</exception>
    public static ScanScope Of(IEnumerable<string> paths)
    {
        var root = new ScanScope(isWhole: false);
        foreach (var path in paths)
        {
            var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries).AsSpan();
            if (System.IO.Path.IsPathRooted(path) || names.Contains("..") || names.Contains("."))
            {
                throw new ArgumentException($"{path} is not a path below the corpus folder; write it from there, without . and ..", nameof(paths));
            }

            names = names is [.., CitySearchOptions.IgnoreFileName or CorpusScan.JudgementsFolder] ? names[..^1] : names;
            root.Add(names);
        }

        return root;
    }

    /// <summary>The files and folders in it by their paths, none within another; empty when it is everything.</summary>
    public IEnumerable<string> Paths() => _parts.SelectMany(part => part.Value.IsWhole ? [part.Key] : part.Value.Paths().Select(path => $"{part.Key}/{path}"));

    /// <summary>Whether a path is in it.</summary>
    public bool Holds(string path)
    {
        var scope = this;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (scope.IsWhole)
            {
                return true;
            }

            if (!scope._parts.TryGetValue(name, out scope))
            {
                return false;
            }
        }

        return scope.IsWhole;
    }

    private void Add(ReadOnlySpan<string> names)
    {
        var scope = this;
        foreach (var name in names)
        {
            if (scope.IsWhole)
            {
                return;
            }

            scope = scope._parts.TryGetValue(name, out var part) ? part : scope._parts[name] = new ScanScope(isWhole: false);
        }

        scope.IsWhole = true;
        scope._parts.Clear();
    }
}
