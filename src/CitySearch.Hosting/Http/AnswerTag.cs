using System.Globalization;
using CitySearch.Concepts;
using CitySearch.Searching;
using Microsoft.Net.Http.Headers;

namespace CitySearch.Hosting.Http;

/// <summary>
/// The entity tag of answers: it changes with all that an answer to the same address depends on, and with nothing else. Weak,
/// because two answers with the same hits differ in the time that they took.
/// </summary>
internal sealed class AnswerTag(IGenerationSource generations, ThesaurusFile thesaurus, CitySearchOptions options, TimeProvider? clock = null)
{
    // Another build of the engine may rank otherwise.
    private static readonly string Build = typeof(IGenerationSource).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>The tag of the answers of now.</summary>
    /// <exception cref="Indexing.IndexFolderException">There is no index.</exception>
    public (EntityTagHeaderValue Tag, long Generation) Current()
    {
        var state = generations.Newest();
        // With freshness, scores depend on the day.
        var day = options.Freshness > 0 ? (clock ?? TimeProvider.System).GetUtcNow().ToString("yyyyMMdd", CultureInfo.InvariantCulture) : "";
        return (new EntityTagHeaderValue($"\"{state.Tag}-{thesaurus.Version}-{Build}{day}\"", isWeak: true), state.Number);
    }
}
