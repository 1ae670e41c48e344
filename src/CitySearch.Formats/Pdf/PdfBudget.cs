using System.IO.Compression;
using CitySearch.Corpus;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace CitySearch.Formats.Pdf;

/// <summary>
/// Counts the work that a PDF asks for while it is read, and stops it at the limits: what its streams expand to, the
/// operations it draws with (a form may draw another many times, and that one a third), and the glyphs it shows.
/// </summary>
internal sealed class PdfBudget(FormatsOptions options) : IFilterProvider
{
    // The largest maps have some million operations. To draw a form costs as much as a hundred of them.
    private const int MostOperations = 50_000_000;
    private const int FormCost = 100;
    private const int MostGlyphsOnPage = 500_000;

    // Deflate cannot expand further than this (zlib's own figure), so smaller input needs no second look.
    private const int GreatestExpansion = 1032;

    private readonly Dictionary<IFilter, IFilter> _wrapped = [];
    private long _expanded;
    private long _operations;
    private int _glyphs;
    private int _onPage;

    /// <summary>What was exceeded, once it was: a parser may have caught the exception on its way.</summary>
    public ReadingException? Exceeded { get; private set; }

    /// <summary>Starts a page.</summary>
    public void StartPage() => _onPage = 0;

    /// <summary>Counts a glyph.</summary>
    public void AddGlyph()
    {
        _glyphs++;
        _onPage++;
        if (_glyphs > options.MaxCharacters || _onPage > MostGlyphsOnPage)
        {
            throw Exceed($"The PDF shows more than {Math.Min(options.MaxCharacters, _glyphs)} characters: split it, or raise MaxCharacters.");
        }
    }

    /// <summary>Counts the operations of a page's content or of a form that it draws.</summary>
    public void AddOperations(int count)
    {
        _operations += count + FormCost;
        if (_operations > MostOperations)
        {
            throw Exceed($"The PDF draws with more than {MostOperations} operations: print it to PDF again.");
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Wrap(DefaultFilterProvider.Instance.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Wrap(DefaultFilterProvider.Instance.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Wrap(DefaultFilterProvider.Instance.GetAllFilters());

    private ReadingException Exceed(string message) => Exceeded ??= new ReadingException(message);

    private IFilter[] Wrap(IReadOnlyList<IFilter> filters)
    {
        var wrapped = new IFilter[filters.Count];
        for (var i = 0; i < wrapped.Length; i++)
        {
            if (!_wrapped.TryGetValue(filters[i], out var filter))
            {
                _wrapped[filters[i]] = filter = new Bounded(filters[i], this);
            }

            wrapped[i] = filter;
        }

        return wrapped;
    }

    private void AddExpanded(long bytes)
    {
        _expanded += bytes;
        if (_expanded > options.MaxExpandedBytes)
        {
            throw Exceed($"The PDF expands to more than {FileBytes.Size(options.MaxExpandedBytes)}: split it, or raise MaxExpandedBytes.");
        }
    }

    /// <summary>A filter of the parser that is not run on what would expand beyond the limit.</summary>
    private sealed class Bounded(IFilter inner, PdfBudget budget) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is FlateFilter && (long)input.Length * GreatestExpansion > budget.Left)
            {
                budget.CheckDeflated(input);
            }

            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            budget.AddExpanded(output.Length);
            return output;
        }
    }

    private long Left => options.MaxExpandedBytes - _expanded;

    // Expands once without keeping anything; what is broken there is for the parser to find.
    private void CheckDeflated(ReadOnlyMemory<byte> input)
    {
        var left = Left;
        var buffer = new byte[1 << 16];
        try
        {
            using var stream = new ZLibStream(new MemoryStream(input.ToArray(), writable: false), CompressionMode.Decompress);
            while (stream.Read(buffer) is > 0 and var read)
            {
                left -= read;
                if (left < 0)
                {
                    AddExpanded(Left + 1);
                }
            }
        }
        catch (InvalidDataException)
        {
        }
    }
}
