using CitySearch.Cli.QueryConsole;

namespace CitySearch.Cli.Tests.QueryConsole;

/// <summary>The commands with which a passage is opened.</summary>
public class PassageOpenerTests
{
    [Theory]
    [InlineData("vim", "vim|+12|/资料/大脑.md")]
    [InlineData("emacsclient -t", "emacsclient|-t|+12|/资料/大脑.md")]
    [InlineData("\"/my apps/nano\" -w", "/my apps/nano|-w|+12|/资料/大脑.md")]
    [InlineData("/usr/bin/code -w", "/usr/bin/code|-w|--goto|/资料/大脑.md:12")]
    public void An_editor_goes_to_the_line_in_its_own_way(string editor, string command) =>
        Assert.Equal(command, string.Join('|', PassageOpener.EditorAt(editor, "/资料/大脑.md", 12)));

    [Theory]
    [InlineData("less -R", 12, "less|-R|+12")]
    [InlineData("less -R", 1, "less|-R")]
    [InlineData("/usr/bin/most", 3, "/usr/bin/most|+3")]
    [InlineData("cat", 12, "cat")]
    public void A_pager_goes_to_the_line_where_it_can(string pager, int line, string command) =>
        Assert.Equal(command, string.Join('|', PassageOpener.PagerAt(pager, line)));
}
