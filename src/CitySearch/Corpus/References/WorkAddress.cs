namespace CitySearch.Corpus.References;

/// <summary>The form of an address in which addresses of one page are equal.</summary>
internal static class WorkAddress
{
    private const int LongSegment = 12;

    /// <summary>
    /// The address without scheme, www., fragment and closing slash, its host in lower case; <see langword="null"/> where it
    /// does not identify a work: the front page of a site or of a part of it, given beside a title.
    /// </summary>
    /// <param name="address">The address.</param>
    /// <param name="isAlone">Whether the reference has nothing but its address to go by.</param>
    public static string? KeyOf(string? address, bool isAlone)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme >= 0 ? address[(scheme + 3)..] : address;
        var fragment = rest.IndexOf('#', StringComparison.Ordinal);
        rest = fragment > 0 && !rest.AsSpan(fragment).StartsWith("#!") && !rest.AsSpan(fragment).StartsWith("#/") ? rest[..fragment] : rest;
        var slash = rest.AsSpan().IndexOfAny('/', '?');
        var host = (slash < 0 ? rest : rest[..slash]).ToLowerInvariant();
        var path = slash < 0 ? "" : rest[slash..].TrimEnd('/');
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return isAlone || IsOfOnePage(path) ? host + path : null;
    }

    // Pages of one work have a number or a long name in their path; /zhengce/ and /index.html have neither.
    private static bool IsOfOnePage(string path) =>
        path.AsSpan().ContainsAnyInRange('0', '9') || Array.Exists(path.Split('/', '?'), segment => segment.Length >= LongSegment);
}
