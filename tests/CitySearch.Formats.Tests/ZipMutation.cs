using System.IO.Compression;

namespace CitySearch.Formats.Tests;

/// <summary>Changes the parts of a zip archive.</summary>
internal static class ZipMutation
{
    /// <summary>The archive with each XML part of the document changed.</summary>
    public static byte[] Mutate(byte[] archive, Func<byte[], byte[]> change)
    {
        using var result = new MemoryStream();
        using (var input = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read))
        using (var output = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in input.Entries)
            {
                using var buffer = new MemoryStream();
                using (var part = entry.Open())
                {
                    part.CopyTo(buffer);
                }

                using var written = output.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                var isChanged = entry.FullName.StartsWith("word/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal) && !entry.FullName.Contains("theme", StringComparison.Ordinal);
                written.Write(isChanged ? change(buffer.ToArray()) : buffer.ToArray());
            }
        }

        return result.ToArray();
    }
}
