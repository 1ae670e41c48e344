using CitySearch.Cli.Tests.Cards;
using CitySearch.Cli.Tests.QueryConsole.Editing;

namespace CitySearch.Cli.Tests.QueryConsole;

/// <summary>The console at a keyboard, without a terminal: keys in, and what is drawn.</summary>
public class KeyboardTests
{
    [Fact]
    public async Task Lines_are_edited_dropped_completed_and_kept()
    {
        using var workspace = new Workspace(SmallCorpus.Files);
        await workspace.Run("index");
        var keyboard = new ScriptedKeyboard("不要<C-c>小城<Tab><Enter><Up> kind:article<C-w>reference<C-l><Enter>s<Tab><C-u><Enter><C-d>", 60);
        var run = await CommandRun.On(
            terminal => terminal with { Width = 60, Keyboard = keyboard, Variable = name => name == "XDG_STATE_HOME" ? workspace["state"] : null },
            Language.Chinese,
            workspace.WithFolders("console"),
            TestContext.Current.CancellationToken);

        Assert.Equal((0, "", false), (run.Status, run.Error, keyboard.IsOn));
        Approval.Verify("keyboard.txt", Shown(run.Output));
        Assert.Equal("小城镇要不要大脑\n小城镇要不要大脑 kind:reference\n", await File.ReadAllTextAsync(workspace["state/citysearch/history"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_line_is_drawn_again_when_the_program_was_put_aside()
    {
        using var workspace = new Workspace(SmallCorpus.Files);
        await workspace.Run("index");
        var keyboard = new ScriptedKeyboard("城市<Sleep><Home><C-k><C-d>", 60);
        var run = await CommandRun.On(
            terminal => terminal with { Width = 60, Keyboard = keyboard, Variable = name => name == "XDG_STATE_HOME" ? workspace["state"] : null },
            Language.Chinese,
            workspace.WithFolders("console"),
            TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (run.Status, run.Error));
        // As the second character is typed, as the program goes on, and as the cursor goes home.
        var drawn = Shown(run.Output).Split('\n').Select(row => row.TrimEnd('↵').TrimEnd()).Where(row => row.StartsWith("citysearch> 城市", StringComparison.Ordinal)).ToArray();
        Assert.Equal(3, drawn.Length);
    }

    // A line for each time that the row is drawn.
    private static string Shown(string output) => ConsoleTests.Shown(output).Replace("\r\n", "\n").Replace("\r", "↵\n");
}
