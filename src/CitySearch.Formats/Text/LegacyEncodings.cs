using System.Text;

namespace CitySearch.Formats.Text;

/// <summary>The encodings of the years before Unicode, by themselves and by the names that web pages declare.</summary>
internal static class LegacyEncodings
{
    /// <summary>GB18030, which holds GBK and GB2312.</summary>
    public static Encoding Gb18030 { get; } = Get(54936);

    /// <summary>Big5 as Windows writes it.</summary>
    public static Encoding Big5 { get; } = Get(950);

    /// <summary>Windows-1252.</summary>
    public static Encoding Windows1252 { get; } = Get(1252);

    /// <summary>The encoding that a page declares, by the labels of the WHATWG Encoding Standard; <see langword="null"/> for an unknown one.</summary>
    public static Encoding? ByName(string name)
    {
        switch (name.Trim().Trim('"', '\'').ToLowerInvariant())
        {
            case "utf-8" or "utf8" or "unicode-1-1-utf-8":
                return Encoding.UTF8;
            case "gb2312" or "gbk" or "gb18030" or "x-gbk" or "gb_2312-80" or "gb_2312" or "csgb2312" or "chinese" or "iso-ir-58" or "csiso58gb231280" or "cp936" or "gb-2312":
                return Gb18030;
            case "big5" or "big5-hkscs" or "x-x-big5" or "cn-big5" or "csbig5" or "cp950":
                return Big5;
            case "iso-8859-1" or "latin1" or "ascii" or "us-ascii" or "windows-1252" or "cp1252":
                return Windows1252;
            // A page that says so in ASCII is not UTF-16 (HTML, 13.2.3.2): it was converted, and its declaration forgotten.
            case "utf-16" or "utf-16le" or "utf-16be" or "unicode":
                return Encoding.UTF8;
            default:
                try
                {
                    return CodePagesEncodingProvider.Instance.GetEncoding(name);
                }
                catch (ArgumentException)
                {
                    return null;
                }
        }
    }

    // From the provider, not registered: registering would change what other code of the process decodes.
    private static Encoding Get(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;
}
