using System.Text;

namespace CitySearch.Searching.Language;

/// <summary>
/// Parses a query by recursive descent. AND binds closer than OR, and both closer than words side by side. What turns
/// out to be no operator is text, so nothing is ever refused.
/// </summary>
internal sealed class QueryParser(string query)
{
    private readonly QueryScan _scan = new(query);
    private readonly Dictionary<int, Group> _groups = [];
    private int _operators;

    /// <summary>Parses.</summary>
    public QueryNode Parse() => List(0, query.Length, inField: false).Node;

    private bool MayOperate => _operators < QueryLanguage.MostOperators;

    /// <summary>The parts of a stretch of the query.</summary>
    private Group List(int start, int end, bool inField)
    {
        var items = new List<QueryNode>();
        var words = new StringBuilder();
        var wordsEnd = start;
        var at = SkipSpace(start, end);
        while (at < end)
        {
            var (operand, next) = Connected(at, start, end, inField);
            if (operand.Words is { } text)
            {
                words.Append(query, wordsEnd, words.Length > 0 ? at - wordsEnd : 0).Append(text);
            }
            else
            {
                AddWords(words, items);
                items.Add(operand.Node);
            }

            wordsEnd = next;
            at = SkipSpace(next, end);
        }

        AddWords(words, items);
        return items switch
        {
            [] => new Group(new TextNode(""), IsPlain: true),
            [var only] => new Group(only, only is TextNode),
            _ => new Group(new ListNode(items), IsPlain: false),
        };
    }

    private static void AddWords(StringBuilder words, List<QueryNode> items)
    {
        if (words.ToString().Trim() is { Length: > 0 } text)
        {
            items.Add(new TextNode(text));
        }

        words.Clear();
    }

    /// <summary>An operand with what AND and OR join to it.</summary>
    private (Operand Operand, int Next) Connected(int at, int start, int end, bool inField)
    {
        var (first, next) = Joined(at, start, end, inField);
        var alternatives = new List<QueryNode>();
        while (Connective(QueryMarks.Or, next, end) is { } operand)
        {
            var (other, after) = Joined(operand, start, end, inField);
            Add<AnyNode>(alternatives, first, other);
            next = after;
        }

        return alternatives.Count > 0 ? (new Operand(new AnyNode(alternatives), null), next) : (first, next);
    }

    private (Operand Operand, int Next) Joined(int at, int start, int end, bool inField)
    {
        var (first, next) = Signed(at, start, end, inField);
        var all = new List<QueryNode>();
        while (Connective(QueryMarks.And, next, end) is { } operand)
        {
            var (other, after) = Signed(operand, start, end, inField);
            Add<AllNode>(all, first, other);
            next = after;
        }

        return all.Count > 0 ? (new Operand(new AllNode(all), null), next) : (first, next);
    }

    /// <summary>Adds an operand, and the first one before it; one of the same kind adds its children. A sign + says nothing there.</summary>
    private static void Add<T>(List<QueryNode> children, Operand first, Operand other)
        where T : GroupNode
    {
        foreach (var node in children.Count > 0 ? [other.Node] : new[] { first.Node, other.Node })
        {
            var bare = node is MustNode must ? must.Child : node;
            if (bare is T same)
            {
                children.AddRange(same.Children);
            }
            else
            {
                children.Add(bare);
            }
        }
    }

    /// <summary>Where the operand behind a connective begins; <see langword="null"/> when that is no connective or nothing follows it.</summary>
    private int? Connective(string word, int at, int end)
    {
        at = SkipSpace(at, end);
        if (!MayOperate || !IsKeyword(word, at, end) || SkipSpace(at + word.Length, end) is var operand && operand == end)
        {
            return null;
        }

        _operators++;
        return operand;
    }

    private bool IsKeyword(string word, int at, int end)
    {
        var after = at + word.Length;
        return after <= end && string.CompareOrdinal(query, at, word, 0, word.Length) == 0 && (at == 0 || EndsWord(at - 1))
            && (after == end || char.IsWhiteSpace(query[after]) || _scan.PartnerOf(after) >= 0);
    }

    /// <summary>Whether a word that follows a character begins there: behind a space, a parenthesis or a quote.</summary>
    private bool EndsWord(int at) => char.IsWhiteSpace(query[at]) || QueryMarks.IsOpen(query[at]) || QueryMarks.IsClose(query[at]) || query[at] is '"' or '”' or '＂' or '」';

