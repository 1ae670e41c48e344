using CitySearch.Cli.Cards;
using CitySearch.Indexing;
using CitySearch.Searching;
using CitySearch.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Cli.Tests.Cards;

/// <summary>Answers as whole screens; by date or filtered, so that a change of ranking does not change them.</summary>
public class ResultCardsTests
{
    public static TheoryData<int, bool> Screens => new(
        from width in (int[])[60, 100, 160]
        from isChinese in (bool[])[false, true]
        select (width, isChinese));

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Hits_are_cards_that_fit_the_screen(int width, bool isChinese)
    {
        var response = await Search(new SearchRequest("城市大脑") { Facets = true, Sort = HitOrder.Date });

        var screen = Show(response, width, isChinese);

        Assert.All(screen.Split('\n'), line => Assert.InRange(line.Sum(c => c > 0x2e80 ? 2 : 1), 0, width));
        Approval.Verify($"cards-{width}.{Name(isChinese)}.txt", screen);
    }

    [Fact]
    public async Task Colour_stands_for_the_marks_of_highlights()
    {
        var response = await Search(new SearchRequest("城市大脑") { Filters = [new(FacetNames.Year, "2019")], Kind = HitKind.Article });

        Approval.Verify("cards-colour.txt", Show(response, 80, isChinese: true, hasColour: true).Replace('\e', '␛'));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_explanation_adds_up_in_one_column(bool isChinese)
    {
        var response = await Search(new SearchRequest("City Brain") { Filters = [new(FacetNames.Folder, "notes")] });
        var explained = response.Hits[0] with
        {
            Score = 21.84,
            Explanation = new ScoreExplanation(
                [new("text", 20.6768, 1, 20.6768), new("prior", -0.9217, 1.6541, -1.5246), new("siblings", 0.984, 4.1354, 4.0693), new("title", -0.4454, 3.1015, -1.3814), new("freshness", 0, 0, 0)],
                [.. Enumerable.Range(1, 15).Select(i => new ScoreTerm(i == 1 ? "near(city brain)" : $"term{i}", 2.333 / i, 4.149 / i))]),
        };

        Approval.Verify($"cards-explain.{Name(isChinese)}.txt", Show(response with { Hits = [explained] }, 80, isChinese));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_kind_of_summary_is_a_sentence(bool isChinese)
    {
        var one = await Search(new SearchRequest("小城镇") { Kind = HitKind.Article });
        SearchResponse[] responses =
        [
            one with { Hits = [] , Total = 0 },
            one with { Hits = [], Total = 0, Suggestion = "智慧城市" },
            one with { Hits = [], Total = 0, Message = "there is nothing to search for: the query has no word, number or Chinese character" },
            one with { Hits = [], Page = 3 },
            one,
            one with { Total = 12, Page = 2, Top = 1 },
        ];

        // What stands before the first card.
        Approval.Verify($"cards-summaries.{Name(isChinese)}.txt", string.Join("\n--\n", responses.Select(r => Show(r, 80, isChinese).Split("\n\n")[0].TrimEnd())));
    }

    private static async Task<SearchResponse> Search(SearchRequest request)
    {
        using var workspace = new Workspace(SmallCorpus.Files);
        await using var services = new ServiceCollection()
            .AddCitySearch(options => (options.CorpusPath, options.IndexPath) = (workspace.Corpus, workspace.Index))
            .BuildServiceProvider();
        await services.GetRequiredService<IIndexService>().UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);
        return await services.GetRequiredService<ISearchService>().SearchAsync(request, TestContext.Current.CancellationToken) with { TookMs = 2.1 };
    }

    private static string Show(SearchResponse response, int width, bool isChinese, bool hasColour = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new ResultCards(new Screen(output, width, hasColour), isChinese ? Language.Chinese : Language.English).Show(response);
        return output.ToString();
    }

    private static string Name(bool isChinese) => isChinese ? "zh" : "en";
}
