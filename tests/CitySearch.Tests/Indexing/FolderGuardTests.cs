using CitySearch.Corpus;
using CitySearch.Indexing;

namespace CitySearch.Tests.Indexing;

public sealed class FolderGuardTests : IDisposable
{
    private readonly IndexingFixture _fixture = new();

    public FolderGuardTests() => _fixture.Write("hangzhou.md", "# 杭州城市大脑\n\n杭州从治堵起步。\n");

    public static TheoryData<string> ForeignFiles =>
    [
        "notes.txt",
        ".git/HEAD",
        ".env",
        "index-1/photo.jpg",
        "index-000001/report.docx",
        "index-000001-0a1b2c3d/report.docx",
        "index-000001-0a1b2c3d/_0/photo.jpg",
        "LOCK/file",
        "CURRENT/file",
        "segments_1",
    ];

    [Theory]
    [MemberData(nameof(ForeignFiles))]
    public async Task A_folder_that_holds_anything_else_is_refused_and_left_alone(string foreign)
    {
        Write(foreign, "mine");
        var before = IndexingFixture.Snapshot(_fixture.IndexPath);

        var error = await Assert.ThrowsAsync<IndexFolderException>(() => _fixture.UpdateAsync());

        Assert.StartsWith($"{_fixture.IndexPath} holds {foreign.Split('/')[0]}", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("; name an empty or a new folder for the index (--index)", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, IndexingFixture.Snapshot(_fixture.IndexPath));
    }

    [Fact]
    public async Task Another_programs_folder_with_a_file_called_current_is_refused()
    {
        Write("CURRENT", "MANIFEST-000004\n");

        var error = await Assert.ThrowsAsync<IndexFolderException>(() => _fixture.UpdateAsync());

        Assert.StartsWith($"{_fixture.IndexPath} holds another program's CURRENT, ", error.Message, StringComparison.Ordinal);
        Assert.Equal(["CURRENT"], Directory.EnumerateFileSystemEntries(_fixture.IndexPath).Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_index_that_something_was_put_into_is_refused_until_it_is_taken_out()
    {
        await _fixture.UpdateAsync();
        Write("notes.txt", "mine");

        await Assert.ThrowsAsync<IndexFolderException>(() => _fixture.UpdateAsync(rebuild: true));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_fixture.IndexPath, "notes.txt")));

        File.Delete(Path.Combine(_fixture.IndexPath, "notes.txt"));
        Assert.Equal(2, (await _fixture.UpdateAsync(rebuild: true)).Generation);
    }

    [Theory]
    [InlineData(".DS_Store")]
    [InlineData(".gitkeep")]
    [InlineData("lost+found/")]
    public async Task What_the_system_puts_into_an_empty_folder_is_no_hindrance(string litter)
    {
        Write(litter, "");

        Assert.Equal(1, (await _fixture.UpdateAsync()).Articles);
        Assert.True(Path.Exists(Path.Combine(_fixture.IndexPath, litter)));
    }

    [Fact]
    public async Task A_link_to_a_folder_elsewhere_is_no_part_of_an_index()
    {
        await _fixture.UpdateAsync();
        var elsewhere = Directory.CreateDirectory(Path.Combine(_fixture.Root, "elsewhere")).FullName;
        File.WriteAllText(Path.Combine(elsewhere, "_0.fdt"), "mine");
        Directory.CreateSymbolicLink(Path.Combine(_fixture.IndexPath, "index-000009-0a1b2c3d"), elsewhere);

        var error = await Assert.ThrowsAsync<IndexFolderException>(() => _fixture.UpdateAsync());

        Assert.Contains("index-000009-0a1b2c3d", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(elsewhere, "_0.fdt")));
    }

    [Fact]
    public async Task The_index_folder_may_itself_be_a_link_to_a_folder()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(_fixture.Root, "elsewhere")).FullName;
        Directory.CreateSymbolicLink(_fixture.IndexPath, elsewhere);

        Assert.Equal(1, (await _fixture.UpdateAsync()).Articles);
        Assert.Equal(["hangzhou.md"], await _fixture.IdsAsync("治堵"));
        Assert.Equal(1, (await _fixture.UpdateAsync()).Unchanged);
    }

    [Fact]
    public async Task A_link_to_a_foreign_folder_is_refused_as_the_folder_is()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(_fixture.Root, "elsewhere")).FullName;
        File.WriteAllText(Path.Combine(elsewhere, "notes.txt"), "mine");
        Directory.CreateSymbolicLink(_fixture.IndexPath, elsewhere);

        await Assert.ThrowsAsync<IndexFolderException>(() => _fixture.UpdateAsync());
        Assert.Equal([Path.Combine(elsewhere, "notes.txt")], Directory.EnumerateFileSystemEntries(elsewhere));
    }

    [Fact]
    public async Task A_file_and_a_link_to_nothing_are_no_folders()
    {
        File.WriteAllText(_fixture.IndexPath, "mine");
        var error = await Assert.ThrowsAsync<IndexFolderException>(() => _fixture.UpdateAsync());
        Assert.Equal($"{_fixture.IndexPath} is not a folder; name an empty or a new folder for the index (--index)", error.Message);
        Assert.Equal("mine", File.ReadAllText(_fixture.IndexPath));

        File.Delete(_fixture.IndexPath);
        File.CreateSymbolicLink(_fixture.IndexPath, Path.Combine(_fixture.Root, "nowhere"));
        error = await Assert.ThrowsAsync<IndexFolderException>(() => _fixture.UpdateAsync());
        Assert.Contains("is not a folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_clear_error()
    {
        File.WriteAllText(Path.Combine(_fixture.Root, "file"), "");
        var path = Path.Combine(_fixture.Root, "file", "index");

        var error = Assert.Throws<IndexFolderException>(() => new IndexFolder(path).Lock());

        Assert.StartsWith($"the index folder {path} cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_a_clear_error()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Rights do not stop this user.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await _fixture.UpdateAsync();
        File.Delete(Path.Combine(_fixture.IndexPath, IndexFolder.LockFile));
        File.SetUnixFileMode(_fixture.IndexPath, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            var error = await Assert.ThrowsAsync<IndexFolderException>(() => _fixture.UpdateAsync());
            Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(_fixture.IndexPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task The_corpus_folder_itself_cannot_be_the_index()
    {
        _fixture.Delete("hangzhou.md");
        var options = new CitySearchOptions { CorpusPath = _fixture.CorpusPath, IndexPath = _fixture.CorpusPath + Path.DirectorySeparatorChar };

        var error = await Assert.ThrowsAsync<IndexFolderException>(() => Task.Run(() => new CorpusIndexer(options, new ArticleReaders([])).Run(false, null, TestContext.Current.CancellationToken)));

        Assert.Equal($"{options.IndexPath} is the corpus folder; name another folder for the index (--index)", error.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_fixture.CorpusPath));
    }

    [Fact]
    public async Task Nothing_is_made_where_the_corpus_folder_does_not_exist()
    {
        Directory.Delete(_fixture.CorpusPath, recursive: true);

        var error = await Assert.ThrowsAsync<CorpusFolderException>(() => _fixture.UpdateAsync());

        Assert.Equal($"the corpus folder {_fixture.CorpusPath} does not exist; name one that does (--corpus)", error.Message);
        Assert.False(Directory.Exists(_fixture.IndexPath));
    }

    public void Dispose() => _fixture.Dispose();

    private void Write(string path, string text)
    {
        var full = Path.Combine(_fixture.IndexPath, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        if (!path.EndsWith('/'))
        {
            File.WriteAllText(full, text);
        }
    }
}
