namespace CitySearch.Indexing;

/// <summary>FNV-1a in 64 bits: the same in every process, as what is stored in an index must be.</summary>
internal static class StableHash
{
    /// <summary>The hash of nothing.</summary>
    public const ulong Basis = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    /// <summary>The hash after one more UTF-16 unit.</summary>
    public static ulong Next(ulong hash, char unit) => (hash ^ unit) * Prime;

    /// <summary>The hash of a text, as what numeric fields hold.</summary>
    public static long Of(string text)
    {
        var hash = Basis;
        foreach (var unit in text)
        {
            hash = Next(hash, unit);
        }

        return (long)(hash >> 1);
    }
}
