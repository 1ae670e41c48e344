namespace CitySearch.Corpus.References;

/// <summary>Reads an entry without a type mark: 作者.题名.出处.日期, 文号.《题名》.机构.日期, 题名.出处.日期, 标准号 题名, and the like.</summary>
/// <remarks>
/// The fields keep the order of GB/T 7714, but any may be missing. The first is the authors when it reads as names alone;
/// otherwise it is the title when what follows reads as a source. Where two readings remain, neither is taken.
/// </remarks>
internal static class LooseForm
{
    private const int LongestTitle = 150;
    private const int LongestBareTitle = 60;
    private const int LongestUnknownSource = 30;
    private const int LongestLastSource = 15;

    /// <summary>Fills the record from the pieces of its entry.</summary>
    public static Reference Read(EntryText text, List<EntryPiece> pieces, Reference record)
    {
        var first = pieces.FindIndex(piece => piece.Kind == PieceKind.Text && !PublicationFields.IsAside(text, piece));
        if (first < 0)
        {
            return ReferenceParser.With(record, PublicationFields.Read(text, pieces, null));
        }

        var isNumbered = pieces[..first].Exists(piece => piece.Kind == PieceKind.Number);
        var authors = text.At(pieces[first].Start) == '《' ? null : AuthorReader.Read(text, pieces[first], text.Length, isMarked: false);
        return authors is null
            ? ReadTitleFirst(text, pieces, first, record, isNumbered)
            : ReadAuthorsFirst(text, pieces, first, record, authors);
    }

    private static Reference ReadAuthorsFirst(EntryText text, List<EntryPiece> pieces, int first, Reference record, AuthorList authors)
    {
        var rest = Behind(text, pieces, first, authors.End);
        var texts = Fields(text, rest);
        var date = authors.Year is { } year ? new EntryDate(year, DateRole.Publication) : null;
        var title = rest.FindIndex(piece => piece.Kind == PieceKind.Text);

        // One name or body and a medium: author and source, or title and source.
        var mayBeTitle = authors.IsDoubtful || Organisations.AreBodies(text.Cut(pieces[first].Start, pieces[first].End));
        if (title < 0 || (mayBeTitle && texts.Count == 1 && IsSource(text, texts[0]) && text.At(texts[0].Start) != '《'))
        {
            return ReferenceParser.With(
                title < 0 && !mayBeTitle ? record with { Authors = authors.Names } : record,
                PublicationFields.Read(text, rest, null, date));
        }

        record = record with { Authors = authors.Names };
        date ??= rest[..title].Find(piece => piece.Kind == PieceKind.Date && piece.Date!.Role != DateRole.Access).Date;
        return ReadFrom(text, rest, title, record, date);
    }

    private static Reference ReadTitleFirst(EntryText text, List<EntryPiece> pieces, int first, Reference record, bool isNumbered)
    {
        var fields = Fields(text, pieces);
        var title = pieces[first];
        var isSure = isNumbered || text.At(title.Start) == '《';
        if (fields.Count == 0 || fields[0] != title)
        {
            // A number comes first that is none of a document, or a label that is no known one.
            return ReferenceParser.With(record, PublicationFields.Read(text, pieces.FindAll(piece => piece.Kind != PieceKind.Text), null));
        }

        var isDated = pieces.Exists(piece => piece.Kind is PieceKind.Date or PieceKind.Number) || record.Url is not null;
        if (fields.Count == 1 && !isSure)
        {
            // A bare title has no clauses; names before a comma begin an entry whose fields commas part.
            var value = text.Shadow[title.Start..title.End];
            var isBare = value.Length <= LongestBareTitle && value.AsSpan().IndexOfAny(',', ';') < 0;
            var isRow = value.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && ChineseNames.IsName(ChineseNames.Fold(value[..comma]));
            return (isDated || isBare) && !isRow
                ? ReadFrom(text, pieces, first, record, null)
                : ReferenceParser.With(record, PublicationFields.Read(text, pieces.FindAll(piece => piece.Kind != PieceKind.Text), null));
        }

        if (fields.Count > 1 && !isSure && !IsTitleBefore(text, title, fields[1], fields.Count, isDated))
        {
            // Author and title, title and source, or a title with a full stop in it.
            var last = fields[^1];
            var known = IsSource(text, last) ? pieces[pieces.IndexOf(last)..] : pieces.FindAll(piece => piece.Kind != PieceKind.Text);
            return ReferenceParser.With(record, PublicationFields.Read(text, known, null));
        }

        return ReadFrom(text, pieces, first, record, null);
    }

