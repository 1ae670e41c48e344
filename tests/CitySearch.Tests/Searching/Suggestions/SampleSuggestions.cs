using CitySearch.Concepts;
using CitySearch.Searching.Suggestions;
using CitySearch.Tests.Searching.Suggestions;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(SampleSuggestions))]

namespace CitySearch.Tests.Searching.Suggestions;

/// <summary>The repository's sample corpus, indexed once for all tests of suggestions.</summary>
public sealed class SampleSuggestions : IAsyncLifetime
{
    private readonly TestCorpus _corpus = new(options => options.CorpusPath = CorpusPath);

    /// <summary>The folder of the sample corpus.</summary>
    public static string CorpusPath => Path.Combine(Approval.RepositoryRoot, "corpus");

    /// <summary>The concepts of the sample corpus.</summary>
    public Thesaurus Thesaurus => _corpus.Services.GetRequiredService<ThesaurusFile>().Current;

    /// <summary>The index.</summary>
    internal TestCorpus Corpus => _corpus;

    /// <summary>The suggestions for what was typed.</summary>
    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(string prefix, int top = 5) =>
        (await _corpus.Services.GetRequiredService<ISuggestionService>().SuggestAsync(prefix, top, TestContext.Current.CancellationToken)).Suggestions;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await _corpus.IndexAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _corpus.Dispose();
        return ValueTask.CompletedTask;
    }
}
