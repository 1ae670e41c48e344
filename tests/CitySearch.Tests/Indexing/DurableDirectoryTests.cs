using CitySearch.Indexing;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CitySearch.Tests.Indexing;

/// <summary>
/// The fault of Lucene.Net 4.8.0-beta00017 that <see cref="DurableDirectory"/> works around, and that it does. From
/// the moment a file is marked as ready to sync, any thread's commit may sync it and take the mark away: what is
/// written to it later is never synced.
/// </summary>
public sealed class DurableDirectoryTests : IDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("citysearch-durable-").FullName;

    [Fact]
    public void Lucenes_own_directory_marks_a_file_while_its_bytes_are_still_in_memory()
    {
        var observed = new ObservedPlain(_folder);
        using (var output = observed.CreateOutput("_0.fdt", IOContext.DEFAULT))
        {
            output.WriteString("城市大脑");
        }

        // When this fails, Lucene.Net was mended, and the work-around can go.
        Assert.Equal([("_0.fdt", OnDisk: 0L, Written: 13L)], observed.Marked);
    }

    [Fact]
    public void Ours_marks_it_when_its_last_byte_is_with_the_system()
    {
        var observed = new Observed(_folder);
        using (var output = observed.CreateOutput("_0.fdt", IOContext.DEFAULT))
        {
            output.WriteString("城市大脑");
        }

        Assert.Equal([("_0.fdt", OnDisk: 13L, Written: 13L)], observed.Marked);
    }

    [Fact]
    public void A_commit_syncs_whole_files_and_then_their_names()
    {
        var observed = new Observed(_folder);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48));
        using (var writer = new IndexWriter(observed, config))
        {
            for (var i = 0; i < 3; i++)
            {
                writer.AddDocument(new Document { new TextField("text", $"城市 大脑 {i}", Field.Store.YES) });
                writer.Commit();
            }
        }

        Assert.All(observed.Marked, file => Assert.Equal(file.Written, file.OnDisk));
        Assert.True(observed.Synced.IsSupersetOf(SegmentFiles(observed)));
        Assert.All(observed.Synced.Where(File.Exists), file => Assert.Contains(file, observed.Marked.Select(m => Path.Combine(_folder, m.Name))));
        Assert.Equal(observed.Syncs, observed.NameSyncs);
        Assert.True(observed.Syncs >= 6, "each commit syncs its files and then the segments file");
    }

    [Fact]
    public void What_is_written_can_be_read()
    {
        var directory = new DurableDirectory(_folder);
        var bytes = Enumerable.Range(0, 100_000).Select(i => (byte)(i * 31)).ToArray();
        using (var output = directory.CreateOutput("_0.fdt", IOContext.DEFAULT))
        {
            output.WriteBytes(bytes, bytes.Length);
            output.Flush();
        }

        directory.Sync(["_0.fdt"]);
        using var input = directory.OpenInput("_0.fdt", IOContext.READ_ONCE);
        var read = new byte[input.Length];
        input.ReadBytes(read, 0, read.Length);
        Assert.Equal(bytes, read);
    }

    [Fact]
    public void Syncing_a_folder_that_is_not_there_is_an_error()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Throws<IOException>(() => DurableFile.SyncFolder(Path.Combine(_folder, "missing")));
        }

        DurableFile.SyncFolder(_folder);
    }

    [Fact]
    public void A_replaced_file_has_the_new_content_alone()
    {
        var file = Path.Combine(_folder, "CURRENT");
        DurableFile.Replace(file, "a long first content\n");
        DurableFile.Replace(file, "second\n");

        Assert.Equal("second\n"u8, File.ReadAllBytes(file));
        Assert.Equal([file], System.IO.Directory.EnumerateFiles(_folder));
    }

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    private IEnumerable<string> SegmentFiles(Lucene.Net.Store.Directory directory)
    {
        var infos = new SegmentInfos();
        infos.Read(directory);
        return infos.GetFiles(directory, includeSegmentsFile: true).Select(name => Path.Combine(_folder, name));
    }

    private sealed class ObservedPlain(string path) : SimpleFSDirectory(new DirectoryInfo(path))
    {
        public List<(string Name, long OnDisk, long Written)> Marked { get; } = [];

        protected override void OnIndexOutputClosed(FSIndexOutput io)
        {
            base.OnIndexOutputClosed(io);
            Marked.Add(("_0.fdt", new FileInfo(Path.Combine(Directory.FullName, "_0.fdt")).Length, io.Position));
        }
    }

    private sealed class Observed(string path) : DurableDirectory(path)
    {
        private readonly string _path = path;
        private readonly Dictionary<IndexOutput, string> _names = [];

        public List<(string Name, long OnDisk, long Written)> Marked { get; } = [];

        public HashSet<string> Synced { get; } = [];

        public int Syncs { get; private set; }

        public int NameSyncs { get; private set; }

        public override IndexOutput CreateOutput(string name, IOContext context)
        {
            var output = base.CreateOutput(name, context);
            _names[output] = name;
            return output;
        }

        public override void Sync(ICollection<string> names)
        {
            Assert.Equal(Syncs, NameSyncs);
            Synced.UnionWith(names.Select(name => Path.Combine(_path, name)));
            Syncs++;
            base.Sync(names);
            Assert.Equal(Syncs, NameSyncs);
        }

        protected override void SyncNames()
        {
            base.SyncNames();
            NameSyncs++;
        }

        protected override void OnIndexOutputClosed(FSIndexOutput io)
        {
            base.OnIndexOutputClosed(io);
            Marked.Add((_names[io], new FileInfo(Path.Combine(_path, _names[io])).Length, io.Position));
        }
    }
}
