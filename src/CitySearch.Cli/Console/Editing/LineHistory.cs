using System.Text;

namespace CitySearch.Cli.QueryConsole.Editing;

/// <summary>
/// The lines that were typed, kept between runs in a file of the user alone: UTF-8, a line each, oldest first. Where the file cannot be
/// read or written the lines of this run are known all the same, and nobody is told: what was typed is a help, not the work.
/// </summary>
internal sealed class LineHistory
{
    /// <summary>The most lines that are kept.</summary>
    public const int MostLines = 1000;

    // Of a longer file only the end is read: it holds more than the lines that are kept.
    private const int MostBytes = 1 << 20;

    private readonly string? _file;
    private readonly List<string> _lines = [];

    /// <summary>Reads what was typed before.</summary>
    /// <param name="file">The file; <see langword="null"/> to keep nothing between runs.</param>
    public LineHistory(string? file)
    {
        _file = file;
        Quietly(() =>
        {
            if (!File.Exists(file))
            {
                return;
            }

            var (lines, isWhole) = ReadEnd(file);
            lines.ForEach(line => TryAdd(line));
            if (!isWhole || lines.Count > MostLines)
            {
                Write(FileMode.Create, _lines);
            }
        });
    }

    /// <summary>The lines, oldest first; no line is empty or the same as the one before it.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>
    /// Where the file is, by the XDG base directories: below <c>XDG_STATE_HOME</c> or <c>~/.local/state</c>; on Windows below
    /// <c>LOCALAPPDATA</c>. <see langword="null"/> where the environment names none of them.
    /// </summary>
    /// <param name="variable">The value of an environment variable.</param>
    public static string? FileOf(Func<string, string?> variable)
    {
        string? Folder(string name) => variable(name) is { } path && Path.IsPathFullyQualified(path) ? path : null;
        var state = Folder("XDG_STATE_HOME") ?? Folder("LOCALAPPDATA") ?? (Folder("HOME") is { } home ? Path.Combine(home, ".local", "state") : null);
        return state is null ? null : Path.Combine(state, "citysearch", "history");
    }

    /// <summary>Keeps a line; not one that is empty or the same as the last.</summary>
    public void Add(string line)
    {
        if (TryAdd(line))
        {
            // Only added to, so that two consoles at a time keep the lines of both.
            Quietly(() => Write(FileMode.Append, _lines.TakeLast(1)));
        }
    }

    private bool TryAdd(string line)
    {
        var text = line.Trim();
        // What cannot have been typed is of a file that is broken or is none of ours.
        if (text.Length == 0 || text.Any(c => char.IsControl(c) || c == '\uFFFD') || (_lines.Count > 0 && _lines[^1] == text))
        {
            return false;
        }

        _lines.Add(text);
        _lines.RemoveRange(0, Math.Max(0, _lines.Count - MostLines));
        return true;
    }

    private static (List<string> Lines, bool IsWhole) ReadEnd(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var isWhole = stream.Length <= MostBytes;
        if (!isWhole)
        {
            stream.Seek(-MostBytes, SeekOrigin.End);
        }

        using var reader = new StreamReader(stream, new UTF8Encoding(false));
        var lines = reader.ReadToEnd().Split('\n').ToList();
        return (isWhole ? lines : lines[1..], isWhole);
    }

    private void Write(FileMode mode, IEnumerable<string> lines)
    {
        if (_file is null)
        {
            return;
        }

        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(_file, options);
        stream.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
    }

    private static void Quietly(Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException)
        {
            // The lines are in memory.
        }
    }
}