    /// <summary>An operand with + or - or NOT before it.</summary>
    private (Operand Operand, int Next) Signed(int at, int start, int end, bool inField)
    {
        var begins = at == start || char.IsWhiteSpace(query[at - 1]);
        if (begins && MayOperate)
        {
            var sign = QueryMarks.IsPlus(query[at]) || QueryMarks.IsMinus(query[at]);
            var operand = sign ? at + 1 : IsKeyword(QueryMarks.Not, at, end) ? SkipSpace(at + QueryMarks.Not.Length, end) : end;
            if (operand < end && !char.IsWhiteSpace(query[operand]) && !(sign && (QueryMarks.IsPlus(query[operand]) || QueryMarks.IsMinus(query[operand]))))
            {
                _operators++;
                var (signed, next) = Primary(operand, end, inField, begins: true);
                if (signed.IsEmpty)
                {
                    _operators--;
                }
                else
                {
                    return (new Operand(QueryMarks.IsPlus(query[at]) ? Must(signed.Node) : Not(signed.Node), null), next);
                }
            }
        }

        return Primary(at, end, inField, begins);
    }

    private static QueryNode Must(QueryNode node) => node is MustNode ? node : new MustNode(node);

    private static NotNode Not(QueryNode node) => new(node is MustNode must ? must.Child : node);

    /// <summary>A phrase, a group, a field or a word.</summary>
    private (Operand Operand, int Next) Primary(int at, int end, bool inField, bool begins)
    {
        if (_scan.PartnerOf(at) is >= 0 and var partner)
        {
            if (!QueryMarks.IsOpen(query[at]))
            {
                if (MayOperate)
                {
                    return Phrase(at, partner, end);
                }
            }
            else
            {
                var group = GroupAt(at, inField);
                var goesOn = partner + 1 < end && !char.IsWhiteSpace(query[partner + 1]) && _scan.PartnerOf(partner + 1) < 0;
                if (!group.IsPlain)
                {
                    return (new Operand(group.Node, null), partner + 1);
                }

                if (!goesOn && group.Node is TextNode { Text.Length: > 0 } inside)
                {
                    return (new Operand(AsOperand(inside), Unescaped(at, partner + 1)), partner + 1);
                }
            }
        }

        if (begins && !inField && MayOperate && Field(at, end) is { } field)
        {
            return field;
        }

        var (word, next) = Word(at, end, inField);
        return (word.ToOperand(CountOperator), next);
    }

    private bool CountOperator()
    {
        if (!MayOperate)
        {
            return false;
        }

        _operators++;
        return true;
    }

    /// <summary>What several words between parentheses are to an operator: words that are searched as plain ones, not one to be found as written.</summary>
    private static QueryNode AsOperand(TextNode text) => text.Text.Any(char.IsWhiteSpace) ? new ListNode([text]) : text;

    private Group GroupAt(int open, bool inField)
    {
        if (!_groups.TryGetValue(open, out var group))
        {
            _groups.Add(open, group = List(open + 1, _scan.PartnerOf(open), inField));
        }

        return group;
    }

    private (Operand Operand, int Next) Phrase(int open, int close, int end)
    {
        _operators++;
        var text = new StringBuilder();
        for (var i = open + 1; i < close;)
        {
            var escape = _scan.EscapeAt(i);
            text.Append(query, escape > 0 ? i + 1 : i, Math.Max(1, escape - 1));
            i += Math.Max(1, escape);
        }

        var (slop, next) = Slop(close + 1, end);
        return (new Operand(new PhraseNode(text.ToString(), slop), null), next);
    }

    /// <summary>The number behind the tilde of a phrase, and where it ends.</summary>
    private (int Slop, int Next) Slop(int at, int end)
    {
        const int MostDigits = 3;
        const int Most = 100;
        var next = at + 1;
        var slop = 0;
        while (next < end && next - at <= MostDigits && char.IsAsciiDigit(query[next]))
        {
            slop = (slop * 10) + (query[next++] - '0');
        }

        var isSlop = at < end && QueryMarks.IsTilde(query[at]) && next > at + 1 && (next == end || char.IsWhiteSpace(query[next]) || _scan.PartnerOf(next) >= 0);
        return isSlop ? (Math.Min(slop, Most), next) : (0, at);
    }

    private (Operand Operand, int Next)? Field(int at, int end)
    {
        var colon = at;
        while (colon < end && colon - at <= QueryFields.LongestName && char.IsLetter(query[colon]))
        {
            colon++;
        }

        if (colon == at || colon + 1 >= end || !QueryMarks.IsColon(query[colon]) || QueryFields.Find(query[at..colon]) is not { } field)
        {
            return null;
        }

        _operators++;
        var value = Value(field, colon + 1, end);
        if (value is null)
        {
            _operators--;
            return null;
        }

        return (new Operand(new FieldNode(field, value.Value.Node), null), value.Value.Next);
    }

