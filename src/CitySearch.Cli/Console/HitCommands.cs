using CitySearch.Cli.Cards;
using CitySearch.Cli.Export;
using CitySearch.Corpus.References;
using CitySearch.Searching;

namespace CitySearch.Cli.QueryConsole;

/// <summary>What the console does with a hit: opens it, cites it, shows its references or who cites it.</summary>
internal sealed class HitCommands(ISearchService search, Terminal terminal, string corpusPath)
{
    private readonly Language _language = terminal.Language;

    /// <summary>
    /// Opens an article where it was found first: for a person at a terminal in the editor or the pager, else, or where neither can be
    /// had, shows the section. A reference is shown as its articles cite it.
    /// </summary>
    public async Task OpenAsync(SearchHit hit, string? query, CancellationToken cancellationToken)
    {
        if (hit is not ArticleHit { Sections: [var best, ..] } found)
        {
            await ReferencesAsync(hit, cancellationToken);
            return;
        }

        var article = await search.GetArticleAsync(hit.Id, query, cancellationToken);
        if (!await new PassageOpener(terminal, corpusPath).TryOpenAsync(article, best))
        {
            ShowSection(article, found, best);
        }
    }

    private void ShowSection(WholeArticle article, ArticleHit hit, SectionHit best)
    {
        var screen = terminal.NewScreen();
        screen.Begin(0).Add(article.Title, Tone.Strong).End();
        // A hit's line is that of its snippet: it lies in the section that begins last before it.
        if (article.Sections.LastOrDefault(section => section.Anchor == best.Anchor && section.Line <= best.Line) is { } section)
        {
            screen.Begin(0).AddWhole(section.Line > 0 ? $"{hit.Path}:{section.Line}" : hit.Path, Tone.Quiet).Add($"  {string.Join(" › ", section.Headings)}", Tone.Quiet).End();
            foreach (var paragraph in section.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                screen.Begin(2).Add(paragraph).End();
            }
        }
    }

    /// <summary>Lists the references of an article, or who cites a reference.</summary>
    public async Task ReferencesAsync(SearchHit hit, CancellationToken cancellationToken)
    {
        var screen = terminal.NewScreen();
        if (hit is ArticleHit)
        {
            var article = await search.GetArticleAsync(hit.Id, cancellationToken);
            if (article.References.Count == 0)
            {
                screen.Begin(0).Add(_language.Say("the article lists no references", "该文没有参考文献")).End();
            }

            foreach (var listed in article.References)
            {
                screen.Begin(0, 4).Add($"[{listed.Label}]", Tone.Quiet).Add($" {listed.Text}").End();
            }

            return;
        }

        var reference = await search.GetReferenceAsync(hit.Id, cancellationToken);
        screen.Begin(0).Add(reference.Text).End();
        foreach (var citation in reference.Citations)
        {
            screen.Begin(2, 4).Add(citation.Title, Tone.Strong).AddWhole($" [{citation.Label}] {citation.Id}", Tone.Quiet).End();
        }
    }

    /// <summary>Cites a hit after GB/T 7714 and in BibTeX.</summary>
    public async Task CiteAsync(SearchHit hit, CancellationToken cancellationToken)
    {
        var reference = await search.ReadAsync(hit, cancellationToken);
        var screen = terminal.NewScreen();
        screen.Begin(0).Add(ReferenceFormats.Gbt7714(reference)).End();
        screen.Gap();
        // Not broken into lines: it is for a reference manager to read.
        await terminal.Output.WriteLineAsync(ReferenceFormats.BibTeX(reference, hit.Id).TrimEnd());
    }
}
