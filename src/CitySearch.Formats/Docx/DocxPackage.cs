using System.IO.Compression;
using System.Xml;
using CitySearch.Corpus;

namespace CitySearch.Formats.Docx;

/// <summary>A relationship of a part (ISO/IEC 29500-2, 6.5).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Type">The last word of its type's address, which is the same in the transitional and the strict form: <c>styles</c>.</param>
/// <param name="Target">The name of the part, or an address outside, as written.</param>
/// <param name="IsExternal">Whether it leads outside.</param>
internal sealed record Relationship(string Id, string Type, string Target, bool IsExternal);

/// <summary>
/// The parts of a DOCX. Read directly rather than through an object model: parts are streamed within the limits, and
/// what is broken beside the text (an address that is no URI, a missing picture) does not keep the text from being read.
/// </summary>
internal sealed class DocxPackage : IDisposable
{
    private const int MostParts = 20_000;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly FormatsOptions _options;
    private long _expanded;

    /// <summary>Opens a package.</summary>
    /// <exception cref="ReadingException">It is no zip archive, or expands beyond the limit.</exception>
    public DocxPackage(byte[] bytes, FormatsOptions options)
    {
        _options = options;
        try
        {
            _archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            foreach (var entry in _archive.Entries)
            {
                _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
                if (_parts.Count > MostParts)
                {
                    throw new ReadingException($"The document has more than {MostParts} parts: it was not written by a word processor.");
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentException)
        {
            throw new ReadingException("The file is damaged, or no Word document (.docx): open it in a word processor and save it again.", exception);
        }
    }

    /// <summary>Whether a part is there.</summary>
    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Opens a part for reading.</summary>
    /// <exception cref="ReadingException">The part is not there.</exception>
    public XmlReader Open(string part)
    {
        if (!_parts.TryGetValue(part, out var entry))
        {
            throw new ReadingException($"The document lacks its part {part}: open it in a word processor and save it again.");
        }

        try
        {
            return XmlReader.Create(
                new LimitedStream(entry.Open(), this),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true });
        }
        catch (InvalidDataException exception)
        {
            throw new ReadingException("The file is damaged: open it in a word processor and save it again.", exception);
        }
    }

    /// <summary>The relationships of a part; of the package for an empty name. None when there is no list of them.</summary>
    public List<Relationship> RelationshipsOf(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var list = $"{folder}_rels/{part[folder.Length..]}.rels";
        var result = new List<Relationship>();
        if (!Has(list))
        {
            return result;
        }

        using var reader = Open(list);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship" && result.Count < _options.MaxElements
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Type") is { } type && reader.GetAttribute("Target") is { } target)
            {
                var isExternal = reader.GetAttribute("TargetMode") == "External";
                result.Add(new Relationship(id, type[(type.LastIndexOf('/') + 1)..], isExternal ? target : Resolve(folder, target), isExternal));
            }
        }

        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        var names = new List<string>();
        foreach (var name in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == ".." && names.Count > 0)
            {
                names.RemoveAt(names.Count - 1);
            }
            else if (name is not (".." or "."))
            {
                names.Add(name);
            }
        }

        return string.Join('/', names);
    }

    /// <summary>Counts what comes out of the archive: what an entry says of its size is only a claim.</summary>
    private sealed class LimitedStream(Stream inner, DocxPackage package) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }

        private int Count(int read)
        {
            package._expanded += read;
            return package._expanded <= package._options.MaxExpandedBytes
                ? read
                : throw new ReadingException($"The document expands to more than {FileBytes.Size(package._options.MaxExpandedBytes)}: split it, or raise MaxExpandedBytes.");
        }
    }
}
