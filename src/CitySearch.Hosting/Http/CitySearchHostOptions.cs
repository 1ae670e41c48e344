namespace CitySearch.Hosting;

/// <summary>What the search host is set up with: the section <c>CitySearch</c> of the configuration.</summary>
public sealed class CitySearchHostOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = CitySearchOptions.Section;

    /// <summary>
    /// Who may ask: a name for each key, and the key's hash as <c>serve --new-key</c> prints it. Read anew when the
    /// configuration changes; a name that is removed is refused from then on.
    /// </summary>
    public Dictionary<string, string> ApiKeys { get; } = [];

    /// <summary>Whether a key is needed even while there is none: then nobody may ask. With any key in <see cref="ApiKeys"/> one is needed anyway, but for <see cref="Public"/>.</summary>
    public bool RequireApiKey { get; set; }

    /// <summary>Whether everybody may ask, without a key.</summary>
    public bool Public { get; set; }

    /// <summary>The origins, such as <c>https://portal.example</c>, whose pages may ask from a browser; none by default.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>The longest query, in UTF-16 units.</summary>
    public int MaxQueryLength { get; set; } = 1000;

    /// <summary>The most hits of one page, at most <see cref="Searching.SearchRequest.LargestPage"/>.</summary>
    public int MaxTop { get; set; } = 100;

    /// <summary>The longest time that one request may take.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many searches run at a time; 0 for two a processor.</summary>
    public int MaxConcurrentSearches { get; set; }

    /// <summary>How many searches wait their turn; those beyond are refused with status 503.</summary>
    public int MaxQueuedSearches { get; set; } = 256;

    /// <summary>The memory for answers that were sent and are sent again to whoever asks the same before the index changes, about; 0 for none.</summary>
    public long AnswerCacheBytes { get; set; } = 32 << 20;

    /// <summary>How many requests a key, or without keys an address, may send in a minute; those beyond are refused with status 429. 0 for any number.</summary>
    public int RequestsPerMinute { get; set; }

    /// <summary>How many connections may be open; those beyond are closed at once.</summary>
    public int MaxConnections { get; set; } = 4096;

    /// <summary>How many connections may be open from one address, so that one client does not keep the others out.</summary>
    public int MaxConnectionsPerAddress { get; set; } = 1024;

    /// <summary>How long running requests may take to end when the host stops.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
