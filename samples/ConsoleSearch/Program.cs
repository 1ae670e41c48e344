// Searches a folder of materials: ConsoleSearch CORPUS INDEX QUERY
using CitySearch.Indexing;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var corpus, var index, var query])
{
    Console.Error.WriteLine("usage: ConsoleSearch CORPUS INDEX QUERY");
    return 2;
}

await using var services = new ServiceCollection()
    .AddCitySearch(options => (options.CorpusPath, options.IndexPath) = (corpus, index))
    .AddCitySearchFormats()
    .BuildServiceProvider();
await services.GetRequiredService<IIndexService>().UpdateAsync();

var answer = await services.GetRequiredService<ISearchService>().SearchAsync(new SearchRequest(query) { Top = 5 });
Console.WriteLine($"{answer.Total} hits");
foreach (var hit in answer.Hits)
{
    Console.WriteLine($"{hit.Rank}. {hit.Title} ({hit.Id})");
    foreach (var section in hit is ArticleHit article ? article.Sections : [])
    {
        Console.WriteLine($"   line {section.Line}: {section.Snippets.FirstOrDefault()?.Text}");
    }
}

return 0;
