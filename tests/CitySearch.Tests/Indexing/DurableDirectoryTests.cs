using CitySearch.Indexing;
using CitySearch.Tests.Durability;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CitySearch.Tests.Indexing;

/// <summary>
/// The faults of Lucene.Net 4.8.0-beta00017's directories that <see cref="DurableDirectory"/> has not. In Lucene's, from
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

        // When this fails, Lucene.Net was mended.
        Assert.Equal([("_0.fdt", OnDisk: 0L, Written: 13L)], observed.Marked);
    }

    [Fact]
    public void A_commit_syncs_whole_files_then_their_names_then_the_file_that_makes_it_valid()
    {
        var log = new DiskLog();
        using var directory = new DurableDirectory(_folder, log);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))))
        {
            for (var i = 0; i < 12; i++)
            {
                writer.AddDocument(new Document { new TextField("text", $"城市 大脑 {i}", Field.Store.YES) });
                writer.Commit();
            }
        }

        var last = log.Changes.OfType<DiskChange.Written>().Select(w => w.Path).Distinct().ToDictionary(
            path => path, path => log.Changes.FindLastIndex(c => c is DiskChange.Written written && written.Path == path));
        Assert.All(log.Changes.Index().Where(c => c.Item is DiskChange.Synced(var path) && !path.EndsWith(IndexFileNames.SEGMENTS_GEN, StringComparison.Ordinal)), c => Assert.True(last[((DiskChange.Synced)c.Item).Path] < c.Index));
        var commits = log.Changes.Index().Where(c => c.Item is DiskChange.Synced synced && Path.GetFileName(synced.Path).StartsWith("segments_", StringComparison.Ordinal)).Select(c => c.Index).ToList();
        Assert.True(commits.Count >= 12);
        foreach (var commit in commits)
        {
            Assert.Contains(log.Changes[..commit], c => c is DiskChange.FolderSynced);
            Assert.IsType<DiskChange.FolderSynced>(log.Changes[commit + 1]);
        }

        Assert.True(SegmentFiles(directory).All(file => log.Changes.Exists(c => c is DiskChange.Synced synced && synced.Path == file)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(100_000)]
    public void What_is_written_can_be_read_in_any_pieces_from_any_place(int length)
    {
        using var directory = new DurableDirectory(_folder);
        var random = new Random(length);
        var bytes = new byte[length];
        random.NextBytes(bytes);
        using (var output = directory.CreateOutput("_0.fdt", IOContext.DEFAULT))
        {
            output.WriteBytes(bytes, bytes.Length);
        }

        directory.Sync(["_0.fdt"]);
        Assert.Equal(length, directory.FileLength("_0.fdt"));
        using var input = directory.OpenInput("_0.fdt", IOContext.READ_ONCE);
        using var slicer = directory.CreateSlicer("_0.fdt", IOContext.READ_ONCE);
        for (var i = 0; i < 200; i++)
        {
            var start = random.Next(length + 1);
            var slice = slicer.OpenSlice("slice", start, random.Next(length - start + 1));
            var at = random.Next((int)slice.Length + 1);
            var count = random.Next((int)slice.Length - at + 1);
            slice.Seek(at);
            var clone = (IndexInput)slice.Clone();
            Assert.Equal((at, (long)at), (slice.Position, clone.Position));
            Assert.Equal(bytes[(start + at)..(start + at + count)], Read(clone, count));
            Assert.Equal(at + count, clone.Position);
            clone.Seek(slice.Length);
            Assert.Throws<EndOfStreamException>(() => clone.ReadByte());
            input.Seek(start + at);
            Assert.Equal(bytes[(start + at)..(start + at + count)], Read(input, count));
        }
    }

    [Fact]
    public void Numbers_of_any_length_are_read_as_written()
    {
        using var directory = new DurableDirectory(_folder);
        var random = new Random(2019);
        var numbers = Enumerable.Range(0, 5000).Select(_ => (int)(random.NextInt64() >> random.Next(32, 63))).ToList();
        using (var output = directory.CreateOutput("_0.doc", IOContext.DEFAULT))
        {
            numbers.ForEach(output.WriteVInt32);
        }

        using var input = directory.OpenInput("_0.doc", IOContext.READ_ONCE);
        Assert.Equal(numbers, numbers.Select(_ => input.ReadVInt32()));
        Assert.Equal(input.Length, input.Position);
    }

    [Fact]
    public void An_open_index_is_not_mapped_into_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the maps of a process are read from /proc");
        using var directory = new DurableDirectory(_folder);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))))
        {
            writer.AddDocument(new Document { new TextField("text", "城市 大脑", Field.Store.YES) });
        }

        using var reader = DirectoryReader.Open(directory);
        Assert.Equal("城市 大脑", reader.Document(0).Get("text"));
        Assert.DoesNotContain(_folder, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
    }

    [Fact]
    public void Syncing_a_folder_that_is_not_there_is_an_error()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Throws<IOException>(() => FileOperations.System.SyncFolder(Path.Combine(_folder, "missing")));
        }

        FileOperations.System.SyncFolder(_folder);
    }

    [Fact]
    public void A_replaced_file_has_the_new_content_alone()
    {
        var file = Path.Combine(_folder, "CURRENT");
        FileOperations.System.Replace(file, "a long first content\n");
        FileOperations.System.Replace(file, "second\n");

        Assert.Equal("second\n"u8, File.ReadAllBytes(file));
        Assert.Equal([file], System.IO.Directory.EnumerateFiles(_folder));
    }

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    private static byte[] Read(IndexInput input, int count)
    {
        var bytes = new byte[count];
        if (count % 3 == 0)
        {
            for (var i = 0; i < count; i++)
            {
                bytes[i] = input.ReadByte();
            }
        }
        else
        {
            input.ReadBytes(bytes, 0, count / 2);
            input.ReadBytes(bytes, count / 2, count - (count / 2));
        }

        return bytes;
    }

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
}
