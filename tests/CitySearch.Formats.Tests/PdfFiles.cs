using System.Globalization;
using System.Text;

namespace CitySearch.Formats.Tests;

/// <summary>Small PDFs that no program writes: hostile ones.</summary>
internal static class PdfFiles
{
    /// <summary>A PDF of one page.</summary>
    /// <param name="content">The bytes of its content stream.</param>
    /// <param name="entries">Further entries of the stream's dictionary.</param>
    public static byte[] OnePage(byte[] content, string entries = "") => Write(
        [
            ("<< /Type /Catalog /Pages 2 0 R >>", null),
            ("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", null),
            ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>", null),
            (entries, content),
        ]);

    /// <summary>A PDF whose page draws a form that draws another one some times, and so on.</summary>
    public static byte[] Forms(int depth, int times)
    {
        var objects = new List<(string, byte[]?)>
        {
            ("<< /Type /Catalog /Pages 2 0 R >>", null),
            ("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", null),
            ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /F0 5 0 R >> >> >>", null),
            ("", "/F0 Do"u8.ToArray()),
        };
        for (var i = 0; i < depth; i++)
        {
            var resources = i + 1 < depth ? $"/Resources << /XObject << /F{i + 1} {i + 6} 0 R >> >>" : "";
            var content = i + 1 < depth ? string.Concat(Enumerable.Repeat($"/F{i + 1} Do ", times)) : "q Q";
            objects.Add(($"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Filter /ASCIIHexDecode {resources}", Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.ASCII.GetBytes(content)) + ">")));
        }

        return Write(objects);
    }

    /// <summary>A PDF of one page that names a Chinese font and its encoding without embedding it, as programs did before Unicode.</summary>
    /// <param name="encoding">The predefined CMap (ISO 32000-1, 9.7.5.2).</param>
    /// <param name="ordering">The character collection: GB1 or CNS1.</param>
    /// <param name="content">The page's content; the font is F1.</param>
    public static byte[] WithFont(string encoding, string ordering, string content) => Write(
        [
            ("<< /Type /Catalog /Pages 2 0 R >>", null),
            ("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", null),
            ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>", null),
            ("", Encoding.ASCII.GetBytes(content)),
            ($"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-{encoding} /Encoding /{encoding} /DescendantFonts [6 0 R] >>", null),
            ($"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>", null),
            ("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>", null),
        ]);

    private static byte[] Write(List<(string Dictionary, byte[]? Stream)> objects)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Put("%PDF-1.4\n");
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            var (dictionary, stream) = objects[i];
            if (stream is null)
            {
                Put($"{i + 1} 0 obj\n{dictionary}\nendobj\n");
                continue;
            }

            Put($"{i + 1} 0 obj\n<< /Length {stream.Length} {dictionary} >>\nstream\n");
            file.Write(stream);
            Put("\nendstream\nendobj\n");
        }

        var xref = file.Position;
        Put($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => Put(offset.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"));
        Put($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return file.ToArray();

        void Put(string text) => file.Write(Encoding.ASCII.GetBytes(text));
    }
}
