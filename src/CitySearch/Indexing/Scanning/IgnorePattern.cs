namespace CitySearch.Indexing.Scanning;

/// <summary>
/// One line of an ignore file, with the meaning that gitignore gives it: a pattern without a slash before its end is for
/// names in any depth, one with a slash for paths from the folder of its file; a slash at the end means folders only;
/// <c>!</c> takes back what an earlier line ignored.
/// </summary>
/// <remarks>
/// A library's globs would not do: gitignore's last match wins, its lines negate each other, and a backslash or a
/// bracket means what it means to a shell.
/// </remarks>
internal sealed class IgnorePattern
{
    private readonly string[] _segments;
    private readonly bool _isForNames;
    private readonly bool _isForFoldersOnly;

    private IgnorePattern(string[] segments, bool isForNames, bool isForFoldersOnly, bool isNegated)
    {
        _segments = segments;
        _isForNames = isForNames;
        _isForFoldersOnly = isForFoldersOnly;
        IsNegated = isNegated;
    }

    /// <summary>Whether it takes back what an earlier line ignored.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads a line, or returns <see langword="null"/> for an empty line or a comment.</summary>
    public static IgnorePattern? Parse(string line)
    {
        var text = TrimEnd(line);
        if (text.Length == 0 || text[0] == '#')
        {
            return null;
        }

        var isNegated = text[0] == '!';
        text = isNegated ? text[1..] : text;
        var isForFoldersOnly = text.EndsWith('/');
        text = isForFoldersOnly ? text[..^1] : text;
        var isForNames = !text.Contains('/', StringComparison.Ordinal);
        // Git reads more stars as two.
        var segments = text.Split('/').Select(segment => segment.Length > 2 && segment.All(c => c == '*') ? "**" : segment).ToArray();
        segments = !isForNames && segments[0].Length == 0 ? segments[1..] : segments;
        return text.Length == 0 ? null : new IgnorePattern(segments, isForNames, isForFoldersOnly, isNegated);
    }

    /// <summary>Whether a file or folder is meant.</summary>
    /// <param name="path">Its path from the folder of the ignore file, with forward slashes.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool Matches(string path, bool isFolder)
    {
        if (_isForFoldersOnly && !isFolder)
        {
            return false;
        }

        return _isForNames
            ? Glob.Matches(_segments[0], path.AsSpan(path.LastIndexOf('/') + 1))
            : MatchesSegments(path.Split('/'));
    }

    /// <summary>
    /// Matches segment by segment. <c>**</c> stands for any number of them, at the end for at least one. The last
    /// <c>**</c> alone is ever tried again with one more, which is enough: what it gives up, an earlier one cannot mend.
    /// </summary>
    private bool MatchesSegments(string[] path)
    {
        int p = 0, s = 0, starAt = -1, starFrom = 0;
        while (s < path.Length)
        {
            if (p < _segments.Length && _segments[p] == "**")
            {
                if (p == _segments.Length - 1)
                {
                    return true;
                }

                starAt = p++;
                starFrom = s;
            }
            else if (p < _segments.Length && Glob.Matches(_segments[p], path[s]))
            {
                p++;
                s++;
            }
            else if (starAt >= 0)
            {
                p = starAt + 1;
                s = ++starFrom;
            }
            else
            {
                return false;
            }
        }

        return p == _segments.Length;
    }

    /// <summary>Without the spaces at the end, but for one that a backslash keeps, and without a carriage return.</summary>
    private static string TrimEnd(string line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] is ' ' or '\r')
        {
            if (end > 1 && line[end - 2] == '\\')
            {
                break;
            }

            end--;
        }

        return line[..end];
    }
}
