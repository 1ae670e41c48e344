using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CitySearch.Concepts;

/// <summary>
/// The thesaurus of a file, read anew when the file has changed. A file that is not there is an empty thesaurus; one that
/// cannot be used leaves the last good thesaurus in use. All members may be called from any thread.
/// </summary>
public sealed partial class ThesaurusFile
{
    // A change is seen at latest this long after it.
    private static readonly TimeSpan LookAfter = TimeSpan.FromMilliseconds(200);

    // Some thirty thousand concepts; a larger file is not a thesaurus.
    private const int LongestFile = 8 << 20;

    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly Lock _looking = new();
    private volatile Thesaurus? _current;
    private volatile ThesaurusException? _lastError;

    // Made when it is asked for: a command that answers one search does not load what hashes for it.
    private volatile Lazy<string> _content = new("");
    private Stamp _stamp = Stamp.Unknown;
    private long _lookedAt;

    /// <summary>Names the file; it is read when the thesaurus is first asked for.</summary>
    /// <param name="path">The file, which need not be there.</param>
    /// <param name="logger">Told once for each broken state of the file, and when it is whole again.</param>
    /// <param name="timeProvider">The clock that spaces the looks at the file.</param>
    public ThesaurusFile(string path, ILogger<ThesaurusFile>? logger = null, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FilePath = path;
        _logger = logger ?? NullLogger<ThesaurusFile>.Instance;
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The file.</summary>
    public string FilePath { get; }

    /// <summary>
    /// The newest good thesaurus. Looks at the file's time and length when the last look is 200 ms ago; a thread that comes
    /// while another reads a changed file has the one before.
    /// </summary>
    public Thesaurus Current
    {
        get
        {
            var held = _current;
            if (held is not null && _time.GetElapsedTime(Volatile.Read(ref _lookedAt)) < LookAfter)
            {
                return held;
            }

            if (held is null)
            {
                _looking.Enter();
            }
            else if (!_looking.TryEnter())
            {
                return held;
            }

            try
            {
                if (_current is null || _time.GetElapsedTime(_lookedAt) >= LookAfter)
                {
                    Look();
                }

                return _current!;
            }
            finally
            {
                _looking.Exit();
            }
        }
    }

    /// <summary>
    /// Why the file as it is now cannot be used; <see langword="null"/> when it can, or is not there. As of the last look that
    /// <see cref="Current"/> took.
    /// </summary>
    public ThesaurusException? LastError => _lastError;

    /// <summary>
    /// A short text that is another one whenever answers may be others: it follows the content of the thesaurus in use and
    /// <see cref="LastError"/>, and is the same in every process that reads the same file.
    /// </summary>
    public string Version
    {
        get
        {
            _ = Current;
            var error = _lastError;
            return error is null ? _content.Value : $"{_content.Value}!{Digest(Encoding.UTF8.GetBytes(error.Message))}";
        }
    }

    private void Look()
    {
        // The stamp is taken before the content: what changes between the two is seen at the next look.
        var stamp = Stamp.Missing;
        try
        {
            stamp = Stamp.Of(FilePath);
            if (stamp != _stamp)
            {
                _current = stamp == Stamp.Missing ? Nothing() : Read(stamp);
                if (_lastError is not null)
                {
                    LogMended(_logger, FilePath, _current.Concepts.Count);
                }

                _lastError = null;
            }
        }
        catch (ThesaurusException e)
        {
            Refuse(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The cause may go without the file changing: read again at the next look.
            stamp = Stamp.Unknown;
            Refuse(new ThesaurusException(FilePath, 0, 0, $"cannot be read: {e.Message.ReplaceLineEndings(" ")}; check the file and who may read it", e));
        }

        _stamp = stamp;
        Volatile.Write(ref _lookedAt, _time.GetTimestamp());
    }

    private void Refuse(ThesaurusException error)
    {
        _current ??= Thesaurus.Empty;
        if (_lastError?.Message != error.Message)
        {
            LogBroken(_logger, error.Message, _current.Concepts.Count);
        }

        _lastError = error;
    }

    private Thesaurus Read(Stamp stamp)
    {
        if (stamp.Length > LongestFile)
        {
            throw new ThesaurusException(FilePath, 0, 0, $"is larger than {LongestFile >> 20} MB; split it or remove what is not needed");
        }

        var bytes = new byte[stamp.Length];
        using (var handle = File.OpenHandle(FilePath))
        {
            var length = 0;
            for (var read = -1; read != 0 && length < bytes.Length; length += read)
            {
                read = RandomAccess.Read(handle, bytes.AsSpan(length), length);
            }

            bytes = length < bytes.Length ? bytes[..length] : bytes;
        }

        var thesaurus = Thesaurus.Parse(Decode(bytes), FilePath);
        _content = new Lazy<string>(() => Digest(bytes));
        return thesaurus;
    }

    private Thesaurus Nothing()
    {
        _content = new Lazy<string>("");
        return Thesaurus.Empty;
    }

    private static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));

    private string Decode(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        Utf8.ToUtf16(bytes, new char[bytes.Length], out var read, out _, replaceInvalidSequences: false);
        var line = bytes[..read].Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(bytes[(bytes[..read].LastIndexOf((byte)'\n') + 1)..read]) + 1;
        throw new ThesaurusException(FilePath, line, column, "is not UTF-8; save the file in that encoding");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Error}; until then the {Concepts} concepts read before stay in use")]
    private static partial void LogBroken(ILogger logger, string error, int concepts);

    [LoggerMessage(Level = LogLevel.Information, Message = "The thesaurus {Path} is whole again: {Concepts} concepts")]
    private static partial void LogMended(ILogger logger, string path, int concepts);

    /// <summary>What tells one state of a file from another.</summary>
    /// <param name="Written">When it was last written, in ticks of UTC.</param>
    /// <param name="Length">Its length in bytes; -1 when it is not there.</param>
    private readonly record struct Stamp(long Written, long Length)
    {
        public static Stamp Missing { get; } = new(default, -1);

        public static Stamp Unknown { get; } = new(default, -2);

        /// <summary>The stamp of a file now; of a link, that of the file at its end.</summary>
        public static Stamp Of(string path)
        {
            if (!File.Exists(path))
            {
                return Directory.Exists(path) ? throw new IOException("it is a folder") : Missing;
            }

            try
            {
                using var handle = File.OpenHandle(path);
                return new Stamp(File.GetLastWriteTimeUtc(handle).Ticks, RandomAccess.GetLength(handle));
            }
            catch (FileNotFoundException)
            {
                return Missing;
            }
        }
    }
}
