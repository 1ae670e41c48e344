namespace CitySearch;

/// <summary>The kinds of failures that can be mended. What stands in parentheses are the values of <see cref="IFailure.Values"/>.</summary>
public enum FailureKind
{
    /// <summary>Said by the message alone.</summary>
    Other,

    /// <summary>There is no corpus folder (its path).</summary>
    CorpusMissing,

    /// <summary>The corpus folder cannot be read (its path, the reason).</summary>
    CorpusUnreadable,

    /// <summary>Nothing has been indexed yet (the index folder).</summary>
    IndexMissing,

    /// <summary>The index was built by another version, or by an analyzer whose data have changed (the index folder).</summary>
    IndexOutdated,

    /// <summary>The index was built with an analyzer that is not there (the index folder, the analyzer's name).</summary>
    IndexAnalyzerAbsent,

    /// <summary>What is in the index folder cannot be read as an index (the folder, the reason).</summary>
    IndexDamaged,

    /// <summary>Another process is indexing (the index folder).</summary>
    IndexBusy,

    /// <summary>The index folder holds something that is not CitySearch's (the folder, what it holds).</summary>
    IndexFolderForeign,

    /// <summary>What is named as the index folder is no folder (its path).</summary>
    IndexFolderIsNone,

    /// <summary>The corpus folder is named as the index folder (its path).</summary>
    IndexFolderIsCorpus,

    /// <summary>The machine refuses to read the index folder (its path, the reason).</summary>
    IndexUnreadable,

    /// <summary>The machine refuses to write the index folder (its path, the reason).</summary>
    IndexUnwritable,

    /// <summary>A request asks for too few or too many hits a page (the most that can be asked for).</summary>
    TopOutOfRange,

    /// <summary>A request asks for a page before the first or too deep (the deepest hit that can be reached).</summary>
    PageOutOfRange,

    /// <summary>A request asks for snippets that are too short or too long (the shortest, the longest).</summary>
    ContextOutOfRange,

    /// <summary>A request has a filter that there is not (its name, the names that there are).</summary>
    FilterUnknown,

    /// <summary>The index has nothing of an id, nor of one like it (the id).</summary>
    IdUnknown,

    /// <summary>The index has nothing of an id, but of ids like it (the id, those like it).</summary>
    IdUnlike,

    /// <summary>A filter has a value that is no year or date (its name, the value).</summary>
    FilterValueUnknown,

    /// <summary>There is no analyzer of a name (the name, the names that there are).</summary>
    AnalyzerUnknown,

    /// <summary>An analyzer needs a package that is not there (the analyzer, the package).</summary>
    AnalyzerAbsent,

    /// <summary>A type cannot serve as an analyzer (its name, the reason).</summary>
    AnalyzerUnusable,
}
