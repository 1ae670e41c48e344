using CsCheck;

namespace CitySearch.Tests.Concepts;

/// <summary>Generators of texts out of parts.</summary>
internal static class Pick
{
    /// <summary>One of the parts.</summary>
    public static Gen<string> OneOf(params string[] parts) => Gen.Int[0, parts.Length - 1].Select(i => parts[i]);

    /// <summary>Some of the parts, one after another.</summary>
    public static Gen<string> Text(int longest, params string[] parts) => OneOf(parts).Array[0, longest].Select(string.Concat);
}
