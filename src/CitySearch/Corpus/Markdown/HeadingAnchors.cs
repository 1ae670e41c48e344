using System.Text;
using ICU4N.Text;

namespace CitySearch.Corpus.Markdown;

/// <summary>
/// Gives the headings of one page the anchors that VuePress 1 gives them: the rules of <c>slugify</c> in
/// @vuepress/shared-utils 1.9, made unique on the page as markdown-it-anchor 5 does. VuePress 2 and VitePress (slugify
/// of @mdit-vue/shared, markdown-it-anchor 8) differ in two points: they keep – and —, and they number equal headings
/// from -1 where VuePress 1 starts with -2. A file does not say which of them publishes it.
/// </summary>
/// <param name="isGitHub">Whether the page's generator follows GitHub's rule instead: Hugo, Jekyll, Docusaurus.</param>
internal sealed class HeadingAnchors(bool isGitHub = false)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>The anchor of the next heading of the page.</summary>
    /// <param name="heading">The heading's text without markup.</param>
    public string Next(string heading)
    {
        var slug = isGitHub ? GitHubSlug(heading) : Slug(heading);
        if (_taken.Add(slug))
        {
            return slug;
        }

        // -2, -3, …, and by GitHub's rule from -1 on; the counter is kept so that a thousand equal headings do not cost a million probes.
        var number = _next.GetValueOrDefault(slug, isGitHub ? 1 : 2);
        while (!_taken.Add($"{slug}-{number}"))
        {
            number++;
        }

        _next[slug] = number + 1;
        return $"{slug}-{number}";
    }

    /// <summary>Takes an anchor that the author wrote (<c>## 标题 {#name}</c>).</summary>
    public string Take(string anchor)
    {
        _taken.Add(anchor);
        return anchor;
    }

    /// <summary>
    /// The anchor of a heading by itself: NFKD, combining accents and control characters removed, each run of ASCII
    /// punctuation, quotation marks, dashes and spaces one hyphen, none at the ends, an underscore before a leading
    /// digit, lower case. Chinese punctuation that NFKD leaves alone (、 。 《》) stays.
    /// </summary>
    public static string Slug(string heading)
    {
        var result = new StringBuilder(heading.Length);
        var hyphen = false;
        foreach (var c in Decompose(heading))
        {
            if (c is >= '\u0300' and <= '\u036F' or <= '\u001F')
            {
                continue;
            }

            if (IsSpecial(c))
            {
                hyphen = result.Length > 0;
                continue;
            }

            if (hyphen)
            {
                result.Append('-');
                hyphen = false;
            }

            result.Append(c);
        }

        if (result.Length > 0 && char.IsAsciiDigit(result[0]))
        {
            result.Insert(0, '_');
        }

        return result.ToString().ToLowerInvariant();
    }

    /// <summary>
    /// The anchor of a heading by GitHub's rule, as goldmark in Hugo, kramdown's GFM parser in Jekyll and github-slugger in
    /// Docusaurus have it: lower case, letters, marks, digits, hyphens and underscores kept, each space a hyphen, all else left
    /// out, Chinese punctuation too.
    /// </summary>
    public static string GitHubSlug(string heading)
    {
        var result = new StringBuilder(heading.Length);
        foreach (var rune in heading.Trim().EnumerateRunes())
        {
            if (rune.Value == ' ')
            {
                result.Append('-');
            }
            else if (rune.Value is '-' or '_' || Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
            {
                result.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return result.ToString();
    }

    // string.Normalize does nothing in invariant globalization. Headings of plain Han text do not load ICU's data.
    private static string Decompose(string text)
    {
        foreach (var c in text)
        {
            if (c >= '\u0080' && c is not (>= '\u4E00' and <= '\u9FFF' or >= '\u3001' and <= '\u3029' or '“' or '”' or '‘' or '’' or '—' or '–'))
            {
                return Normalizer2.NFKDInstance.Normalize(text);
            }
        }

        return text;
    }

    private static bool IsSpecial(char c) =>
        c is '“' or '”' or '‘' or '’' or '–' or '—' or '\uFEFF'
        || (c < '\u0080' ? "~`!@#$%^&*()-_+=[]{}|\\;:\"'<>,.?/ ".Contains(c, StringComparison.Ordinal) : char.IsWhiteSpace(c) && c != '\u0085');
}
