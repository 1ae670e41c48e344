using CitySearch.Cli.Tests.Cards;

namespace CitySearch.Cli.Tests.QueryConsole;

/// <summary>The console as its user sees it: whole pictures of a terminal after each step.</summary>
public class TerminalPictureTests
{
    private const int Height = 40;

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(160)]
    public async Task A_user_completes_searches_turns_pages_and_reads(int width)
    {
        Assert.SkipUnless(Tmux.IsThere, "tmux and less are not installed");
        var cancellation = TestContext.Current.CancellationToken;
        using var workspace = new Workspace(Files);
        await workspace.Run("index");
        using var terminal = Start(workspace, width);
        var pictures = new List<string>();
        async Task Show(string step, Task<string> picture) => pictures.Add($"──── {step}\n{await picture}");

        await terminal.PromptAsync(cancellation);
        terminal.Type("城市");
        terminal.Press("Tab");
        await Show("城市 Tab", terminal.PictureAsync(rows => rows.Length > 2 && rows[^1] == "citysearch> 城市", cancellation));
        terminal.Press("C-u");
        terminal.Type("城市大脑");
        terminal.Press("Enter");
        await terminal.PictureAsync(rows => rows.Any(row => row.StartsWith("共 ", StringComparison.Ordinal)), cancellation);
        await Show("城市大脑 Enter", terminal.PromptAsync(cancellation));
        await Step("next");
        await Step("统计");
        terminal.Type("filter y");
        terminal.Press("Tab", "Tab");
        await Show("filter y Tab Tab", terminal.PictureAsync(rows => rows[^1] == "citysearch> filter year=20", cancellation));
        terminal.Press("C-c");
        await Step("说明");
        await Step("帮助");
        await Step("相关 6");
        terminal.Press("C-l");
        await terminal.PictureAsync(rows => rows is ["citysearch>"], cancellation);
        await Step("城市大脑 作者:陈数");
        terminal.Type("open 1");
        terminal.Press("Enter");
        await Show("open 1", terminal.PictureAsync(rows => rows[^1] is "(END)" or ":", cancellation));
        terminal.Press("q");
        await Show("q", terminal.PromptAsync(cancellation));
        Approval.Verify($"terminal-{width}.txt", string.Join('\n', pictures));

        async Task Step(string line)
        {
            terminal.Press("C-l");
            terminal.Type(line);
            await terminal.PictureAsync(rows => rows[^1] == $"citysearch> {line}", cancellation);
            terminal.Press("Enter");
            await Show($"{line} Enter", terminal.PromptAsync(cancellation));
        }
    }

    [Fact]
    public async Task A_paste_is_one_line_ctrl_c_drops_it_the_editor_goes_to_the_line_and_the_next_run_remembers()
    {
        Assert.SkipUnless(Tmux.IsThere, "tmux and less are not installed");
        var cancellation = TestContext.Current.CancellationToken;
        using var workspace = new Workspace(Files);
        await workspace.Run("index");
        var editor = workspace.Write("editor.sh", $"printf '%s\\n' \"$@\" >'{workspace["opened"]}'\n");
        using (var terminal = Start(workspace, 100, ("EDITOR", $"sh \"{editor}\"")))
        {
            await terminal.PromptAsync(cancellation);
            terminal.Paste("不要\n这一行");
            await terminal.PictureAsync(rows => rows[^1] == "citysearch> 不要 这一行", cancellation);
            terminal.Press("C-c");
            await terminal.PromptAsync(cancellation);
            terminal.Paste("小城镇\n沈一川 kind:article");
            await terminal.PictureAsync(rows => rows[^1] == "citysearch> 小城镇 沈一川 kind:article", cancellation);
            terminal.Press("Enter");
            await terminal.PromptAsync(cancellation);
            terminal.Type("打开 1");
            terminal.Press("Enter");
            await terminal.PictureAsync(rows => rows is [.., "citysearch> 打开 1", "citysearch>"], cancellation);
            Assert.Equal($"+11\n{workspace.Corpus}/articles/wuzhen.md\n", await File.ReadAllTextAsync(workspace["opened"], cancellation));
            terminal.Press("C-d");
            await terminal.PictureAsync(rows => rows[^1] == Tmux.Ended(0), cancellation);
        }

        using var next = Start(workspace, 100);
        await next.PromptAsync(cancellation);
        next.Press("Up", "Up", "C-a");
        next.Type("新");
        await next.PictureAsync(rows => rows is ["citysearch> 新小城镇 沈一川 kind:article"], cancellation);
    }

    [Fact]
    public async Task Ctrl_z_gives_the_shell_back_and_fg_the_line_that_was_being_typed()
    {
        Assert.SkipUnless(Tmux.IsThere, "tmux and less are not installed");
        var cancellation = TestContext.Current.CancellationToken;
        using var workspace = new Workspace(Files);
        await workspace.Run("index");
        using var terminal = new Tmux(workspace["terminal"], 100, Height, [("PS1", "shell: ")], ["bash", "--noprofile", "--norc", "-i"]);
        await terminal.PictureAsync(rows => rows[^1] == "shell:", cancellation);
        terminal.Type(string.Join(' ', CommandProcess.Line(workspace.WithFolders("console")).Select(word => $"'{word}'")));
        terminal.Press("Enter");
        await terminal.PromptAsync(cancellation);
        terminal.Type("城市大");
        await terminal.PictureAsync(rows => rows[^1] == "citysearch> 城市大", cancellation);
        terminal.Press("C-z");
        await terminal.PictureAsync(rows => rows[^1] == "shell:", cancellation);
        terminal.Type("echo 在壳中 && fg");
        terminal.Press("Enter");
        await terminal.PictureAsync(rows => rows.Contains("在壳中") && rows[^1] == "citysearch> 城市大", cancellation);
        terminal.Type("脑");
        terminal.Press("Enter");
        await terminal.PictureAsync(rows => rows.Any(row => row.StartsWith("共 ", StringComparison.Ordinal)), cancellation);
        await terminal.PromptAsync(cancellation);
        terminal.Press("C-d");
        await terminal.PictureAsync(rows => rows[^1] == "shell:", cancellation);

        // The shell keeps its history when it ends, which must not be while the folder is deleted.
        terminal.Press("C-d");
        await terminal.PictureAsync(rows => rows[^1] == Tmux.Ended(0), cancellation);
    }

    // Enough for two pages.
    private static (string Path, string Text)[] Files =>
    [
        .. SmallCorpus.Files,
        ("articles/twin.md", """
            ---
            title: 数字孪生城市与城市大脑：一个照镜子，一个拿主意
            date: 2022-03
            authors: [何思源]
            tags: [数字孪生]
            source: 城市观察
            ---

            # 数字孪生城市与城市大脑：一个照镜子，一个拿主意

            ## 一、两个比喻

            “城市大脑”说的是谁拿主意，“数字孪生”说的是照什么镜子[1]。镜子照得再清楚，也不会自己拿主意；拿主意的人若从不照镜子，也难免走错路。

            ## 参考文献

            [1] 陈卫强.城市大脑的实践与思考.人民网.2019.9.8
            """),
    ];

    private static Tmux Start(Workspace workspace, int width, params (string Name, string Value)[] environment) =>
        new(workspace["terminal"], width, Height, environment, CommandProcess.Line(workspace.WithFolders("console")));
}
