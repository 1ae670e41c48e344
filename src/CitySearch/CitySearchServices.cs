using System.Diagnostics.Metrics;
using CitySearch;
using CitySearch.Concepts;
using CitySearch.Corpus;
using CitySearch.Evaluation;
using CitySearch.Indexing;
using CitySearch.Searching;
using CitySearch.Searching.Scoring;
using CitySearch.Searching.Suggestions;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds CitySearch to an application's services.</summary>
public static class CitySearchServices
{
    /// <summary>
    /// Adds <see cref="ISearchService"/>, <see cref="ISuggestionService"/>, <see cref="IIndexService"/> and <see cref="IEvaluationService"/>, all singletons. Readers registered as
    /// <see cref="IArticleReader"/> come in addition to the engine's own and win over them for the same file names; sources registered as
    /// <see cref="IArticleSource"/> bring materials that are no files.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options.</param>
    public static IServiceCollection AddCitySearch(this IServiceCollection services, Action<CitySearchOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<CitySearchOptions>().Configure(options => configure?.Invoke(options));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CitySearchOptions>, CitySearchOptionsValidation>());
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<CitySearchOptions>>().Value);
        services.TryAddSingleton(provider => new ArticleReaders([.. ArticleReaders.Own(provider.GetRequiredService<CitySearchOptions>()), .. provider.GetServices<IArticleReader>()]));
        services.TryAddSingleton(provider => new GenerationHolder(provider.GetRequiredService<CitySearchOptions>(), provider.GetService<TimeProvider>()));
        services.TryAddSingleton<IGenerationSource>(provider => provider.GetRequiredService<GenerationHolder>());
        services.TryAddSingleton(provider => new SearchMetrics(provider.GetRequiredService<GenerationHolder>(), provider.GetService<IMeterFactory>(), provider.GetService<TimeProvider>()));
        services.TryAddSingleton<IConceptCatalog>(provider => new ConceptCatalog(provider.GetRequiredService<ThesaurusFile>(), provider.GetRequiredService<GenerationHolder>()));
        services.TryAddSingleton<IArticleCatalog>(provider => new ArticleCatalog(provider.GetRequiredService<GenerationHolder>()));
        services.TryAddSingleton<IIndexService>(provider => new IndexService(
            provider.GetRequiredService<CitySearchOptions>(), provider.GetRequiredService<ArticleReaders>(), provider.GetRequiredService<GenerationHolder>().LookAgain,
            provider.GetService<ILogger<IndexService>>(), Sources(provider)));
        services.TryAddSingleton<IEvaluationService>(provider => new EvaluationService(provider.GetRequiredService<CitySearchOptions>(), provider.GetRequiredService<ArticleReaders>()));
        services.TryAddSingleton(provider => new ThesaurusFile(provider.GetRequiredService<CitySearchOptions>().ThesaurusPath, provider.GetService<ILogger<ThesaurusFile>>(), provider.GetService<TimeProvider>()));
        services.TryAddSingleton<ISearchService>(provider => new SearchService(
            provider.GetRequiredService<CitySearchOptions>(), holder: provider.GetRequiredService<GenerationHolder>(), clock: provider.GetService<TimeProvider>(), thesaurus: provider.GetRequiredService<ThesaurusFile>(),
            metrics: provider.GetRequiredService<SearchMetrics>(), names: provider.GetRequiredService<NameIndexes>()));
        services.TryAddSingleton<NameIndexes>();
        services.TryAddSingleton<ISuggestionService>(provider => new SuggestionService(
            provider.GetRequiredService<GenerationHolder>(), provider.GetRequiredService<ThesaurusFile>(), provider.GetRequiredService<NameIndexes>()));
        return services;
    }

    private static List<IArticleSource> Sources(IServiceProvider provider)
    {
        var sources = provider.GetServices<IArticleSource>().ToList();
        var bad = sources.FirstOrDefault(s => s.Name.Length == 0 || s.Name.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-') || sources.Count(other => other.Name == s.Name) > 1);
        return bad is null ? sources : throw new InvalidOperationException($"the article source {bad.Name} must be called by letters, digits and - alone, and otherwise than the others");
    }
}
