using CitySearch.Corpus;
using CitySearch.Indexing;
using CitySearch.Searching;
using CitySearch.Tests.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Microsoft.Extensions.DependencyInjection;
using Directory = System.IO.Directory;

namespace CitySearch.Tests.Durability;

/// <summary>Whatever byte of whatever file of an index is damaged: the right answer or a message, and the next run repairs it.</summary>
public sealed class FlippedBitsTests(ITestOutputHelper output) : IDisposable
{
    private const int FlipsAFile = 2;

    // After one in so many damages the next run is tried; the check after every one.
    private const int RunsApart = 5;

    private static readonly string[] Queries = ["城市大脑", "治堵", "一网通办", "数字孪生", "陈卫强", "智慧城市 评价", "\"公共数据\"", "2019"];

    private readonly IndexingFixture _fixture = new();
    private string? _right;

    [Fact]
    public async Task No_damaged_byte_reaches_an_answer_and_the_next_run_repairs_it()
    {
        var good = await BuildAsync();
        var random = new Random(33356);
        int cases = 0, runs = 0, answered = 0, refused = 0;
        foreach (var file in Directory.EnumerateFiles(good, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => Path.GetRelativePath(good, f)).ToList())
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(good, file), TestContext.Current.CancellationToken);
            foreach (var (what, damaged) in Damages(bytes, random))
            {
                cases++;
                Copy(good, _fixture.IndexPath);
                await File.WriteAllBytesAsync(Path.Combine(_fixture.IndexPath, file), damaged, TestContext.Current.CancellationToken);
                var isRight = await AnswersOrRefusesAsync($"{file}, {what}");
                answered += isRight ? 1 : 0;
                refused += isRight ? 0 : 1;
                var isFaulty = new IndexCheck(new IndexFolder(_fixture.IndexPath)).Run(TestContext.Current.CancellationToken)!.Faults.Count > 0;
                Assert.True(isFaulty || isRight, $"refused and yet found good: {file}, {what}");
                if (cases % RunsApart == 0)
                {
                    runs++;
                    await RepairsAsync($"{file}, {what}", isFaulty);
                }
            }
        }

        output.WriteLine($"{cases} damages: {answered} answered rightly, {refused} refused; {runs} next runs");

        // How many files there are depends on how many threads came to write one.
        Assert.True(answered >= 4 && refused > 60 && runs > 12, $"{cases} damages: {answered} answered rightly, {refused} refused; {runs} next runs");
    }

    [Fact]
    public void Lucenes_own_directory_reads_a_flipped_bit_without_a_word()
    {
        // When this fails, Lucene.Net verifies what it reads, and our checksums can go.
        var folder = Directory.CreateDirectory(Path.Combine(_fixture.Root, "plain")).FullName;
        using var directory = new SimpleFSDirectory(folder);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, new Lucene.Net.Analysis.Core.WhitespaceAnalyzer(Lucene.Net.Util.LuceneVersion.LUCENE_48)) { UseCompoundFile = false }))
        {
            writer.AddDocument(new Lucene.Net.Documents.Document { new Lucene.Net.Documents.StoredField("text", "2019 年 13 号") });
        }

        var file = Path.Combine(folder, "_0.fdt");
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.AsSpan().IndexOf("13"u8) + 1] ^= 1;
        File.WriteAllBytes(file, bytes);

        using var reader = DirectoryReader.Open(directory);
        Assert.Equal("2019 年 12 号", reader.Document(0).Get("text"));
    }

    public void Dispose() => _fixture.Dispose();

    /// <summary>Builds an index of several segments, with deletions and updated priors, and gives a copy of it.</summary>
    private async Task<string> BuildAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Approval.RepositoryRoot, "corpus", "articles"), "*.md").Order(StringComparer.Ordinal).Where(f => Path.GetFileName(f) is "bim.md" or "city-brain.md" or "hangzhou.md" or "songdo.md"))
        {
            _fixture.Write(Path.GetFileName(file), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }

        await _fixture.UpdateAsync();
        _fixture.Write("hangzhou.md", "# 杭州\n\n从治堵起步，见[城市大脑](city-brain.md)。\n");
        _fixture.Write("bim.md", "# 建筑信息模型\n\n数字孪生。\n");
        await _fixture.UpdateAsync();
        var good = Path.Combine(_fixture.Root, "good");
        Copy(_fixture.IndexPath, good);
        return good;
    }

    private async Task<string> RightAsync()
    {
        if (_right is null)
        {
            using var host = _fixture.Host(configure: options => options.IndexPath = Path.Combine(_fixture.Root, "good"));
            _right = await IndexingFixture.AnswersAsync(host.GetRequiredService<ISearchService>(), Queries);
        }

        return _right;
    }

    private async Task<bool> AnswersOrRefusesAsync(string damage)
    {
        using var host = _fixture.Host();
        try
        {
            var answers = await IndexingFixture.AnswersAsync(host.GetRequiredService<ISearchService>(), Queries);
            Assert.True(answers == await RightAsync(), $"a wrong answer without a message: {damage}");
            return true;
        }
        catch (IndexFolderException e)
        {
            Assert.True(e.Kind == FailureKind.IndexDamaged && !e.Message.Contains('\n', StringComparison.Ordinal), $"{damage}: {e.Message}");
            return false;
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"{damage}: {e.GetType()}", e);
        }
    }

    private async Task RepairsAsync(string damage, bool isFaulty)
    {
        using var host = _fixture.Host(configure: options => options.Files = new UnsyncedDisk());
        var report = await host.GetRequiredService<IIndexService>().UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(isFaulty ? report.RebuildReason == RebuildReason.Damage : report.RebuildReason is null, $"{damage}: {report.RebuiltBecause}");
        var answers = await IndexingFixture.AnswersAsync(host.GetRequiredService<ISearchService>(), Queries);
        Assert.True(answers == await RightAsync(), $"not repaired: {damage}");
        Assert.True(IndexState.Checked(_fixture.IndexPath, out _) is not null, damage);
    }

    private static IEnumerable<(string What, byte[] Damaged)> Damages(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
        {
            yield break;
        }

        foreach (var at in Enumerable.Range(0, FlipsAFile).Select(_ => random.Next(bytes.Length)).Append(0).Append(bytes.Length - 1).Distinct())
        {
            var bit = random.Next(8);
            byte[] flipped = [.. bytes];
            flipped[at] ^= (byte)(1 << bit);
            yield return ($"bit {bit} of byte {at} of {bytes.Length} flipped", flipped);
        }

        foreach (var length in new[] { 0, random.Next(1, bytes.Length) })
        {
            yield return ($"cut off after {length} of {bytes.Length} bytes", bytes[..length]);
        }
    }

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
