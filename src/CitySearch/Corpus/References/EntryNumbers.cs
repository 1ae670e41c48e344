using CitySearch.Text;

namespace CitySearch.Corpus.References;

/// <summary>Takes the numbers of the document and of the standard out of an entry.</summary>
/// <remarks>
/// GB/T 7714-2015, 4.1 and 8.2: a number that identifies the work follows its title behind a colon; people also put it first, in
/// brackets behind the title, or in a field of its own. A number in the middle of a title is part of the title and may be
/// another work's: 关于贯彻国发〔2015〕50号的通知.
/// </remarks>
internal static class EntryNumbers
{
    // Beyond what the scanner takes for an agency code: 中华人民共和国国务院令第711号.
    private const int LongestAgency = 12;
    private const int ScannedAgency = 8;

    /// <summary>Takes out all numbers that are fields, in order.</summary>
    /// <param name="text">The entry; what is found becomes holes.</param>
    /// <param name="document">The first number of a document, as written.</param>
    /// <param name="standard">The first number of a standard, as written.</param>
    public static List<EntryPiece> Take(EntryText text, out string? document, out string? standard)
    {
        document = null;
        standard = null;
        var found = new List<EntryPiece>();
        foreach (var match in NumberScanner.Find(text.Entry))
        {
            var start = match.IsStandard ? match.Start : WholeAgency(text, match.Start);
            var end = match.Start + match.Length;
            if (Place(text, start, end, match.IsStandard) is not { } place)
            {
                continue;
            }

            var number = text.Cut(start, end);
            if (match.IsStandard)
            {
                standard ??= number;
            }
            else
            {
                document ??= number;
            }

            if (place.End > place.Start && (found.Count == 0 || place.Start >= found[^1].End))
            {
                found.Add(new EntryPiece(PieceKind.Number, place.Start, place.End, place.Start));
            }
        }

        foreach (var piece in found)
        {
            text.Remove(piece.Start, piece.End);
        }

        return found;
    }

    /// <summary>What the number takes up when it is a field; an empty span when it is one but stays in the title.</summary>
    private static (int Start, int End)? Place(EntryText text, int start, int end, bool isStandard)
    {
        var open = EnclosingBracket(text, start);
        if (open >= 0)
        {
            // （国发〔2015〕50号）, （2019年修订，国务院令第711号）: all of the remark goes with it.
            var inTitle = text.Depth(open) > 1;
            var partner = text.Partner(open);
            var isClosing = IsFieldEnd(text, partner + 1) || text.At(partner + 1) == '》';
            var isApart = text.At(start - 1) is '(' or ' ' || EntryText.IsBreak(text.At(start - 1));
            return !isClosing || !isApart ? null : inTitle ? (start, start) : (open, partner + 1);
        }

        if (text.Depth(start) > 0)
        {
            return null;
        }

        var before = text.At(text.Before(start));
        var begins = EntryText.IsBreak(before) || before is '》' or ')' or ']';
        if (IsFieldEnd(text, end))
        {
            return begins || text.At(start - 1) == ' ' ? (start, end) : null;
        }

        // GB/T 36333-2018 智慧城市 顶层设计指南, 浙数办发〔2019〕13号《…》
        var after = text.At(text.From(end));
        var leads = text.At(end) is ' ' or '《' or '“' || (isStandard && EntryText.IsHan(after));
        return begins && leads ? (start, end) : null;
    }

    private static bool IsFieldEnd(EntryText text, int at) => EntryText.IsBreak(text.At(text.From(at))) || text.At(text.From(at)) is '[' or '(' or '/';

    /// <summary>The round bracket around an offset that begins no other field, or -1.</summary>
    private static int EnclosingBracket(EntryText text, int at)
    {
        var least = Math.Max(0, at - 60);
        for (var i = at - 1; i >= least; i--)
        {
            if (text.At(i) == '(' && text.Partner(i) > at)
            {
                return i;
            }
        }

        return -1;
    }

    private static int WholeAgency(EntryText text, int start)
    {
        var first = start;
        while (start - first < LongestAgency && EntryText.IsHan(text.At(first - 1)))
        {
            first--;
        }

        if (first == start || !(EntryText.IsBreak(text.At(text.Before(first))) || text.At(first - 1) == '('))
        {
            return start;
        }

        // The scanner reads no further back than this, and takes the 和 in the country's name for a word between names.
        var run = start;
        while (EntryText.IsHan(text.At(run)) && run - start < ScannedAgency)
        {
            run++;
        }

        return run - start == ScannedAgency || text.Entry.AsSpan(first).StartsWith("中华人民共和国") || text.Entry.AsSpan(first).StartsWith("中華人民共和國") ? first : start;
    }
}