    private static Reference ReadFrom(EntryText text, List<EntryPiece> pieces, int title, Reference record, EntryDate? date)
    {
        var piece = pieces[title];
        var tail = pieces[(title + 1)..];
        if (Fields(text, tail).Count == 0 && SplitAtQuestion(text, piece, tail) is var split and > 0)
        {
            // Will the real smart city please stand up? City, 12(3), 303-320
            var (start, end) = FieldSplitter.Trim(text, split, piece.End);
            tail.Insert(0, new EntryPiece(PieceKind.Text, start, end, start));
            piece = piece with { End = split };
        }

        date ??= pieces[..title].Find(before => before.Kind == PieceKind.Date && before.Date!.Role != DateRole.Access).Date;
        var fields = PublicationFields.Read(text, tail, null, date);
        if (fields is { Source: not null, SourceField: { } source } && !IsLikelySource(text, tail, source))
        {
            var isMarked = text.At(piece.Start) == '《';
            tail.RemoveAll(field => field.Kind == PieceKind.Text);
            return ReferenceParser.With(isMarked ? record with { Title = TitleOf(text, piece) } : record, PublicationFields.Read(text, tail, null, date));
        }

        return ReferenceParser.With(record with { Title = TitleOf(text, piece) }, fields);
    }

    private static string? TitleOf(EntryText text, EntryPiece piece) =>
        TitleField.Read(text, piece.Start, piece.End, null) is { Length: <= LongestTitle } title ? title : null;

    /// <summary>Whether the first of several fields is the title, by what the second is.</summary>
    private static bool IsTitleBefore(EntryText text, EntryPiece title, EntryPiece second, int count, bool isDated) =>
        IsSource(text, second)
        || (isDated && count == 2 && title.End - title.Start > second.End - second.Start && second.End - second.Start <= LongestUnknownSource);

    /// <summary>Whether a field names a medium or a body, or is a name between 《》.</summary>
    private static bool IsSource(EntryText text, EntryPiece field)
    {
        var value = text.Cut(field.Start, field.End);
        var name = value[(value.AsSpan().IndexOfAny(':', '：') + 1)..].Trim();
        return Organisations.IsMedium(value) || Organisations.AreBodies(value) || Organisations.IsMedium(name)
            || (text.At(field.Start) == '《' && text.Partner(field.Start) == field.End - 1);
    }

    /// <summary>Whether the field behind the title can be a source: a known one, one with a date or numbering, or a short one.</summary>
    private static bool IsLikelySource(EntryText text, List<EntryPiece> tail, EntryPiece field)
    {
        var next = tail.FindIndex(piece => piece.Start >= field.End);
        var value = text.Cut(field.Start, field.End);
        return IsSource(text, field)
            || (next >= 0 && tail[next].Kind == PieceKind.Date)
            || SerialNumbering.ReadAtEnd(text.Shadow[field.Start..field.End], out _) is not null
            || EntryDates.TrailingYear(text.Shadow[field.Start..field.End], out _) > 0
            || Organisations.IsLatinName(value)
            || (EntryText.IsHan(value[^1]) && value.Length <= LongestLastSource);
    }

    /// <summary>Where a title ends that closes with a question or exclamation mark before its source, or -1.</summary>
    private static int SplitAtQuestion(EntryText text, EntryPiece piece, List<EntryPiece> tail)
    {
        var mark = text.Shadow.AsSpan(piece.Start, piece.End - piece.Start).LastIndexOfAny('?', '!');
        var split = piece.Start + mark + 1;
        if (mark <= 0 || split >= piece.End || text.Depth(split) > 0)
        {
            return -1;
        }

        var isSource = (tail.Count > 0 && tail[0].Kind == PieceKind.Date) || SerialNumbering.ReadAtEnd(text.Shadow[split..piece.End], out _) is not null;
        return isSource ? split : -1;
    }

    /// <summary>The fields that can be title or source: no numbering, edition, translator or label.</summary>
    private static List<EntryPiece> Fields(EntryText text, List<EntryPiece> pieces) =>
        pieces.FindAll(piece => piece.Kind == PieceKind.Text && !PublicationFields.IsAside(text, piece)
            && SerialNumbering.Read(text.Shadow[piece.OuterStart..piece.End].TrimStart(EntryText.Hole), isNewspaper: true) is null);

    private static List<EntryPiece> Behind(EntryText text, List<EntryPiece> pieces, int first, int end)
    {
        var rest = pieces.FindAll(piece => piece.End > end || piece.Kind == PieceKind.Number);
        var cut = rest.FindIndex(piece => piece.Kind == PieceKind.Text && piece.Start < end);
        if (cut >= 0)
        {
            var (start, stop) = FieldSplitter.Trim(text, end, pieces[first].End);
            if (stop > start)
            {
                rest[cut] = rest[cut] with { Start = start, OuterStart = start };
            }
            else
            {
                rest.RemoveAt(cut);
            }
        }

        return rest;
    }
}
