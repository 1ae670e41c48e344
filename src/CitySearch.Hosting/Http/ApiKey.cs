using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CitySearch.Hosting;

/// <summary>An API key: 256 random bits, of which only the hash is kept.</summary>
/// <remarks>
/// The hash is plain SHA-256. A slow one (PBKDF2) protects what can be guessed, such as passwords; 256 random bits cannot,
/// and a slow hash on every request would be a way to keep the host busy.
/// </remarks>
public static class ApiKey
{
    private const string KeyPrefix = "cs_";
    private const string HashPrefix = "sha256:";
    private const int Bytes = 32;

    /// <summary>A new key, to be shown once: <c>cs_</c> and 43 letters of base64url.</summary>
    public static string New() => KeyPrefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The hash to put into the configuration: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public static string Hash(string key) => HashPrefix + Convert.ToHexStringLower(Digest(key));

    /// <summary>Whether a text is a hash as <see cref="Hash"/> makes it.</summary>
    public static bool IsHash(string? text) =>
        text is not null && text.StartsWith(HashPrefix, StringComparison.Ordinal) && text.Length == HashPrefix.Length + (2 * Bytes) && text.AsSpan(HashPrefix.Length).IndexOfAnyExcept(HexDigits) < 0;

    /// <summary>The name under which a key is kept; <see langword="null"/> when it is not. Takes as long for every key.</summary>
    internal static string? NameOf(string key, IReadOnlyDictionary<string, string> hashes)
    {
        var digest = Digest(key);
        string? found = null;
        foreach (var (name, hash) in hashes)
        {
            if (IsHash(hash) && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(hash.AsSpan(HashPrefix.Length)), digest))
            {
                found = name;
            }
        }

        return found;
    }

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
