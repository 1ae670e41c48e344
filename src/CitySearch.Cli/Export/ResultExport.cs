using System.Text;
using System.Text.Json;
using CitySearch.Corpus;
using CitySearch.Corpus.References;
using CitySearch.Searching;

namespace CitySearch.Cli.Export;

/// <summary>Writes an answer into a file.</summary>
internal sealed class ResultExport(ISearchService search, Language language)
{
    /// <summary>The text of the file.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<string> WriteAsync(SearchResponse response, ExportFormat format, CancellationToken cancellationToken) => format switch
    {
        ExportFormat.Json => JsonSerializer.Serialize(response, SearchJson.Response) + "\n",
        ExportFormat.Csv => CsvTable.Write(response.Hits),
        ExportFormat.Markdown => MarkdownList.Write(response, await ReferencesAsync(response.Hits, cancellationToken), language),
        _ => Entries(response.Hits, await ReferencesAsync(response.Hits, cancellationToken)),
    };

    /// <summary>The full path of a file as somebody types it: without quotation marks around it, ~/ for the user's folder.</summary>
    public static string FullPath(string file, Func<string, string?> variable)
    {
        var path = file.Trim('"');
        var isInHome = path.StartsWith("~/", StringComparison.Ordinal) && !string.IsNullOrEmpty(variable("HOME"));
        return Path.GetFullPath(isInHome ? Path.Combine(variable("HOME")!, path[2..]) : path);
    }

    /// <summary>Checks that a file may be written, before the work is done.</summary>
    /// <exception cref="UsageException">The file is there already.</exception>
    public void CheckFree(string path, bool isOver)
    {
        if (!isOver && File.Exists(path))
        {
            throw IsThere(path);
        }
    }

    /// <summary>Writes a text into a file as UTF-8: all of it, or nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The text.</param>
    /// <param name="isOver">Whether the file may be there.</param>
    /// <exception cref="UsageException">The file is there already, or cannot be written.</exception>
    public void Save(string path, string text, bool isOver)
    {
        var written = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(written, text, new UTF8Encoding(false));
            File.Move(written, path, isOver);
        }
        catch (IOException) when (!isOver && File.Exists(path))
        {
            throw IsThere(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new UsageException(language.Say($"{path} cannot be written; name a file in a folder of yours", $"{path} 无法写入，请换一个可写的文件夹") + $" ({e.Message.ReplaceLineEndings(" ")})");
        }
        finally
        {
            // No longer there when it was moved.
            if (File.Exists(written))
            {
                File.Delete(written);
            }
        }
    }

    private UsageException IsThere(string path) => new(language.Say(
        $"{path} is there already; name another file, or write over it: export! FILE", $"{path} 已存在，请换一个文件名，或覆盖它：导出! 文件"));

    private async Task<List<Reference>> ReferencesAsync(IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken)
    {
        var references = new List<Reference>(hits.Count);
        foreach (var hit in hits)
        {
            references.Add(await search.ReadAsync(hit, cancellationToken));
        }

        return references;
    }

    /// <summary>The entries of BibTeX, each with a key of its own.</summary>
    private static string Entries(IReadOnlyList<SearchHit> hits, List<Reference> references)
    {
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var entries = new List<string>(hits.Count);
        for (var i = 0; i < hits.Count; i++)
        {
            var entry = ReferenceFormats.BibTeX(references[i], hits[i].Id).Trim();
            // Keys lose what BibTeX does not take, so that two ids may give one.
            for (var again = 2; !keys.Add(Key(entry)); again++)
            {
                entry = ReferenceFormats.BibTeX(references[i], $"{hits[i].Id}-{again}").Trim();
            }

            entries.Add(entry + "\n");
        }

        return string.Join('\n', entries);
    }

    private static string Key(string entry) => entry[entry.IndexOf('{', StringComparison.Ordinal)..entry.IndexOf(',', StringComparison.Ordinal)];
}
