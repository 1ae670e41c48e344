using System.Text.RegularExpressions;

namespace CitySearch.Corpus.References;

/// <summary>Reads an entry that has a type mark.</summary>
/// <remarks>GB/T 7714-2015, 4: authors. title[mark]. publication. The mark ends the title for certain.</remarks>
internal static partial class MarkedForm
{
    private const int LongestUnknownAuthor = 8;
    private const int MostUnknownAuthors = 10;

    /// <summary>Fills the record from the pieces of its entry.</summary>
    public static Reference Read(EntryText text, List<EntryPiece> pieces, Reference record)
    {
        var mark = pieces.FindIndex(piece => piece.Kind == PieceKind.Mark);
        var head = pieces[..mark];
        var texts = head.FindAll(piece => piece.Kind == PieceKind.Text);
        var date = head.Find(piece => piece.Kind == PieceKind.Date && piece.Date!.Role != DateRole.Access).Date;
        var authors = texts.Count > 0 ? ReadAuthors(text, texts, head[0].Kind == PieceKind.Number, pieces[mark].Start) : null;
        if (authors is not null)
        {
            record = record with { Authors = authors.Names, Title = ReadTitle(text, head, authors.End, record.Type) };
            date = authors.Year is { } year ? new EntryDate(year, DateRole.Publication) : date;
        }

        return ReferenceParser.With(record, PublicationFields.Read(text, pieces[(mark + 1)..], record.Type, date));
    }

    /// <summary>The authors, none when the title comes first; <see langword="null"/> when it cannot be told what comes first.</summary>
    private static AuthorList? ReadAuthors(EntryText text, List<EntryPiece> texts, bool isNumbered, int limit)
    {
        var first = texts[0];
        var none = new AuthorList([], first.Start);
        if (text.At(first.Start) == '《')
        {
            return none;
        }

        // Names alone before the mark are the title: the standard knows no entry without one.
        var authors = AuthorReader.Read(text, first, limit, isMarked: true);
        if (authors is not null && (authors.End < first.End || texts.Count > 1))
        {
            return authors;
        }

        if (texts.Count == 1 || isNumbered)
        {
            return none;
        }

        var names = text.Cut(first.Start, first.End).Split([',', '，'], StringSplitOptions.TrimEntries);
        return names.Length <= MostUnknownAuthors && Array.TrueForAll(names, IsUnknownAuthor) ? new AuthorList(names, first.End) : null;
    }

    // By the standard's order the first of two fields names the authors. A title with a full stop in it looks the same, so
    // only what reads like a name is taken.
    private static bool IsUnknownAuthor(string field) =>
        field.Length > 1 && EntryText.IsHan(field[^1])
            ? field.Length <= LongestUnknownAuthor && field.All(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '·' or ' ') && !WordsOfTitles().IsMatch(ChineseNames.Fold(field))
            : Organisations.IsLatinName(field);

    private static string? ReadTitle(EntryText text, List<EntryPiece> head, int from, string? type)
    {
        int? start = null;
        var end = 0;
        foreach (var piece in head.Where(piece => piece.End > from))
        {
            if (piece.Kind == PieceKind.Text)
            {
                start ??= Math.Max(piece.Start, from);
                end = piece.End;
            }
            else if (start is not null)
            {
                break;
            }
        }

        return start is { } first ? TitleField.Read(text, first, end, type) : null;
    }

    [GeneratedRegex("城市|数字|智慧|智能|数据|治理|政府|社会|经济|信息|发展|研究|理论|实践|论$|学$|[与的和及]|关于|中国|大脑|服务|技术|平台|创新|时代|未来|互联网|[0-9？！?!：:]", RegexOptions.CultureInvariant)]
    private static partial Regex WordsOfTitles();
}
