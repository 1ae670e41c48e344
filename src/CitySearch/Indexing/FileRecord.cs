using System.Text.Json.Serialization;

namespace CitySearch.Indexing;

/// <summary>What the index knows of a file of the corpus.</summary>
/// <param name="Path">Its path below the corpus folder.</param>
/// <param name="Length">Its size in bytes when it was read.</param>
/// <param name="ModifiedTicks">Its last write time when it was read, in UTC ticks; 0 when that proves nothing.</param>
/// <param name="Hash">The SHA-256 of its bytes, hexadecimal; empty when it must be read again whatever its content.</param>
/// <param name="Reader">The version of the reader that read it.</param>
/// <param name="Articles">The ids of the articles in the index that were read from it.</param>
/// <param name="Error">Why it, or a part of it, could not be read: one line; otherwise <see langword="null"/>.</param>
internal sealed record FileRecord(
    string Path, long Length, long ModifiedTicks, string Hash, string Reader, IReadOnlyList<string> Articles, string? Error)
{
    /// <summary>Its size and time.</summary>
    [JsonIgnore]
    public FileStamp Stamp => new(Length, ModifiedTicks);
}
