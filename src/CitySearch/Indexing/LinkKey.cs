using CitySearch.Text;

namespace CitySearch.Indexing;

/// <summary>
/// How an article is recognised where another links to it: by its path below the corpus folder, or by its published
/// address, as a 64-bit hash. A page is linked to as <c>x.md</c>, <c>x.html</c> or <c>x</c>, and the page of a folder
/// (its README or index) by the folder; notes link by <c>[[name]]</c>.
/// </summary>
internal static class LinkKey
{
    private static readonly string[] PageEndings = [".md", ".markdown", ".mdx", ".html", ".htm"];
    private static readonly string[] FolderPages = ["readme", "index"];

    /// <summary>The keys of an article that is a file of its own.</summary>
    /// <param name="path">Its path below the corpus folder.</param>
    public static IEnumerable<ulong> OfPage(string path)
    {
        yield return OfPath(path);
        var slash = path.LastIndexOf('/');
        yield return OfName(path[(slash + 1)..]);
        if (FolderPages.Contains(WithoutEnding(path)[(slash + 1)..], StringComparer.OrdinalIgnoreCase))
        {
            yield return OfPath(path[..Math.Max(slash, 0)]);
        }
    }

    /// <summary>The key of what a link leads to, or <see langword="null"/> when it leads to no page.</summary>
    /// <param name="from">The path, below the corpus folder, of the article that has the link.</param>
    /// <param name="link">The link's destination as written, percent-encoded or not.</param>
    public static ulong? Of(string from, string link)
    {
        // Notes are linked to by name, wherever they lie: [[页面#标题]], [[文件夹/页面]].
        if (link.StartsWith("[[", StringComparison.Ordinal))
        {
            var name = link.Trim('[', ']');
            name = name.Split('#')[0].Trim();
            return name.Length > 0 ? OfName(name[(name.LastIndexOf('/') + 1)..]) : null;
        }

        var end = link.AsSpan().IndexOfAny('#', '?');
        var written = (end >= 0 ? link[..end] : link).Trim();
        var target = Uri.UnescapeDataString(written);
        if (written.IndexOf("//", StringComparison.Ordinal) is var slashes && slashes >= 0)
        {
            // An address: the same with http and https, with and without a final slash.
            return Hash("//" + WithoutEnding(Uri.UnescapeDataString(written[(slashes + 2)..]).TrimEnd('/')));
        }

        // RFC 3986, section 4.2: a colon in the first segment ends a scheme (mailto:, tel:).
        if (target.Length == 0 || written.AsSpan().IndexOfAny(':', '/') is var mark && mark >= 0 && written[mark] == ':')
        {
            return null;
        }

        var parts = target[0] == '/' || !from.Contains('/') ? [] : new List<string>(from.Split('/')[..^1]);
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return OfPath(string.Join('/', parts));
    }

    private static ulong OfName(string name) => Hash("[[" + WithoutEnding(name));

    private static ulong OfPath(string path) => Hash("/" + WithoutEnding(path));

    private static string WithoutEnding(string path)
    {
        var ending = PageEndings.FirstOrDefault(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        return ending is null ? path : path[..^ending.Length];
    }

    // Folded, because links are typed by people and normalised by programs; unlike a title's, with its punctuation.
    private static ulong Hash(string path)
    {
        var hash = StableHash.Basis;
        foreach (var c in TextFolding.Fold(path))
        {
            hash = StableHash.Next(hash, c);
        }

        return hash;
    }
}
