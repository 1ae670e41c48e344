using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace CitySearch.Formats.Docx;

/// <summary>What a paragraph style means for the text.</summary>
internal sealed class DocxStyle
{
    /// <summary>Its name in the language of the program that wrote it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The style that it is based on.</summary>
    public string? BasedOn { get; set; }

    /// <summary>The outline level, 0 to 8; 9 is text.</summary>
    public int? OutlineLevel { get; set; }

    /// <summary>The list that its paragraphs belong to.</summary>
    public string? NumberingId { get; set; }

    /// <summary>Their level in the list.</summary>
    public int? NumberingLevel { get; set; }
}

/// <summary>The paragraph styles of a DOCX (ISO/IEC 29500-1, 17.7).</summary>
internal sealed partial class DocxStyles
{
    /// <summary>The level of a title, above every heading.</summary>
    public const int TitleLevel = 0;

    private const int DeepestOutline = 8;

    // Styles based on each other in a circle end here.
    private const int LongestChain = 20;

    private readonly Dictionary<string, DocxStyle> _styles = new(StringComparer.Ordinal);
    private string? _default;

    /// <summary>Reads the part of the styles.</summary>
    public static DocxStyles Read(XmlReader? reader)
    {
        var result = new DocxStyles();
        var style = new DocxStyle();
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "style":
                    style = new DocxStyle();
                    if (Attribute(reader, "type") is null or "paragraph" && Attribute(reader, "styleId") is { } id)
                    {
                        result._styles.TryAdd(id, style);
                        result._default = Attribute(reader, "default") is "1" or "true" or "on" ? id : result._default;
                    }

                    break;
                case "name":
                    style.Name = Attribute(reader, "val") ?? "";
                    break;
                case "basedOn":
                    style.BasedOn = Attribute(reader, "val");
                    break;
                case "outlineLvl":
                    style.OutlineLevel = Number(reader);
                    break;
                case "numId":
                    style.NumberingId = Attribute(reader, "val");
                    break;
                case "ilvl":
                    style.NumberingLevel = Number(reader);
                    break;
            }
        }

        return result;
    }

    /// <summary>The heading level of a style, 1 and up; <see cref="TitleLevel"/> for a title; <see langword="null"/> for text.</summary>
    public int? HeadingLevel(string? id)
    {
        foreach (var style in Chain(id))
        {
            if (HeadingName().Match(style.Name) is { Success: true } heading)
            {
                return heading.Groups[1].ValueSpan[0] - '0';
            }

            if (TitleName().IsMatch(style.Name))
            {
                return TitleLevel;
            }

            if (style.OutlineLevel is { } level)
            {
                return level is >= 0 and <= DeepestOutline ? level + 1 : null;
            }
        }

        return null;
    }

    /// <summary>Whether paragraphs of a style are lines of a table of contents.</summary>
    public bool IsContents(string? id) => Chain(id).Any(style => ContentsName().IsMatch(style.Name));

    /// <summary>The list and the level in it of a style's paragraphs.</summary>
    public (string? Id, int? Level) NumberingOf(string? id)
    {
        string? list = null;
        int? level = null;
        foreach (var style in Chain(id))
        {
            list ??= style.NumberingId;
            level ??= style.NumberingLevel;
        }

        return (list, level);
    }

    /// <summary>An attribute by its local name: the strict and the transitional form differ in the namespace only.</summary>
    public static string? Attribute(XmlReader reader, string name)
    {
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            if (reader.LocalName == name && reader.Prefix != "xmlns")
            {
                var value = reader.Value;
                reader.MoveToElement();
                return value;
            }
        }

        reader.MoveToElement();
        return null;
    }

    /// <summary>The number in the <c>val</c> of an element.</summary>
    public static int? Number(XmlReader reader) =>
        int.TryParse(Attribute(reader, "val"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private IEnumerable<DocxStyle> Chain(string? id)
    {
        id ??= _default;
        for (var i = 0; i < LongestChain && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    [GeneratedRegex(@"^(?:heading|标题|標題)\s*([1-9])(?:\s|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();

    [GeneratedRegex(@"^(?:title|标题|標題)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TitleName();

    [GeneratedRegex(@"^(?:toc|contents|目录|目錄)\s*(?:[1-9]|heading)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ContentsName();
}
