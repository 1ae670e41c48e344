namespace CitySearch.Formats;

/// <summary>Finds the headings of a document whose writer marked none: by their form, and the title by its place.</summary>
internal static class FormHeadings
{
    /// <summary>Makes headings of the paragraphs that have a heading's form.</summary>
    public static List<Block> Apply(IReadOnlyList<Block> blocks)
    {
        var title = blocks.Count > 1 && IsTitle(blocks[0]) ? 0 : -1;
        var headings = HeadingForms.Choose([.. blocks.Select((block, i) => i == title || block.Kind != BlockKind.Paragraph ? null : block.Text)]);
        var ranks = headings.OfType<NumberedHeading>().Select(heading => heading.Rank).Distinct().Order().ToList();
        var result = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i == title)
            {
                result.Add(blocks[i] with { Kind = BlockKind.Heading, Level = 1 });
            }
            else if (headings[i] is { } heading)
            {
                result.Add(blocks[i] with { Kind = BlockKind.Heading, Text = heading.Heading, Level = ranks.IndexOf(heading.Rank) + title + 2 });
                if (heading.Rest.Length > 0)
                {
                    result.Add(blocks[i] with { Text = heading.Rest });
                }
            }
            else
            {
                result.Add(blocks[i]);
            }
        }

        return result;
    }

    private static bool IsTitle(Block block) =>
        block.Kind == BlockKind.Paragraph && block.Text.Length is > 1 and <= HeadingForms.LongestHeading
        && !HeadingForms.EndsAsText(block.Text) && HeadingForms.Read(block.Text) is null;
}
