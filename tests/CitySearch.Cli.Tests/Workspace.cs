using System.Text;

namespace CitySearch.Cli.Tests;

/// <summary>A temporary folder with a corpus and a place for its index.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-").FullName;

    /// <summary>Makes a corpus of files.</summary>
    public Workspace(params (string Path, string Text)[] files)
    {
        Directory.CreateDirectory(Corpus);
        foreach (var (path, text) in files)
        {
            Write(Path.Combine("corpus", path), text);
        }
    }

    /// <summary>The folder of materials.</summary>
    public string Corpus => this["corpus"];

    /// <summary>The index's folder; not there before something is built.</summary>
    public string Index => this["index"];

    /// <summary>The full path of something in the folder.</summary>
    public string this[string path] => Path.Combine(_folder, path);

    /// <summary>Writes a file.</summary>
    public string Write(string path, string text)
    {
        var full = this[path];
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return full;
    }

    /// <summary>Runs a command over the corpus and the index.</summary>
    public Task<CommandRun> Run(params string[] args) => Run(Language.English, args);

    /// <summary>Runs a command over the corpus and the index, in a language.</summary>
    public Task<CommandRun> Run(Language language, params string[] args) => CommandRun.In(language, WithFolders(args));

    /// <summary>The command line with the folders; before anything else, so that <c>--</c> may follow.</summary>
    public string[] WithFolders(params string[] args) => ["--corpus", Corpus, "--index", Index, .. args];

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
