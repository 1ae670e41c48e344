namespace CitySearch.Corpus.References;

/// <summary>Splits an entry into its fields.</summary>
/// <remarks>
/// GB/T 7714-2015, 7: a full stop ends every field but the last of a group. Writers leave the space behind it out, so a
/// full stop ends a field unless it is a decimal point (2.0), stands behind an initial (W. W. Norton), inside a name
/// (people.com.cn) or an abbreviation, or between marks that enclose it: 《》, “”, ().
/// </remarks>
internal static class FieldSplitter
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "vol", "no", "nr", "pp", "p", "ed", "eds", "st", "dr", "mr", "mrs", "ms", "jr", "sr", "prof", "dept", "univ", "proc", "int", "conf",
        "rev", "vs", "fig", "ch", "sec", "cf", "ser", "assn", "bros", "mt", "ft",
    };

    /// <summary>The pieces of an entry in order.</summary>
    /// <param name="text">The entry.</param>
    /// <param name="removed">What has been taken out of it, in any order, not overlapping.</param>
    public static List<EntryPiece> Split(EntryText text, IEnumerable<EntryPiece> removed)
    {
        var pieces = new List<EntryPiece>();
        var at = 0;
        foreach (var piece in removed.OrderBy(piece => piece.Start))
        {
            AddFields(text, at, piece.Start, pieces);
            pieces.Add(piece with { OuterStart = at });
            at = piece.End;
        }

        AddFields(text, at, text.Length, pieces);
        return pieces;
    }

    /// <summary>Takes the spaces and marks between fields off both ends of a span.</summary>
    public static (int Start, int End) Trim(EntryText text, int start, int end)
    {
        while (start < end && IsSeparator(text, start))
        {
            start++;
        }

        while (end > start && IsSeparator(text, end - 1))
        {
            end--;
        }

        return (start, end);
    }

    private static void AddFields(EntryText text, int start, int end, List<EntryPiece> pieces)
    {
        var outer = start;
        for (var i = start; i <= end; i++)
        {
            if (i < end && !IsEnd(text, i))
            {
                continue;
            }

            var (from, to) = Trim(text, outer, Math.Min(i + 1, end));
            if (to > from)
            {
                pieces.Add(new EntryPiece(PieceKind.Text, from, to, outer));
            }

            outer = i + 1;
        }
    }

    private static bool IsSeparator(EntryText text, int index) =>
        text.At(index) is ' ' or '.' or ',' or ';' or ':' or '、' or '|' or EntryText.Hole
        || (text.At(index) is '-' or '~' && !char.IsAsciiLetterOrDigit(text.At(index - 1)))
        || (text.At(index) is '(' or ')' or '[' or ']' or '>' or '<' && text.Partner(index) < 0);

    private static bool IsEnd(EntryText text, int i)
    {
        var c = text.At(i);
        if (c == EntryText.Hole)
        {
            return true;
        }

        if (text.Depth(i) > (c == '》' ? 1 : 0))
        {
            return false;
        }

        if (c == '》')
        {
            // 《智慧社会的美好愿景》，《人民日报》
            return text.At(i + 1) is ',' or '《';
        }

        return c == '.' && (text.IsChineseStop(i) || IsFullStop(text, i));
    }

    private static bool IsFullStop(EntryText text, int i)
    {
        var (before, after) = (text.At(i - 1), text.At(i + 1));
        if (after == '.' || before == '.')
        {
            // Dots of omission end nothing, unless the entry or a hole follows them.
            return text.At(text.From(i + 1)) == EntryText.Hole;
        }

        if (after == EntryText.Hole)
        {
            return true;
        }

        var word = WordBefore(text, i);
        if (after == ' ')
        {
            // An initial before Han ends the names (昂温 P S. 外国出版史), but not inside one (安东尼·M. 汤森).
            var next = text.At(text.From(i + 1));
            return next == EntryText.Hole || (EntryText.IsHan(next) && text.At(i - 2) != '·') || !(next == '&' || IsShortened(text, word, i));
        }

        if (after is ',' or ';' or ':')
        {
            // Cambridge, Mass.: MIT Press; Elsevier Ltd., 2013
            return word.Length == 0;
        }

        if (char.IsAsciiDigit(after))
        {
            return !char.IsAsciiDigit(before) && !Abbreviations.Contains(word);
        }

        // Between Latin letters only where a word ends and a capital begins the next: Smart Cities.MIT Press, not people.com.cn.
        return !(char.IsAsciiLetter(before) && char.IsAsciiLetter(after))
            || (word.Length >= 2 && word.AsSpan().ContainsAnyInRange('a', 'z') && char.IsAsciiLetterUpper(after));
    }

    // A single capital (an initial), an abbreviation, or letters with full stops between them (U.S.).
    private static bool IsShortened(EntryText text, string word, int stop) =>
        (word.Length == 1 && (char.IsUpper(word[0]) || text.At(stop - 2) == '.')) || Abbreviations.Contains(word);

    private static string WordBefore(EntryText text, int stop)
    {
        var start = stop;
        while (start > 0 && stop - start < 24 && char.IsLetter(text.At(start - 1)) && !EntryText.IsHan(text.At(start - 1)))
        {
            start--;
        }

        return text.Shadow[start..stop];
    }
}
