namespace CitySearch.Text;

/// <summary>
/// What each code point becomes when text is folded. The table is computed once from ICU's data and kept in the
/// assembly, because loading ICU and its transliterators costs a process more than a whole search; a test compares it
/// with ICU's answers for every code point.
/// </summary>
/// <remarks>
/// In order: NFKC_Casefold (Unicode Standard, 3.13 and UAX #15), which folds width, compatibility forms and case and
/// removes what is ignorable; the marks of Latin, Greek and Cyrillic letters dropped; Traditional to Simplified by
/// ICU's Traditional-Simplified; a few variant characters that conversion leaves apart.
/// </remarks>
internal sealed class FoldingTable
{
    /// <summary>The name of the embedded resource.</summary>
    public const string ResourceName = "CitySearch.Text.folding.bin";

    private const int PageBits = 7;
    private const int PageSize = 1 << PageBits;

    // For a code point: itself (0), one other code point (positive) or an expansion (negative, index + 1).
    private readonly int[]?[] _pages;
    private readonly int[][] _expansions;

    private FoldingTable(int[]?[] pages, int[][] expansions)
    {
        _pages = pages;
        _expansions = expansions;
    }

    /// <summary>The table of this version of the program.</summary>
    public static FoldingTable Current { get; } = Load();

    /// <summary>What a code point becomes: one code point, or -1 when it becomes none or several.</summary>
    public int Single(int codePoint)
    {
        var entry = Entry(codePoint);
        return entry == 0 ? codePoint : entry > 0 ? entry : -1;
    }

    /// <summary>What a code point becomes when <see cref="Single"/> is -1.</summary>
    public ReadOnlySpan<int> Expansion(int codePoint) => _expansions[-Entry(codePoint) - 1];

    /// <summary>Writes a table as the embedded resource holds it.</summary>
    /// <param name="entries">Code points that change, in ascending order, with what they become.</param>
    public static byte[] Serialise(IEnumerable<KeyValuePair<int, int[]>> entries)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        var last = 0;
        foreach (var (codePoint, folded) in entries)
        {
            writer.Write7BitEncodedInt(codePoint - last);
            writer.Write7BitEncodedInt(folded.Length);
            foreach (var c in folded)
            {
                writer.Write7BitEncodedInt(c);
            }

            last = codePoint;
        }

        return bytes.ToArray();
    }

    private int Entry(int codePoint)
    {
        var page = _pages[codePoint >> PageBits];
        return page is null ? 0 : page[codePoint & (PageSize - 1)];
    }

    private static FoldingTable Load()
    {
        using var resource = typeof(FoldingTable).Assembly.GetManifestResourceStream(ResourceName)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        var at = 0;
        var pages = new int[]?[(0x10FFFF >> PageBits) + 1];
        var expansions = new List<int[]>();
        var codePoint = 0;
        while (at < bytes.Length)
        {
            codePoint += Next(bytes, ref at);
            var folded = new int[Next(bytes, ref at)];
            for (var i = 0; i < folded.Length; i++)
            {
                folded[i] = Next(bytes, ref at);
            }

            var page = pages[codePoint >> PageBits] ??= new int[PageSize];
            if (folded.Length == 1)
            {
                page[codePoint & (PageSize - 1)] = folded[0];
            }
            else
            {
                expansions.Add(folded);
                page[codePoint & (PageSize - 1)] = -expansions.Count;
            }
        }

        return new FoldingTable(pages, [.. expansions]);
    }

    /// <summary>Reads a number of seven bits a byte, the lowest first, as <see cref="BinaryWriter.Write7BitEncodedInt"/> writes it.</summary>
    private static int Next(byte[] bytes, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            number |= (bytes[at] & 0x7F) << shift;
            if (bytes[at++] < 0x80)
            {
                return number;
            }
        }
    }
}
