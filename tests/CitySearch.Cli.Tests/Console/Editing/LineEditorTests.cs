using System.Globalization;
using System.Text;
using CitySearch.Cli.Cards;
using CitySearch.Cli.QueryConsole.Editing;
using CsCheck;

namespace CitySearch.Cli.Tests.QueryConsole.Editing;

/// <summary>The editor by its keys: what they make of a line, and what a row of the terminal shows of it.</summary>
public class LineEditorTests
{
    private static readonly string[] History = ["智慧城市", "城市大脑 year:2019", "next"];

    [Theory]
    [InlineData("城市大脑", "城市大脑|")]
    [InlineData("城市大脑<Left><Left>小", "城市小|大脑")]
    [InlineData("城市大脑<Home>新<End>2", "新城市大脑2|")]
    [InlineData("城市大脑<C-a>新<C-e>2", "新城市大脑2|")]
    [InlineData("城市大脑<Back><Back>", "城市|")]
    [InlineData("城市大脑<Home><Delete><Delete>", "|大脑")]
    [InlineData("城市大脑<Left><C-k>", "城市大|")]
    [InlineData("城市大脑<Left><C-u>", "|脑")]
    [InlineData("城市大脑 year:2019<C-w>", "城市大脑 year:|")]
    [InlineData("城市大脑 year:2019<C-w><C-w><C-w>", "城市大脑 |")]
    [InlineData("城市大脑 year:2019<C-w><C-w><C-w><C-w>", "|")]
    [InlineData("city brain<M-b><M-Back>", "|brain")]
    [InlineData("city brain<Home><M-f><M-d>", "city|")]
    [InlineData("城市 brain<C-Left><C-Left><C-Right>x", "城市x| brain")]
    [InlineData("ab<C-b><C-d>", "a|")]
    [InlineData("ab<C-a><C-f><C-h>", "|b")]
    [InlineData("<Left><Right><Back><Delete><C-w><C-k><C-u>", "|")]
    [InlineData("<F5><Escape>城", "城|")]
    public void Keys_edit_the_line(string keys, string line) => Assert.Equal(line, Line(Typed(keys).Editor));

    [Theory]
    [InlineData("e\u0301a<Left><Back>", "|a")]
    [InlineData("👩‍👩‍👧a<Left><Left>b", "b|👩‍👩‍👧a")]
    [InlineData("𠮷野<Back><Back>", "|")]
    [InlineData("𠮷<Left><Delete>", "|")]
    [InlineData("ae<Left>\u0301", "a\u0301|e")]
    [InlineData("🇨🇳<Back>", "|")]
    public void A_character_of_several_parts_is_one(string keys, string line) => Assert.Equal(line, Line(Typed(keys).Editor));

    [Theory]
    [InlineData("<Up>", "next|")]
    [InlineData("<Up><Up>", "城市大脑 year:2019|")]
    [InlineData("<Up><Up><Up><Up><Up>", "智慧城市|")]
    [InlineData("城<Up><Up><Down><Down>市", "城市|")]
    [InlineData("<C-p><C-p><C-n>", "next|")]
    [InlineData("<Down>", "|")]
    [InlineData("<Up><Up><Back>8<Up><Down>", "城市大脑 year:2019|")]
    public void The_lines_before_are_called_up(string keys, string line) => Assert.Equal(line, Line(Typed(keys).Editor));

    [Theory]
    [InlineData("<Paste>浙江省\r数字政府<Tab>建设\n<C-c>方案</Paste>!", "浙江省 数字政府 建设  方案!|")]
    [InlineData("[200~", "[200~|")]
    [InlineData("<Escape>[20", "|")]
    [InlineData("<Escape>[20x", "[20x|")]
    [InlineData("<Escape><Paste>城</Paste>", "城|")]
    public void What_is_pasted_stays_one_line(string keys, string line) => Assert.Equal(line, Line(Typed(keys).Editor));

    [Theory]
    [InlineData("城市<Enter>", "Done")]
    [InlineData("城市<Escape><Enter>", "Done")]
    [InlineData("城市<C-j>", "Done")]
    [InlineData("城市<C-c>", "Dropped")]
    [InlineData("<C-d>", "Left")]
    [InlineData("城<C-d>", "Going")]
    [InlineData("城<C-l>", "Cleared")]
    [InlineData("城<Tab>", "Asked")]
    public void Some_keys_end_the_line_or_ask(string keys, string result) => Assert.Equal(result, Typed(keys).Result.ToString());

    [Fact]
    public void The_only_candidate_is_put_in()
    {
        var editor = Typed("search chengshi").Editor;

        Assert.Empty(editor.Offer(new Completion(7, [new Candidate("城市大脑", "概念")])));
        Assert.Equal("search 城市大脑|", Line(editor));
    }

