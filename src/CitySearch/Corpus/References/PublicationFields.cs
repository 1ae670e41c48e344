using System.Text.RegularExpressions;

namespace CitySearch.Corpus.References;

/// <summary>What the fields behind the title say: where and when the work appeared.</summary>
/// <remarks>
/// GB/T 7714-2015, 4: other persons and the edition may follow the title, then place: publisher, year: pages for books
/// (4.1), the host work behind // for a part of one (4.2), the serial with year, volume(issue): pages for articles (4.4).
/// </remarks>
internal sealed partial class PublicationFields
{
    private const int LongestSource = 120;
    private const int LongestAbbreviation = 4;

    /// <summary>Where the work appeared.</summary>
    public string? Source { get; private set; }

    /// <summary>The field that the source was read from.</summary>
    public EntryPiece? SourceField { get; private set; }

    /// <summary>The date.</summary>
    public EntryDate? Date { get; private set; }

    /// <summary>Volume, issue and pages.</summary>
    public SerialNumbering? Numbering { get; private set; }

    /// <summary>Reads the fields behind the title.</summary>
    /// <param name="text">The entry.</param>
    /// <param name="pieces">Its pieces behind the title, in order.</param>
    /// <param name="type">The type mark, if any.</param>
    /// <param name="known">The date that stands before the title, if any.</param>
    public static PublicationFields Read(EntryText text, IReadOnlyList<EntryPiece> pieces, string? type, EntryDate? known = null)
    {
        var fields = new PublicationFields { Date = known };
        pieces = WithWholeNames(text, pieces, type);
        var afterDate = false;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Kind == PieceKind.Date && piece.Date!.Role != DateRole.Access)
            {
                fields.AddDate(piece.Date);
                afterDate = true;
            }
            else if (piece.Kind == PieceKind.Text && fields.Source is null && text.At(piece.Start) == '/')
            {
                i += fields.AddHost(text, pieces, i);
            }
            else if (piece.Kind == PieceKind.Text)
            {
                fields.AddText(text, piece, type, afterDate);
            }
        }

        return fields;
    }

    // A serial's abbreviated name keeps its full stops: Eur. Phys. J. Special Topics, 2012.
    private static List<EntryPiece> WithWholeNames(EntryText text, IReadOnlyList<EntryPiece> pieces, string? type)
    {
        var whole = new List<EntryPiece>(pieces.Count);
        var isSerial = type is not null && type[0] == 'J';
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Text && whole is [{ Kind: PieceKind.Text } last]
                && char.IsAsciiLetter(text.At(last.End - 1)) && char.IsAsciiLetter(text.At(piece.Start)) && text.At(last.End) == '.' && piece.Start - last.End <= 2
                && (isSerial || EndsInAbbreviation(text, last)))
            {
                whole[0] = last with { End = piece.End };
            }
            else
            {
                whole.Add(piece);
            }
        }

        return whole;
    }

    private static bool EndsInAbbreviation(EntryText text, EntryPiece piece)
    {
        var word = text.Shadow.AsSpan(piece.Start, piece.End - piece.Start);
        word = word[(word.LastIndexOfAny(' ', '.') + 1)..];
        return word.Length <= LongestAbbreviation && char.IsAsciiLetterUpper(word[0]) && !word[1..].ContainsAnyExceptInRange('a', 'z')
            && !text.Shadow.AsSpan(piece.Start, piece.End - piece.Start - word.Length).ContainsAnyInRange('\u3400', '\u9FFF')
            && (word.Length == piece.End - piece.Start || text.At(piece.End - word.Length - 2) == '.');
    }

    // 4.2: // leads to the host work; its authors may come first. Returns how many pieces beyond its first were read.
    private int AddHost(EntryText text, IReadOnlyList<EntryPiece> pieces, int at)
    {
        var host = pieces[at];
        var start = text.Shadow.AsSpan(host.Start, host.End - host.Start).IndexOfAnyExcept('/', ' ') is >= 0 and var marks ? host.Start + marks : host.End;
        host = host with { Start = start, OuterStart = start };
        var hasNext = at + 1 < pieces.Count && pieces[at + 1].Kind == PieceKind.Text;
        var authors = host.Start < host.End ? AuthorReader.Read(text, host, host.End, isMarked: hasNext) : null;
        if (authors is not null && authors.End >= host.End && hasNext)
        {
            Source = ReadSource(text, pieces[at + 1], isHost: true, type: null);
            return 1;
        }

        var from = authors is not null && authors.End < host.End ? FieldSplitter.Trim(text, authors.End, host.End).Start : host.Start;
        Source = ReadSource(text, host with { Start = from }, isHost: true, type: null);
        return 0;
    }

    // The first date counts, made more precise by one in brackets behind it; 施行 only where nothing dates the publication.
    private void AddDate(EntryDate date)
    {
        if (Date is null || (Date.Role == DateRole.Effect && date.Role == DateRole.Publication) || (Date.Role == date.Role && Refines(date.Value, Date.Value)))
        {
            Date = date;
        }
    }

    private static bool Refines(PartialDate date, PartialDate vague) =>
        date.Year == vague.Year && (vague.Month is null || (vague.Month == date.Month && vague.Day is null)) && date != vague;

    private void AddText(EntryText text, EntryPiece piece, string? type, bool afterDate)
    {
        var isNewspaper = type is "N" or "N/OL" || (type is null && Source is not null && IsNewspaper(Source));
        var outer = text.Shadow[piece.OuterStart..piece.End];
        if ((afterDate || Source is not null) && Numbering is null && SerialNumbering.Read(outer.TrimStart(EntryText.Hole), isNewspaper) is { } numbering
            && (afterDate || numbering.Issue is not null || numbering.Volume is not null))
        {
            Numbering = numbering;
            return;
        }

        if (IsAside(text, piece))
        {
            return;
        }

        // A further field is the publisher behind a host work, a series or the like.
        Source ??= ReadSource(text, piece, isHost: false, type);
    }

    /// <summary>Whether a field is one that a record has no place for: a translator, an edition, a remark, a label.</summary>
    public static bool IsAside(EntryText text, EntryPiece piece)
    {
        var field = text.Shadow[piece.Start..piece.End];
        return Aside().IsMatch(field) || (field[0] == '(' && text.Partner(piece.Start) == piece.End - 1);
    }

    private string? ReadSource(EntryText text, EntryPiece piece, bool isHost, string? type)
    {
        SourceField = piece;
        var (start, end) = (piece.Start, piece.End);
        if (SourceLabel().Match(text.Shadow, start) is { Success: true } label && start + label.Length < end)
        {
            start += label.Length;
        }

        if (Numbering is null && SerialNumbering.ReadAtEnd(text.Shadow[start..end], out var length) is { } numbering)
        {
            Numbering = numbering;
            end = start + length;
        }

        if (YearsAtEnd().Match(text.Shadow, start, end - start) is { Success: true } years)
        {
            end = years.Index;
        }

        if (Date is null && EntryDates.TrailingYear(text.Shadow[start..end], out var year) is > 0 and var before)
        {
            Date = new EntryDate(year, DateRole.Publication);
            end = start + before;
        }

        (start, end) = WithoutTranslator(text, start, end);
        (start, end) = isHost ? (start, end) : WithoutPlace(text, start, end, type);
        (start, end) = FieldSplitter.Trim(text, start, end);
        if (end - start > 2 && text.At(start) == '《' && text.Partner(start) == end - 1)
        {
            (start, end) = FieldSplitter.Trim(text, start + 1, end - 1);
        }

        var source = text.Cut(start, end);
        return source.Length <= LongestSource && source.Any(char.IsLetter) && !NoPublisher().IsMatch(source) && !PlaceAlone().IsMatch(source) ? source : null;
    }

    // 金衡山译，译林出版社 where the full stop between them became a comma.
    private static (int Start, int End) WithoutTranslator(EntryText text, int start, int end)
    {
        var comma = text.Shadow.IndexOf(',', start, end - start);
        return comma > start && Aside().IsMatch(text.Shadow[start..comma]) ? FieldSplitter.Trim(text, comma, end) : (start, end);
    }

    // 北京: 中信出版社, New York: W. W. Norton. A journal's own colon (经济研究: 英文版) parts its title.
    private static (int Start, int End) WithoutPlace(EntryText text, int start, int end, string? type)
    {
        var colon = text.Shadow.IndexOf(':', start, end - start);
        if (colon <= start || colon + 1 >= end)
        {
            return (start, end);
        }

        var rest = FieldSplitter.Trim(text, colon, end);
        var isBook = type is not null && type[0] is not ('J' or 'N');
        var isPlace = Place().IsMatch(text.Shadow[start..colon]);
        return isPlace && (isBook || Organisations.IsLatinName(text.Cut(rest.Start, rest.End)) || Organisations.IsMedium(text.Cut(rest.Start, rest.End)) || Organisations.AreBodies(text.Cut(rest.Start, rest.End)))
            ? rest
            : (start, end);
    }

    private static bool IsNewspaper(string source) => source.EndsWith('报') || source.EndsWith('報');

    [GeneratedRegex(
        @"译$|譯$|译者|审校$|(?:^|[ 等])校$|^trans|"
        + @"^(?:第? ?[0-9一二三四五六七八九十]{1,3} ?版|修订版?|修訂版?|增订版?|新[0-9]?版|[0-9]{1,2}(?:st|nd|rd|th) ed(?:ition|n)?\.?|rev(?:ised)? ed\.?|v(?:er(?:sion)?)?\.? ?[0-9][0-9.]{0,9})$|"
        + @"^\[?(?:网址|链接|原文链接|网页|来源|出处|地址|文号|标准号|访问日期|引用日期|检索日期|链接地址|網址|連結|url|doi|available(?: online)?(?: at| from)?|retrieved(?: from)?|accessed|online|in|via|pdf|电子版|网络版)\]?$|"
        + @"^(?:见|参见|详见|载|參見|見)(?!解)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\G(?:(?:来源|出处|來源|出處|发布单位|发布机构|In) ?: ?|(?:载于|载自|摘自|转引自|刊于) ?:? ?|In (?=\p{Lu}))", RegexOptions.CultureInvariant)]
    private static partial Regex SourceLabel();

    [GeneratedRegex(@"^(?:[\u4E00-\u9FFF]{2,6}|\p{Lu}[\p{L}.'’-]{1,20}(?:,? \p{Lu}[\p{L}.'’-]{0,20}){0,3}|\[?S\. ?l\.\]?|\[出版地不详\]) ?$", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    // A place before the year names no publisher.
    [GeneratedRegex("^(?:北京|上海|天津|重庆|广州|深圳|杭州|南京|武汉|成都|西安|台北|香港|Beijing|Shanghai|Hong Kong|Geneva|Paris|London|New York|Washington(?:,? D\\. ?C\\.?)?|Brussels|Berlin|Vienna|Tokyo|Singapore|Cambridge|Oxford|Amsterdam|Berlin|Nairobi)$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAlone();

    // The span of a serial: 北京图书馆, 1957-1990.
    [GeneratedRegex(@",? ?[12][0-9]{3} ?-(?: ?[12][0-9]{3})?$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex YearsAtEnd();

    // 8.4.2: [出版者不详] and [s.n.] stand for an unknown publisher.
    [GeneratedRegex(@"不详|s\. ?n\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoPublisher();
}
