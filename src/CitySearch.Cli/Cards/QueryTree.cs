using CitySearch.Searching.Language;

namespace CitySearch.Cli.Cards;

/// <summary>Shows how a query was understood: its canonical form, and what it asks of a hit, a line a part.</summary>
internal sealed class QueryTree(Screen screen, Language language)
{
    private const int Step = 2;

    /// <summary>Shows the tree of a query.</summary>
    public void Show(UnderstoodQuery query)
    {
        screen.Begin(0, Step).Add(language.Say("understood as: ", "查询理解为："), Tone.Quiet).Add(query.Text).End();
        Add(query.Tree, Step);
    }

    private void Add(QueryNode node, int column)
    {
        var children = node switch
        {
            GroupNode group => group.Children,
            MustNode must => [must.Child],
            NotNode not => [not.Child],
            FieldNode { Value: GroupNode or NotNode or MustNode } field => [field.Value],
            _ => (IReadOnlyList<QueryNode>)[],
        };
        screen.Begin(column, column + Step).Add(Said(node), Tone.Quiet).End();
        foreach (var child in children)
        {
            Add(child, column + Step);
        }
    }

    private string Said(QueryNode node) => node switch
    {
        TextNode text => language.Say($"text: {text.Text}", $"文字：{text.Text}"),
        PhraseNode { Slop: 0 } phrase => language.Say($"phrase: {phrase.Text}", $"短语：{phrase.Text}"),
        PhraseNode phrase => language.Say($"phrase, up to {phrase.Slop} apart: {phrase.Text}", $"短语，可相隔 {phrase.Slop}：{phrase.Text}"),
        PrefixNode prefix => language.Say($"begins with: {prefix.Text}", $"开头是：{prefix.Text}"),
        FuzzyNode fuzzy => language.Say($"like: {fuzzy.Text}", $"近似：{fuzzy.Text}") + (fuzzy.Edits is { } edits ? $" ({edits})" : ""),
        RangeNode range => Said(range),
        FieldNode { Value: GroupNode or NotNode or MustNode } field => NameOf(field.Field) + language.Say(":", "："),
        FieldNode { Value: TextNode text } field => NameOf(field.Field) + language.Say(": ", "：") + text.Text,
        FieldNode field => NameOf(field.Field) + language.Say(": ", "：") + Said(field.Value),
        MustNode => language.Say("must have:", "必须有："),
        NotNode => language.Say("must not have:", "不得有："),
        AllNode => language.Say("all of:", "全部符合："),
        AnyNode => language.Say("any of:", "任一符合："),
        _ => language.Say("together:", "并列："),
    };

    private string Said(RangeNode range) => range switch
    {
        { From: null } => language.Say($"to {range.To}", $"至 {range.To}"),
        { To: null } => language.Say($"from {range.From}", $"自 {range.From}"),
        _ when range.From == range.To => range.From,
        _ => language.Say($"{range.From} to {range.To}", $"{range.From} 至 {range.To}"),
    };

    private string NameOf(QueryField field)
    {
        var name = QueryFields.NameOf(field);
        return language.Say(name, QueryFields.ChineseNames[QueryFields.Names.ToList().IndexOf(name)]);
    }
}
