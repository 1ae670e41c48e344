namespace CitySearch.Cli.QueryConsole;

/// <summary>What a line of the console asks for.</summary>
internal enum ConsoleVerb
{
    /// <summary>Search for the words.</summary>
    Search,

    /// <summary>Show the next page.</summary>
    Next,

    /// <summary>Show the page before.</summary>
    Previous,

    /// <summary>Count the hits by year, tag, author and so on.</summary>
    Facets,

    /// <summary>Keep only hits with a value; without one, list the filters in force.</summary>
    Filter,

    /// <summary>Drop the filters, or those of a name.</summary>
    Unfilter,

    /// <summary>Set the order of hits.</summary>
    Sort,

    /// <summary>Show how the query was understood, and how the score of a hit comes about.</summary>
    Explain,

    /// <summary>Cite a hit.</summary>
    Cite,

    /// <summary>Open a hit where it was found first.</summary>
    Open,

    /// <summary>List the references of an article, or who cites a reference.</summary>
    References,

    /// <summary>Find what is related to a hit.</summary>
    Related,

    /// <summary>Write the whole result into a new file.</summary>
    Export,

    /// <summary>Write the whole result into a file, over what is there.</summary>
    ExportOver,

    /// <summary>Show what can be typed.</summary>
    Help,

    /// <summary>End the console.</summary>
    Quit,
}
