namespace CitySearch.Indexing;

/// <summary>Why an index was built anew though there was one.</summary>
public enum RebuildReason
{
    /// <summary>It was asked for.</summary>
    Requested,

    /// <summary>Another analyzer was named than the index was built with.</summary>
    Analyzer,

    /// <summary>The format of the index, or the analyzer's rules or data, have changed since it was built.</summary>
    Version,

    /// <summary>It was damaged.</summary>
    Damage,
}
