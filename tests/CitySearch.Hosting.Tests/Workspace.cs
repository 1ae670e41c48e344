using System.Text;

namespace CitySearch.Hosting.Tests;

/// <summary>A temporary folder with a corpus, a place for its index, and settings.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-host-").FullName;

    /// <summary>Makes a corpus of files.</summary>
    public Workspace(params (string Path, string Text)[] files)
    {
        Directory.CreateDirectory(Options.CorpusPath);
        foreach (var (path, text) in files)
        {
            Write(Path.Combine("corpus", path), text);
        }
    }

    /// <summary>The folder.</summary>
    public string Folder => _folder;

    /// <summary>Where corpus and index are.</summary>
    public CitySearchOptions Options => new() { CorpusPath = Path.Combine(_folder, "corpus"), IndexPath = Path.Combine(_folder, "index") };

    /// <summary>Writes a file.</summary>
    public void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        // Moved into place: who watches the file never sees half of it.
        File.WriteAllText(full + ".new", text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(full + ".new", full, overwrite: true);
    }

    /// <summary>Brings the index up to date, as another process does it.</summary>
    public Task UpdateAsync() => SampleIndex.UpdateAsync(Options);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
