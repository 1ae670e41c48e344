using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace CitySearch.Formats.Pdf;

/// <summary>Makes the pages of a PDF as the glyphs they show, without paths, pictures and colours.</summary>
internal sealed class GlyphPageFactory(
    IPdfTokenScanner pdfScanner,
    IResourceStore resourceStore,
    ILookupFilterProvider filterProvider,
    IPageContentParser pageContentParser,
    ParsingOptions parsingOptions) : BasePageFactory<PageGlyphs>(pdfScanner, resourceStore, filterProvider, pageContentParser, parsingOptions)
{
    /// <inheritdoc/>
    protected override PageGlyphs ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations) =>
        new GlyphProcessor(pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions)
            .Process(pageNumber, operations);
}

/// <summary>Runs the content of one page and collects its glyphs.</summary>
internal sealed class GlyphProcessor(
    int pageNumber,
    IResourceStore resourceStore,
    IPdfTokenScanner pdfScanner,
    IPageContentParser pageContentParser,
    ILookupFilterProvider filterProvider,
    CropBox cropBox,
    UserSpaceUnit userSpaceUnit,
    PageRotationDegrees rotation,
    TransformationMatrix initialMatrix,
    ParsingOptions parsingOptions)
    : BaseStreamProcessor<PageGlyphs>(pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, parsingOptions)
{
    private readonly PdfBudget? _budget = parsingOptions.FilterProvider as PdfBudget;
    private readonly Dictionary<IFont, GlyphStyle> _styles = [];
    private readonly PdfRectangle _bounds = cropBox.Bounds;
    private readonly GlyphRuns _runs = new(cropBox.Bounds);
    private int _unreadable;

    // Marked content that paginates the document (ISO 32000-1, 14.8.2.2): running heads, page numbers.
    private int _markedDepth;
    private int _artifactDepth;

    /// <inheritdoc/>
    public override PageGlyphs Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        PageNumber = pageNumberCurrent;
        _budget?.StartPage();
        CloneAllStates();
        ProcessOperations(operations);
        return new PageGlyphs(pageNumberCurrent, _bounds.Width, _bounds.Height, _runs.Finish(), _unreadable);
    }

    /// <inheritdoc/>
    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        _budget?.AddOperations(operations.Count);
        base.ProcessOperations(operations);
    }

    /// <inheritdoc/>
    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        _budget?.AddGlyph();
        if (_artifactDepth > 0)
        {
            return;
        }

        if (!IsReadable(font, code, unicode))
        {
            _unreadable++;
            return;
        }

        var start = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
        var end = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(characterBoundingBox.Width, 0))));
        var top = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 1))));
        if (!_styles.TryGetValue(font, out var style))
        {
            _styles[font] = style = StyleOf(font);
        }

        _runs.Add(PdfCharacters.Typed(unicode), start, end, top, font.IsVertical, style);
    }

    /// <inheritdoc/>
    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        _markedDepth++;
        if (_artifactDepth == 0 && name.Data == "Artifact"
            && properties is not null && properties.TryGet(NameToken.Type, PdfScanner, out NameToken? type) && type.Data == "Pagination")
        {
            _artifactDepth = _markedDepth;
        }
    }

    /// <inheritdoc/>
    public override void EndMarkedContent()
    {
        if (_artifactDepth == _markedDepth)
        {
            _artifactDepth = 0;
        }

        _markedDepth = Math.Max(0, _markedDepth - 1);
    }

    // A glyph without a map to Unicode, or with one that leads nowhere: private use, control characters, U+FFFD.
    private static bool IsReadable(IFont font, int code, string unicode)
    {
        if (unicode.Length == 0)
        {
            return true;
        }

        foreach (var c in unicode)
        {
            if (c == '\uFFFD' || char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || (char.IsControl(c) && !char.IsWhiteSpace(c)))
            {
                return false;
            }
        }

        // What the parser makes of a code that the font does not map is the code itself: right where the codes are UTF-16,
        // which the name of a font that is not embedded says (ISO 32000-1, 9.7.6.1: STSong-Light-UniGB-UTF16-H).
        return unicode.Length != 1 || unicode[0] != code || code <= 0x7E || font.TryGetUnicode(code, out _)
            || font.Name?.Data.Contains("-UTF16-", StringComparison.Ordinal) == true;
    }

    private static GlyphStyle StyleOf(IFont font)
    {
        var name = font.Name?.Data ?? font.Details?.Name ?? "";
        name = name is [_, _, _, _, _, _, '+', .. var rest] ? rest : name;
        return new GlyphStyle(name, font.Details is { IsBold: true } or { Weight: >= 600 } || name.Contains("bold", StringComparison.OrdinalIgnoreCase) || name.Contains("black", StringComparison.OrdinalIgnoreCase));
    }

#pragma warning disable CS1591 // Paths, pictures and shadings show no text.
    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y)
    {
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    public override void LineTo(double x, double y)
    {
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
    }

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }
#pragma warning restore CS1591
}
