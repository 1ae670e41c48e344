using System.Text.Json.Serialization;

namespace CitySearch.Indexing;

/// <summary>What the index knows of a file of the corpus, or of a folder that cannot be read.</summary>
/// <param name="Path">Its path below the corpus folder; a folder's ends with a slash.</param>
/// <param name="Length">Its size in bytes when it was read.</param>
/// <param name="ModifiedTicks">Its last write time when it was read, in UTC ticks; 0 when that proves nothing.</param>
/// <param name="Hash">The SHA-256 of its bytes, hexadecimal; empty when it must be read again whatever its content.</param>
/// <param name="Reader">The version of the reader that read it.</param>
/// <param name="Articles">The ids of the articles in the index that were read from it.</param>
/// <param name="Error">Why it, or a part of it, could not be read: one line; otherwise <see langword="null"/>.</param>
internal sealed record FileRecord(
    string Path, long Length, long ModifiedTicks, string Hash, string Reader, IReadOnlyList<string> Articles, string? Error)
{
    /// <summary>Whether it is a folder, which is known only for not being readable.</summary>
    [JsonIgnore]
    public bool IsFolder => Path.EndsWith('/');

    /// <summary>Whether nothing of it has ever been read.</summary>
    [JsonIgnore]
    public bool IsUnread => Hash.Length == 0 && Articles.Count == 0;

    /// <summary>Its size and time.</summary>
    [JsonIgnore]
    public FileStamp Stamp => new(Length, ModifiedTicks);
}
