using System.Globalization;
using System.Text;
using CitySearch.Searching.Language;

namespace CitySearch.Tests.Searching.Language;

/// <summary>Trees as the table of queries writes them.</summary>
internal static class TreeText
{
    /// <summary>A tree on one line.</summary>
    public static string Of(QueryNode node) => node switch
    {
        TextNode text => $"text({text.Text})",
        PhraseNode { Slop: 0 } phrase => $"phrase({phrase.Text})",
        PhraseNode phrase => $"phrase~{phrase.Slop}({phrase.Text})",
        PrefixNode prefix => $"prefix({prefix.Text})",
        FuzzyNode fuzzy => $"fuzzy{fuzzy.Edits}({fuzzy.Text})",
        RangeNode range => $"range({range.From}..{range.To})",
        FieldNode field => $"{QueryFields.NameOf(field.Field)}:{Of(field.Value)}",
        MustNode must => $"must({Of(must.Child)})",
        NotNode not => $"not({Of(not.Child)})",
        AllNode all => $"all({Children(all)})",
        AnyNode any => $"any({Children(any)})",
        ListNode list => $"list({Children(list)})",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>What cannot be seen, as an escape: <c>\0</c>, <c>\n</c>, <c>\u202e</c>.</summary>
    public static string Visible(string text)
    {
        var visible = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            var hides = char.GetUnicodeCategory(text, i) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator || text[i] == '\u3000';
            visible.Append(hides && !isPair ? $"\\u{(int)text[i]:x4}" : isPair ? text.Substring(i++, 2) : text[i].ToString());
        }

        return visible.ToString();
    }

    /// <summary>Undoes <see cref="Visible"/>.</summary>
    public static string Hidden(string visible)
    {
        var text = new StringBuilder();
        for (var i = 0; i < visible.Length; i++)
        {
            if (visible.AsSpan(i).StartsWith("\\u") && i + 6 <= visible.Length && ushort.TryParse(visible.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 5;
            }
            else
            {
                text.Append(visible[i]);
            }
        }

        return text.ToString();
    }

    private static string Children(GroupNode group) => string.Join(", ", group.Children.Select(Of));
}
