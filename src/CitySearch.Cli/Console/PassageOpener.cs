using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CitySearch.Cli.Cards;
using CitySearch.Searching;
using CitySearch.Snippets;

namespace CitySearch.Cli.QueryConsole;

/// <summary>Opens a passage in the user's own programs: a file that has lines in the editor, else the article's text in the pager.</summary>
internal sealed class PassageOpener(Terminal terminal, string corpusPath)
{
    // Pagers that go to a line by +N, and editors that do not.
    private static readonly string[] PagersWithLines = ["less", "more", "most", "lv"];
    private static readonly string[] EditorsWithGoto = ["code", "code-insiders", "codium"];

    /// <summary>Opens an article at a section that was found, and waits until the user is done.</summary>
    /// <returns>Whether it was opened; not where nobody sits at a terminal or no program can be started.</returns>
    public async Task<bool> TryOpenAsync(WholeArticle article, SectionHit best)
    {
        if (terminal.Keyboard is null)
        {
            return false;
        }

        var file = Path.GetFullPath(Path.Combine(corpusPath, article.Path));
        if (best.Line > 0 && File.Exists(file) && (Variable("VISUAL") ?? Variable("EDITOR")) is { } editor)
        {
            return await RunAsync(EditorAt(editor, file, best.Line), null);
        }

        var pager = Variable("PAGER") ?? (IsOnPath("less") ? "less -R" : null);
        if (pager is null)
        {
            return false;
        }

        var (text, line) = Page(article, best);
        return await RunAsync(PagerAt(pager, line), text);
    }

    /// <summary>The words of the command that opens a file at a line in an editor, counted from 1.</summary>
    internal static IReadOnlyList<string> EditorAt(string editor, string file, int line)
    {
        var words = Words(editor);
        return EditorsWithGoto.Contains(NameOf(words))
            ? [.. words, "--goto", string.Create(CultureInfo.InvariantCulture, $"{file}:{line}")]
            : [.. words, string.Create(CultureInfo.InvariantCulture, $"+{line}"), file];
    }

    /// <summary>The words of the command that shows its input from a line on, counted from 1, or from the start where a pager cannot.</summary>
    internal static IReadOnlyList<string> PagerAt(string pager, int line)
    {
        var words = Words(pager);
        return line > 1 && PagersWithLines.Contains(NameOf(words)) ? [.. words, string.Create(CultureInfo.InvariantCulture, $"+{line}")] : words;
    }

    private string? Variable(string name) => terminal.Variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private bool IsOnPath(string program) =>
        (terminal.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>The words of a command as a shell parts them: at spaces that are not between double quotes.</summary>
    private static List<string> Words(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isQuoted = false;
        foreach (var c in command.Append(' '))
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c != ' ' || isQuoted)
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words.Count > 0 ? words : [command];
    }

    private static string NameOf(List<string> words) => Path.GetFileNameWithoutExtension(words[0]);

    /// <summary>The article as it is read, and the line of that text where the passage begins, counted from 1.</summary>
    private (string Text, int Line) Page(WholeArticle article, SectionHit best)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var screen = new Screen(text, terminal.Keyboard!.Width, terminal.HasColour);
        screen.Begin(0).Add(new Snippet(article.Title, article.TitleHighlights ?? []), Tone.Strong).End();
        screen.Begin(0).Add(article.Path, Tone.Quiet).End();
        var wanted = article.Sections.LastOrDefault(section => section.Anchor == best.Anchor && section.Line <= best.Line);
        var place = 1;
        foreach (var section in article.Sections)
        {
            screen.Gap();
            var head = Lines(text) + 1;
            place = section == wanted ? head : place;

            if (section.Headings.Count > 0 && section.Headings[^1] != article.Title)
            {
                screen.Begin(0).Add(new Snippet(section.Headings[^1], section.HeadingHighlights?[^1] ?? []), Tone.Strong).End();
            }

            var start = 0;
            foreach (var (paragraph, number) in section.Text.Split('\n').Select((paragraph, number) => (paragraph, number)))
            {
                // From the heading on, where that leaves the passage in sight.
                if (section == wanted && number < section.ParagraphLines.Count && section.ParagraphLines[number] <= best.Line && Lines(text) - head > terminal.Keyboard.Height / 3)
                {
                    place = Lines(text) + 1;
                }

                screen.Begin(2).Add(Part(section, start, paragraph)).End();
                start += paragraph.Length + 1;
            }
        }

        if (article.References.Count > 0)
        {
            screen.Gap();
        }

        foreach (var listed in article.References)
        {
            screen.Begin(0, 4).Add($"[{listed.Label}]", Tone.Quiet).Add($" {listed.Text}").End();
        }

        return (text.ToString(), place);
    }

    private static int Lines(StringWriter text) => text.ToString().Count(c => c == '\n');

    private static Snippet Part(ArticleSection section, int start, string paragraph)
    {
        var end = start + paragraph.Length;
        return new Snippet(paragraph, [.. (section.Highlights ?? [])
            .Select(highlight => (Start: Math.Max(start, highlight.Start), End: Math.Min(end, highlight.Start + highlight.Length)))
            .Where(part => part.Start < part.End)
            .Select(part => new Highlight(part.Start - start, part.End - part.Start))]);
    }

    private async Task<bool> RunAsync(IReadOnlyList<string> words, string? input)
    {
        // UTF-8 without a byte order mark, which a pager would show.
        var start = new ProcessStartInfo(words[0]) { UseShellExecute = false, RedirectStandardInput = input is not null };
        if (input is not null)
        {
            start.StandardInputEncoding = new UTF8Encoding(false);
            // less goes by the locale, which may say something else than what it gets.
            start.Environment["LESSCHARSET"] = "utf-8";
        }

        foreach (var word in words.Skip(1))
        {
            start.ArgumentList.Add(word);
        }

        try
        {
            await terminal.Output.FlushAsync();
            // Ctrl+C is the program's while it has the terminal.
            using var shield = terminal.Interruption.Shield();
            using var process = Process.Start(start)!;
            if (input is not null)
            {
                await FeedAsync(process, input);
            }

            await process.WaitForExitAsync();
            return true;
        }
        catch (Win32Exception)
        {
            terminal.NewScreen().Begin(0).Add(terminal.Language.Say(
                $"{words[0]} cannot be started; set VISUAL, EDITOR or PAGER", $"无法启动 {words[0]}，请设置 VISUAL、EDITOR 或 PAGER")).End();
            return false;
        }
    }

    private static async Task FeedAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The user has seen enough before all was written.
        }
    }
}
