using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CitySearch.Hosting.Http;

/// <summary>In which language a request wants to be answered: Chinese or English.</summary>
internal static class RequestLanguage
{
    /// <summary>Whether Chinese comes before English in <c>Accept-Language</c>; without that header the answer is English.</summary>
    public static bool IsChinese(HttpRequest request)
    {
        var chinese = 0.0;
        var english = 0.0;
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var languages))
        {
            return false;
        }

        foreach (var language in languages)
        {
            var quality = language.Quality ?? 1;
            if (language.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
            {
                chinese = Math.Max(chinese, quality);
            }
            else if (language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                english = Math.Max(english, quality);
            }
        }

        return chinese > english || (chinese == english && chinese > 0 && FirstIsChinese(languages));
    }

    private static bool FirstIsChinese(IList<StringWithQualityHeaderValue> languages) =>
        languages.First(l => l.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || l.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            .Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
}