    [Fact]
    public void Of_several_candidates_what_is_common_is_put_in_and_tab_goes_round()
    {
        Candidate[] candidates = [new("智慧城市"), new("智慧社区")];
        var editor = Typed("智").Editor;

        Assert.Equal(candidates, editor.Offer(new Completion(0, candidates)));
        Assert.Equal("智慧|", Line(editor));
        Assert.Equal("智慧城市|", After(editor, "<Tab>"));
        Assert.Equal("智慧社区|", After(editor, "<Tab>"));
        Assert.Equal("智慧|", After(editor, "<Tab>"));
        Assert.Equal("智慧社区|", After(editor, "<S-Tab>"));
        Assert.Equal("智慧社区 |", After(editor, " "));
        Assert.Equal(EditResult.Asked, Keys.Of("<Tab>").Select(editor.Press).Last());
    }

    [Fact]
    public void Candidates_that_do_not_begin_with_what_was_typed_leave_it()
    {
        var editor = Typed("zh").Editor;

        editor.Offer(new Completion(0, [new("智慧城市"), new("智慧社区")]));

        Assert.Equal("zh|", Line(editor));
        Assert.Equal("智慧城市|", After(editor, "<Tab>"));
    }

    [Theory]
    [InlineData("城市", 40, "citysearch> 城市", 16)]
    [InlineData("ae\u0301城", 40, "citysearch> ae\u0301城", 16)]
    [InlineData("一二三四五六七八九十", 40, "citysearch> 一二三四五六七八九十", 32)]
    [InlineData("一二三四五六七八九十", 32, "citysearch> <三四五六七八九十", 29)]
    [InlineData("一二三四五六七八九十<Home>", 32, "citysearch> 一二三四五六七八>", 12)]
    [InlineData("一二三四五六七八九十<Home><Right><Right><Right><Right><Right><Right><Right>", 32, "citysearch> <三四五六七八九十", 23)]
    [InlineData("", 20, "…ysearch> ", 10)]
    public void A_row_shows_the_line_around_the_cursor(string keys, int width, string row, int column)
    {
        var view = Typed(keys).Editor.View(width);

        Assert.Equal((row, column), (view.Prompt + view.Text, view.Column));
    }

    [Fact]
    public void However_it_is_typed_the_cursor_stands_between_characters_and_within_the_row()
    {
        string[] keys =
        [
            "城", "市", "a", " ", "\u0301", "𠮷", "👩‍👩‍👧", "\u200d", "🇨", "ﬁ", "，", "\t", "<Left>", "<Right>", "<Home>", "<End>", "<Back>", "<Delete>", "<C-w>", "<C-u>", "<C-k>",
            "<Up>", "<Down>", "<C-Left>", "<C-Right>", "<Paste>", "</Paste>", "<Escape>",
        ];
        Gen.Select(Gen.Int[0, keys.Length - 1].Select(i => keys[i]).Array[0, 60], Gen.Int[20, 60]).ForAll(
            (typed, width) =>
            {
                var editor = Typed(string.Concat(typed)).Editor;
                var view = editor.View(width);

                Assert.DoesNotContain(editor.Text, char.IsControl);
                var starts = StringInfo.ParseCombiningCharacters(editor.Text).Append(editor.Text.Length);
                Assert.Contains(editor.TextBeforeCursor.Length, starts);
                Assert.InRange(TextUnit.CellsOf(view.Prompt + view.Text), 0, width - 1);
                Assert.InRange(view.Column, TextUnit.CellsOf(view.Prompt), TextUnit.CellsOf(view.Prompt + view.Text));
                // Before the cursor stands what is before it in the line.
                var before = new StringBuilder();
                foreach (var element in Elements(view.Text).TakeWhile(_ => TextUnit.CellsOf(view.Prompt + before) < view.Column))
                {
                    before.Append(element);
                }

                Assert.EndsWith(before.ToString().TrimStart('<'), editor.TextBeforeCursor);
            },
            2000);
    }

    private static IEnumerable<string> Elements(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            yield return elements.GetTextElement();
        }
    }

    private static (LineEditor Editor, EditResult Result) Typed(string keys)
    {
        var editor = new LineEditor("citysearch> ", History);
        var result = EditResult.Going;
        foreach (var key in Keys.Of(keys))
        {
            result = editor.Press(key);
        }

        return (editor, result);
    }

    private static string After(LineEditor editor, string keys)
    {
        foreach (var key in Keys.Of(keys))
        {
            editor.Press(key);
        }

        return Line(editor);
    }

    private static string Line(LineEditor editor) => editor.Text.Insert(editor.TextBeforeCursor.Length, "|");
}
