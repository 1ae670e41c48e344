namespace CitySearch.Cli.QueryConsole.Editing;

/// <summary>
/// Finds the marks with which a terminal encloses what is pasted, ESC [ 200 ~ and ESC [ 201 ~ (xterm's bracketed paste), among keys
/// that are read one by one.
/// </summary>
internal sealed class PasteMarks
{
    private const string Opening = "\e[200~";
    private const string Closing = "\e[201~";

    private readonly List<ConsoleKeyInfo> _held = [];

    /// <summary>Whether what comes is pasted.</summary>
    public bool IsInside { get; private set; }

    /// <summary>Takes a key.</summary>
    /// <returns>The keys that are none of a mark: none while one may have begun.</returns>
    public IReadOnlyList<ConsoleKeyInfo> Take(ConsoleKeyInfo key)
    {
        _held.Add(key);
        var mark = string.Concat(_held.Select(held => held.KeyChar));
        if (mark is Opening or Closing)
        {
            IsInside = mark == Opening;
            _held.Clear();
            return [];
        }

        if (Opening.StartsWith(mark, StringComparison.Ordinal) || Closing.StartsWith(mark, StringComparison.Ordinal))
        {
            return [];
        }

        // Only the first character of a mark is an escape, so the key that breaks one may begin another and nothing else does.
        var isBeginning = _held.Count > 1 && key.KeyChar == Opening[0];
        var keys = isBeginning ? _held[..^1] : [.. _held];
        _held.RemoveRange(0, keys.Count);
        return keys;
    }
}
