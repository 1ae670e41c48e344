using CitySearch.Corpus;
using CitySearch.Formats;
using CitySearch.Formats.Bibliographies;
using CitySearch.Formats.Docx;
using CitySearch.Formats.Html;
using CitySearch.Formats.Pdf;
using CitySearch.Formats.Text;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the readers of PDF, Word, HTML, plain text and bibliography files to CitySearch.</summary>
public static class CitySearchFormatsServices
{
    /// <summary>Adds one <see cref="IArticleReader"/> a format; beside <c>AddCitySearch</c>, in any order.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the reading limits.</param>
    public static IServiceCollection AddCitySearchFormats(this IServiceCollection services, Action<FormatsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<FormatsOptions>().Configure(options => configure?.Invoke(options));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FormatsOptions>, FormatsOptionsValidation>());
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<FormatsOptions>>().Value);
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IArticleReader, TextArticleReader>(),
            ServiceDescriptor.Singleton<IArticleReader, HtmlArticleReader>(),
            ServiceDescriptor.Singleton<IArticleReader, DocxArticleReader>(),
            ServiceDescriptor.Singleton<IArticleReader, PdfArticleReader>(),
            ServiceDescriptor.Singleton<IArticleReader, BibTeXReader>(),
            ServiceDescriptor.Singleton<IArticleReader, TaggedReader>(),
            ServiceDescriptor.Singleton<IArticleReader, CslJsonReader>(),
        ]);
        return services;
    }
}
