using System.Globalization;
using CitySearch.Cli.Cards;
using CitySearch.Searching;

namespace CitySearch.Cli.QueryConsole;

/// <summary>
/// Shows pages of hits. At a keyboard a page fits into the terminal where it can, so that the best hit is seen and not what is left
/// when the page has rolled by: it has fewer hits, and of each as many passages as there is room for.
/// </summary>
internal sealed class PageView(Terminal terminal)
{
    private const int HitsOfLowPage = 5;

    // Ten hits with a passage each take about as many rows.
    private const int RowsOfHighTerminal = 60;

    // The line that was typed, and the next.
    private const int RowsOfPrompts = 2;

    private const int MostSections = 3;

    /// <summary>The hits of a page.</summary>
    public int Size => terminal.Keyboard is { Height: < RowsOfHighTerminal } ? HitsOfLowPage : new SearchRequest("").Top;

    /// <summary>Shows a page.</summary>
    public void Show(SearchResponse response) => Show(response.Hits, (cards, hits) => cards.Show(response with { Hits = hits }));

    /// <summary>Shows the relatives of a material.</summary>
    public void Show(RelatedResponse response) => Show(response.Hits, (cards, hits) => cards.Show(response with { Hits = hits }));

    private void Show(IReadOnlyList<SearchHit> hits, Action<ResultCards, IReadOnlyList<SearchHit>> show)
    {
        if (terminal.Keyboard is not { } keyboard)
        {
            show(new ResultCards(terminal.NewScreen(), terminal.Language), hits);
            return;
        }

        // The last resort is a passage of a section.
        for (var sections = MostSections; ; sections--)
        {
            using var page = new StringWriter(CultureInfo.InvariantCulture) { NewLine = terminal.Output.NewLine };
            show(new ResultCards(new Screen(page, keyboard.Width, terminal.HasColour), terminal.Language), [.. hits.Select(hit => Shortened(hit, sections))]);
            var text = page.ToString();
            if (sections == 0 || text.Count(c => c == '\n') <= keyboard.Height - RowsOfPrompts)
            {
                terminal.Output.Write(text);
                return;
            }
        }
    }

    private static SearchHit Shortened(SearchHit hit, int sections) => hit is not ArticleHit article ? hit
        : sections > 0 ? article with { Sections = [.. article.Sections.Take(sections)] }
        : article with { Sections = [.. article.Sections.Take(1).Select(section => section with { Snippets = [.. section.Snippets.Take(1)] })] };
}
