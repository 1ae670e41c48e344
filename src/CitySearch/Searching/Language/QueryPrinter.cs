using System.Globalization;
using System.Text;

namespace CitySearch.Searching.Language;

/// <summary>Prints trees.</summary>
/// <param name="escapes">Whether to escape every mark of every text, so that nothing of it can be read as an operator.</param>
internal sealed class QueryPrinter(bool escapes)
{
    private readonly StringBuilder _printed = new();

    /// <summary>A tree as a query.</summary>
    public string Print(QueryNode tree)
    {
        Add(tree, Place.List);
        return _printed.ToString();
    }

    private void Add(QueryNode node, Place place)
    {
        switch (node)
        {
            case TextNode text:
                AddText(text.Text, isWord: place != Place.List, mayBeKeyword: true);
                break;
            case PhraseNode phrase:
                AddPhrase(phrase);
                break;
            case PrefixNode prefix:
                AddText(prefix.Text, isWord: true, mayBeKeyword: false);
                _printed.Append('*');
                break;
            case FuzzyNode fuzzy:
                AddText(fuzzy.Text, isWord: true, mayBeKeyword: false);
                _printed.Append('~').Append(CultureInfo.InvariantCulture, $"{fuzzy.Edits}");
                break;
            case RangeNode range:
                _printed.Append(range.From == range.To ? range.From : $"{range.From}..{range.To}");
                break;
            case FieldNode field:
                _printed.Append(QueryFields.NameOf(field.Field)).Append(':');
                Add(field.Value, Place.Operand);
                break;
            case MustNode or NotNode or GroupNode when !place.HasFlag(PlaceOf(node)):
                _printed.Append('(');
                Add(node, Place.List);
                _printed.Append(')');
                break;
            case MustNode must:
                _printed.Append('+');
                Add(must.Child, Place.Operand);
                break;
            case NotNode not:
                _printed.Append('-');
                Add(not.Child, Place.Operand);
                break;
            case AllNode all:
                AddAll(all, " AND ", Place.Joined);
                break;
            case AnyNode any:
                AddAll(any, " OR ", Place.Alternative);
                break;
            case ListNode list:
                AddAll(list, " ", Place.Item);
                break;
        }
    }

    private static Place PlaceOf(QueryNode node) => node switch
    {
        ListNode => Place.ListAlone,
        MustNode => Place.MustAlone,
        AnyNode => Place.AnyAlone,
        AllNode => Place.AllAlone,
        _ => Place.NotAlone,
    };

    private void AddAll(GroupNode group, string between, Place place)
    {
        for (var i = 0; i < group.Children.Count; i++)
        {
            _printed.Append(i > 0 ? between : "");
            if (place == Place.Item && group.Children[i] is TextNode text)
            {
                AddText(text.Text, isWord: false, mayBeKeyword: true);
            }
            else
            {
                Add(group.Children[i], place);
            }
        }
    }

    private void AddPhrase(PhraseNode phrase)
    {
        _printed.Append('"');
        foreach (var c in phrase.Text)
        {
            _printed.Append(c is '\\' or '"' or '”' or '＂' ? "\\" : "").Append(c);
        }

        _printed.Append('"');
        if (phrase.Slop > 0)
        {
            _printed.Append(CultureInfo.InvariantCulture, $"~{phrase.Slop}");
        }
    }

    private void AddText(string text, bool isWord, bool mayBeKeyword)
    {
        for (var i = 0; i < text.Length;)
        {
            var mark = QueryMarks.Escaped(text.AsSpan(i));
            var isKeyword = escapes && mayBeKeyword && (isWord ? i == 0 && IsKeyword(text) : (i == 0 || char.IsWhiteSpace(text[i - 1])) && StartsWithKeyword(text.AsSpan(i)));
            var isMark = mark > 0 && (isWord || !char.IsWhiteSpace(text[i]));
            _printed.Append(text[i] == QueryMarks.Escape || isKeyword || (escapes && isMark) ? "\\" : "");
            _printed.Append(text, i, Math.Max(1, mark));
            i += Math.Max(1, mark);
        }
    }

    private static bool StartsWithKeyword(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return IsKeyword(text[..end]);
    }

    private static bool IsKeyword(ReadOnlySpan<char> text) => text is QueryMarks.And or QueryMarks.Or or QueryMarks.Not;

    /// <summary>Which nodes can stand in a place without parentheses.</summary>
    [Flags]
    private enum Place
    {
        Operand = 0,
        NotAlone = 1,
        AllAlone = 2,
        AnyAlone = 4,
        MustAlone = 8,
        ListAlone = 16,
        Joined = NotAlone,
        Alternative = NotAlone | AllAlone,
        Item = NotAlone | AllAlone | AnyAlone | MustAlone,
        List = Item | ListAlone,
    }
}
