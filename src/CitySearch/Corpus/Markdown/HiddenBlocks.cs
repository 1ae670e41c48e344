namespace CitySearch.Corpus.Markdown;

/// <summary>
/// Follows the comments, scripts and style sheets that begin a line. One that is never closed would hide the rest of
/// the article; its opening mark is made plain text instead, since losing an article is worse than showing a mark.
/// </summary>
internal sealed class HiddenBlocks
{
    private static readonly (string Open, string Close)[] Kinds =
        [("<!--", "-->"), ("<script", "</script"), ("<style", "</style")];

    private readonly int[] _lastClose = [-1, -1, -1];
    private int _open = -1;

    public HiddenBlocks(IReadOnlyList<SourceLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            for (var kind = 0; kind < Kinds.Length; kind++)
            {
                if (lines[i].Text.Contains(Kinds[kind].Close, StringComparison.OrdinalIgnoreCase))
                {
                    _lastClose[kind] = i;
                }
            }
        }
    }

    /// <summary>
    /// Whether the line belongs to a hidden block that spans lines. To be asked for each line in order; escapes an
    /// opening mark without its closing one.
    /// </summary>
    public bool Contains(int index, ref SourceLine line)
    {
        if (_open >= 0)
        {
            if (line.Text.Contains(Kinds[_open].Close, StringComparison.OrdinalIgnoreCase))
            {
                _open = -1;
            }

            return true;
        }

        var start = line.Text.AsSpan().TrimStart();
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            var (open, close) = Kinds[kind];
            if (!start.StartsWith(open, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (start[open.Length..].Contains(close, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            if (_lastClose[kind] <= index)
            {
                line = line with { Text = '\\' + start.ToString() };
                return false;
            }

            _open = kind;
            return true;
        }

        return false;
    }
}