    private (QueryNode Node, int Next)? Value(QueryField field, int at, int end)
    {
        var isTyped = FieldValues.IsTyped(field);
        if (_scan.PartnerOf(at) is >= 0 and var partner && !isTyped)
        {
            if (!QueryMarks.IsOpen(query[at]))
            {
                var (phrase, after) = Phrase(at, partner, end);
                return QueryMarks.HasWord(((PhraseNode)phrase.Node).Text) ? (phrase.Node, after) : null;
            }

            var group = GroupAt(at, inField: true);
            return group.Node is TextNode text ? QueryMarks.HasWord(text.Text) ? (AsOperand(text), partner + 1) : null : (group.Node, partner + 1);
        }

        var (word, next) = Word(at, end, inField: false);
        if (isTyped || field == QueryField.Path)
        {
            return FieldValues.Parse(field, word.ToString()) is { } typed ? (typed, next) : null;
        }

        var isAddress = at + 1 < end && query[at] == '/' && query[at + 1] == '/';
        return !isAddress && QueryMarks.HasWord(word.ToString()) ? (word.ToOperand(CountOperator).Node, next) : null;
    }

    /// <summary>A word: up to a space, a phrase or a group that is one. What stands between parentheses and is plain belongs to it: BIM（建筑信息模型）.</summary>
    private (QueryWord Word, int Next) Word(int at, int end, bool inField)
    {
        var word = new QueryWord();
        var first = at;
        while (at < end && !char.IsWhiteSpace(query[at]))
        {
            if (_scan.OpaqueEnd(at) is > 0 and var opaque && opaque <= end)
            {
                word.Append(query.AsSpan(at, opaque - at), isLiteral: true);
                at = opaque;
            }
            else if (_scan.EscapeAt(at) is > 0 and var escape)
            {
                word.Append(query.AsSpan(at + 1, escape - 1), isLiteral: true);
                at += escape;
            }
            else if (at == first && EscapedKeyword(at, end) is > 0 and var keyword)
            {
                word.Append(query.AsSpan(at + 1, keyword), isLiteral: true);
                at += keyword + 1;
            }
            else if (_scan.PartnerOf(at) is >= 0 and var partner && (QueryMarks.IsOpen(query[at]) || MayOperate))
            {
                if (!QueryMarks.IsOpen(query[at]) || !GroupAt(at, inField).IsPlain)
                {
                    break;
                }

                word.Append(Unescaped(at, partner + 1), isLiteral: true);
                at = partner + 1;
            }
            else
            {
                word.Append(query.AsSpan(at, 1), isLiteral: false);
                at++;
            }
        }

        return (word, at);
    }

    private int EscapedKeyword(int at, int end)
    {
        if (query[at] == QueryMarks.Escape)
        {
            foreach (var keyword in (ReadOnlySpan<string>)[QueryMarks.And, QueryMarks.Or, QueryMarks.Not])
            {
                var after = at + 1 + keyword.Length;
                if (after <= end && string.CompareOrdinal(query, at + 1, keyword, 0, keyword.Length) == 0 && (after == end || char.IsWhiteSpace(query[after]) || _scan.PartnerOf(after) >= 0))
                {
                    return keyword.Length;
                }
            }
        }

        return 0;
    }

    /// <summary>A stretch of the query that is text, without its escapes.</summary>
    private string Unescaped(int start, int end)
    {
        var text = new StringBuilder(end - start);
        for (var i = start; i < end;)
        {
            if (_scan.OpaqueEnd(i) is > 0 and var opaque && opaque <= end)
            {
                text.Append(query, i, opaque - i);
                i = opaque;
                continue;
            }

            var escape = _scan.EscapeAt(i);
            var skip = escape > 0 || EscapedKeyword(i, end) > 0 ? 1 : 0;
            text.Append(query, i + skip, Math.Max(1, escape - 1));
            i += Math.Max(1 + (skip > 0 && escape == 0 ? 1 : 0), escape);
        }

        return text.ToString();
    }

    private int SkipSpace(int at, int end)
    {
        while (at < end && char.IsWhiteSpace(query[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>A list of parts, and whether it is plain words.</summary>
    private readonly record struct Group(QueryNode Node, bool IsPlain);
}

/// <summary>A part of a query before it is known what stands beside it.</summary>
/// <param name="Node">What it is to an operator.</param>
/// <param name="Words">What it is without one, if it is words; otherwise <see langword="null"/>.</param>
internal readonly record struct Operand(QueryNode Node, string? Words)
{
    /// <summary>Whether it is words of marks alone, which no operator can ask for.</summary>
    public bool IsEmpty => Words is not null && !QueryMarks.HasWord(Words);
}
