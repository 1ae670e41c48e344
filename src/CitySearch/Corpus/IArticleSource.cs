namespace CitySearch.Corpus;

/// <summary>
/// Materials that are no files of the corpus folder: records of a database, documents of another system. Registered as a
/// service, a source is listed by every run over the whole corpus, and what it lists as new or changed is read. It may be
/// called from several threads at once.
/// </summary>
public interface IArticleSource
{
    /// <summary>What the source is called: letters, digits and <c>-</c>. Its articles are called <c>NAME:/ID</c>, and lie in the folder <c>NAME:</c>.</summary>
    string Name { get; }

    /// <summary>A name that changes whenever the source would give another article for the same material: <c>records/1</c>.</summary>
    string Version { get; }

    /// <summary>
    /// Lists all materials that there are. What a complete list leaves out is gone from the index. Where the source cannot tell,
    /// it throws: then what was indexed stays, and the message is reported as the source's failure.
    /// </summary>
    /// <param name="cancellationToken">Stops the listing.</param>
    IEnumerable<SourceMaterial> List(CancellationToken cancellationToken);

    /// <summary>
    /// Reads one material. What it calls itself (<see cref="Article.Id"/>, <see cref="Article.Path"/>) is replaced by the source's
    /// name and the material's id.
    /// </summary>
    /// <param name="material">One that the source listed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ReadingException">The material cannot be read; the message says why in one line. The rest is indexed.</exception>
    Article Read(SourceMaterial material, CancellationToken cancellationToken);
}
