using System.Text.Json.Serialization;

namespace CitySearch.Searching.Language;

/// <summary>A field that a query or a filter can ask for. <see cref="QueryFields"/> has the names.</summary>
[JsonConverter(typeof(QueryFieldConverter))]
public enum QueryField
{
    /// <summary>The title of an article or of a cited work.</summary>
    Title,

    /// <summary>The headings above a section.</summary>
    Heading,

    /// <summary>An author.</summary>
    Author,

    /// <summary>Where it appeared.</summary>
    Source,

    /// <summary>A tag.</summary>
    Tag,

    /// <summary>The year of publication.</summary>
    Year,

    /// <summary>The date of publication.</summary>
    Date,

    /// <summary>The number of a document or standard that is named.</summary>
    Number,

    /// <summary>A work that an article cites.</summary>
    Cites,

    /// <summary>Article or reference.</summary>
    Kind,

    /// <summary>The path of the file below the corpus folder.</summary>
    Path,

    /// <summary>A folder that the file is in.</summary>
    Folder,
}
