namespace CitySearch.Searching;

/// <summary>Tells which generation of the index searches are answered from. Safe for use from any number of threads.</summary>
public interface IGenerationSource
{
    /// <summary>The newest generation, opened when it is not open yet. A commit of another process is seen half a second after it.</summary>
    /// <exception cref="Indexing.IndexFolderException">There is no index yet, or it cannot be opened.</exception>
    GenerationState Newest();
}
