using CitySearch.Concepts;
using CitySearch.Evaluation;
using CitySearch.Indexing;
using CitySearch.Searching;
using CitySearch.Searching.Suggestions;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Cli;

/// <summary>The engine as an embedder has it: through its services.</summary>
internal sealed class Engine : IDisposable
{
    private readonly ServiceProvider _provider;

    /// <summary>Makes the services; nothing is opened before it is used.</summary>
    public Engine(CitySearchOptions options)
    {
        Options = options;
        // Registered before, so that no option needs to be copied one by one.
        _provider = new ServiceCollection().AddSingleton(options).AddCitySearch().AddCitySearchFormats().BuildServiceProvider();
    }

    /// <summary>What the engine was set up with.</summary>
    public CitySearchOptions Options { get; }

    /// <summary>The search host.</summary>
    public ISearchService Search => _provider.GetRequiredService<ISearchService>();

    /// <summary>The completion of what is typed.</summary>
    public ISuggestionService Suggestions => _provider.GetRequiredService<ISuggestionService>();

    /// <summary>The thesaurus.</summary>
    public ThesaurusFile Thesaurus => _provider.GetRequiredService<ThesaurusFile>();

    /// <summary>The indexer.</summary>
    public IIndexService Index => _provider.GetRequiredService<IIndexService>();

    /// <summary>The evaluation.</summary>
    public IEvaluationService Evaluation => _provider.GetRequiredService<IEvaluationService>();

    /// <inheritdoc/>
    public void Dispose() => _provider.Dispose();
}
