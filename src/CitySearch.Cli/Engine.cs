using CitySearch.Evaluation;
using CitySearch.Formats;
using CitySearch.Indexing;
using CitySearch.Searching;
using CitySearch.Searching.Suggestions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CitySearch.Cli;

/// <summary>The engine as an embedder has it: through its services.</summary>
internal sealed class Engine : IDisposable
{
    private readonly ServiceProvider _provider;
    private readonly Terminal _terminal;

    /// <summary>Makes the services; nothing is opened before it is used.</summary>
    /// <param name="options">The options of the engine.</param>
    /// <param name="terminal">Where the command runs, whose appsettings.json sets the limits of reading.</param>
    public Engine(CitySearchOptions options, Terminal terminal)
    {
        Options = options;
        _terminal = terminal;
        // Registered before, so that no option needs to be copied one by one.
        _provider = new ServiceCollection()
            .AddSingleton(options).AddCitySearch()
            .AddCitySearchFormats(limits => Settings.Configuration(terminal).GetSection(FormatsOptions.Section).Bind(limits))
            .BuildServiceProvider();
    }

    /// <summary>What the engine was set up with.</summary>
    public CitySearchOptions Options { get; }

    /// <summary>The search host.</summary>
    public ISearchService Search => _provider.GetRequiredService<ISearchService>();

    /// <summary>The completion of what is typed.</summary>
    public ISuggestionService Suggestions => _provider.GetRequiredService<ISuggestionService>();

    /// <summary>The indexer.</summary>
    /// <exception cref="UsageException">A limit of reading in appsettings.json cannot be used.</exception>
    public IIndexService Index => WithReaders<IIndexService>();

    /// <summary>The evaluation.</summary>
    /// <exception cref="UsageException">A limit of reading in appsettings.json cannot be used.</exception>
    public IEvaluationService Evaluation => WithReaders<IEvaluationService>();

    /// <inheritdoc/>
    public void Dispose() => _provider.Dispose();

    private T WithReaders<T>()
        where T : notnull
    {
        try
        {
            return _provider.GetRequiredService<T>();
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
        {
            throw Settings.Unusable(e, _terminal);
        }
    }
}
