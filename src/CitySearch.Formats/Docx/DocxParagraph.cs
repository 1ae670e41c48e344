using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace CitySearch.Formats.Docx;

/// <summary>A paragraph that is being read.</summary>
/// <param name="text">What stands in it already: the paragraph before it whose end was deleted.</param>
internal sealed partial class DocxParagraph(StringBuilder text)
{
    /// <summary>The text, a line feed for each line break in it.</summary>
    public StringBuilder Text { get; } = text;

    /// <summary>The identifier of its style.</summary>
    public string? Style { get; private set; }

    /// <summary>Its own outline level.</summary>
    public int? OutlineLevel { get; private set; }

    /// <summary>The list that it belongs to.</summary>
    public string? NumberingId { get; private set; }

    /// <summary>Its level in the list.</summary>
    public int? NumberingLevel { get; private set; }

    /// <summary>Whether its end was deleted, so that it goes on in the next one.</summary>
    public bool IsJoined { get; set; }

    /// <summary>Reads one of its properties.</summary>
    public void Read(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "pStyle":
                Style = DocxStyles.Attribute(reader, "val");
                break;
            case "outlineLvl":
                OutlineLevel = DocxStyles.Number(reader);
                break;
            case "numId":
                NumberingId = DocxStyles.Attribute(reader, "val");
                break;
            case "ilvl":
                NumberingLevel = DocxStyles.Number(reader);
                break;
        }
    }

    /// <summary>Adds a paragraph to the blocks: a heading, or a block for each of its lines.</summary>
    /// <param name="blocks">Where the blocks go.</param>
    /// <param name="number">Its number in a list, with what stands behind it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="level">Its heading level, or <see langword="null"/>.</param>
    public static void AddTo(List<Block> blocks, string number, string text, int? level)
    {
        if (level is { } depth)
        {
            blocks.Add(new Block(BlockKind.Heading, HeadingForms.CollapseSpacing(number + OneLine(text))) { Level = depth });
            return;
        }

        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            blocks.Add(new Block(BlockKind.Paragraph, HeadingForms.CollapseSpacing(number + OneLine(line))));
            number = "";
        }
    }

    /// <summary>A text on one line, each white space one space.</summary>
    public static string OneLine(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"[ \t\n\r\u00A0]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
