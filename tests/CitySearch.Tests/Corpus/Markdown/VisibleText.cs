using CitySearch.Corpus;

namespace CitySearch.Tests.Corpus.Markdown;

/// <summary>What a reader of an article sees, for checks that nothing is lost, doubled or moved.</summary>
internal static class VisibleText
{
    /// <summary>The Han characters of a text (the block U+4E00 to U+9FFF).</summary>
    public static string Han(string text) => new([.. text.Where(c => c is >= '\u4E00' and <= '\u9FFF')]);

    /// <summary>The sections in order, each heading once, before its first section.</summary>
    public static string Of(Article article)
    {
        var result = new List<string>();
        Section? previous = null;
        foreach (var section in article.Sections)
        {
            var known = 0;
            while (previous is not null && known < section.Headings.Count && known < previous.Headings.Count && section.Headings[known] == previous.Headings[known])
            {
                known++;
            }

            // Equal headings one behind the other differ in their anchors.
            if (previous is not null && known == section.Headings.Count && known > 0 && section.Anchor != previous.Anchor)
            {
                known--;
            }

            result.AddRange(section.Headings.Skip(known));
            result.Add(section.Text);
            previous = section;
        }

        return string.Join('\n', result);
    }
}
