using CitySearch.Indexing;

namespace CitySearch.Tests.Durability;

/// <summary>What tests compare of an index: which files, of which content, it was built from.</summary>
internal static class IndexState
{
    /// <summary>The state that an index folder is in, checked from end to end; <see langword="null"/> when it has no index.</summary>
    /// <param name="path">The index folder.</param>
    /// <param name="generation">The number of its generation.</param>
    public static string? Checked(string path, out long generation)
    {
        var folder = new IndexFolder(path);
        var report = new IndexCheck(folder).Run(CancellationToken.None);
        generation = report?.Generation ?? 0;
        if (report is null)
        {
            return null;
        }

        Assert.Equal([], report.Faults);
        return Of(CurrentIndex.Read(folder)!.Files.Values.Select(f => (f.Path, f.Hash)));
    }

    /// <summary>The state that an index folder is in, of which every byte is what was written.</summary>
    public static string? Whole(string path, out long generation)
    {
        var folder = new IndexFolder(path);
        var current = CurrentIndex.Read(folder);
        Assert.Null(current?.FindDamage(folder, CancellationToken.None));
        generation = current?.Commit.Generation ?? 0;
        return current is null ? null : Of(current.Files.Values.Select(f => (f.Path, f.Hash)));
    }

    /// <summary>The state of an index that holds a corpus folder as it is.</summary>
    public static string OfCorpus(string path) => Of(Directory.EnumerateFiles(path, "*.md", SearchOption.AllDirectories)
        .Select(f => (Path.GetRelativePath(path, f).Replace('\\', '/'), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))))));

    private static string Of(IEnumerable<(string Path, string Hash)> files) =>
        string.Join(' ', files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => $"{f.Path}:{f.Hash[..12]}"));
}
