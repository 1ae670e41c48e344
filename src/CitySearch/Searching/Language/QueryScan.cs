using CitySearch.Text;

namespace CitySearch.Searching.Language;

/// <summary>
/// What can be told of a query before it is parsed, in one pass: which quotes and parentheses belong together, and the
/// stretches in which nothing is an operator: document and standard numbers, titles between 《 and 》.
/// </summary>
internal sealed class QueryScan
{
    // A longer span between 《 and 》 is an unclosed mark, not a title.
    private const int LongestTitle = 120;

    private readonly int[] _partners;
    private readonly int[] _ends;

    /// <summary>Scans a query.</summary>
    public QueryScan(string text)
    {
        Text = text;
        _partners = new int[text.Length];
        _ends = new int[text.Length];
        Array.Fill(_partners, -1);
        MarkNumbers();
        Pair();
    }

    /// <summary>The query.</summary>
    public string Text { get; }

    /// <summary>For a quote or parenthesis that opens, where its partner is; otherwise -1.</summary>
    public int PartnerOf(int at) => _partners[at];

    /// <summary>The end of the stretch without operators that begins at a place; otherwise 0.</summary>
    public int OpaqueEnd(int at) => _ends[at];

    /// <summary>How many units the escape at a place has with its character; 0 where none is.</summary>
    public int EscapeAt(int at)
    {
        var length = Text[at] == QueryMarks.Escape ? QueryMarks.Escaped(Text.AsSpan(at + 1)) : 0;
        return length > 0 ? length + 1 : 0;
    }

    private void MarkNumbers()
    {
        var numbers = NumberScanner.Find(Text);
        for (var i = 0; i < numbers.Count; i++)
        {
            var number = numbers[i];
            var end = number.Start + number.Length;

            // 国务院令（第711号） ends at its 号.
            var open = Text.AsSpan(number.Start, number.Length).IndexOfAny('(', '（') >= 0 && Text.AsSpan(number.Start, number.Length).IndexOfAny(')', '）') < 0;
            _ends[number.Start] = open && end < Text.Length && QueryMarks.IsClose(Text[end]) ? end + 1 : end;
        }
    }

    private void Pair()
    {
        var open = new Stack<int>();
        var pairs = new List<(int Open, int Close)>();
        var unclosed = new HashSet<char>();
        for (var i = 0; i < Text.Length; i++)
        {
            if (_ends[i] == 0 && Text[i] == '《')
            {
                _ends[i] = TitleEnd(i);
            }

            if (_ends[i] > 0)
            {
                i = _ends[i] - 1;
            }
            else if (EscapeAt(i) is > 0 and var escape)
            {
                i += escape - 1;
            }
            else if (QueryMarks.Closing(Text[i]) is { } closing && !unclosed.Contains(closing[0]))
            {
                i = PairQuote(i, closing, unclosed);
            }
            else if (QueryMarks.IsOpen(Text[i]))
            {
                open.Push(i);
            }
            else if (QueryMarks.IsClose(Text[i]) && open.TryPop(out var partner))
            {
                pairs.Add((partner, i));
            }
        }

        KeepShallow(pairs);
    }

    /// <summary>Pairs a quote that opens, unless nothing stands between it and the next one that closes; returns where to go on after.</summary>
    private int PairQuote(int open, string closing, HashSet<char> unclosed)
    {
        var close = open + 1;
        while (close < Text.Length && !closing.Contains(Text[close], StringComparison.Ordinal))
        {
            close += Math.Max(1, EscapeAt(close));
        }

        if (close >= Text.Length)
        {
            unclosed.Add(closing[0]);
            return open;
        }

        if (close > open + 1)
        {
            _partners[open] = close;
        }

        return close;
    }

    private int TitleEnd(int open)
    {
        var depth = 0;
        for (var i = open; i < Math.Min(Text.Length, open + LongestTitle); i++)
        {
            depth += Text[i] == '《' ? 1 : Text[i] == '》' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private void KeepShallow(List<(int Open, int Close)> pairs)
    {
        pairs.Sort();
        var closes = new Stack<int>();
        foreach (var (open, close) in pairs)
        {
            while (closes.TryPeek(out var outer) && outer < open)
            {
                closes.Pop();
            }

            if (closes.Count < QueryLanguage.MostNested)
            {
                _partners[open] = close;
            }

            closes.Push(close);
        }
    }
}
