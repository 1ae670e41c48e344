using System.Diagnostics;
using System.Globalization;
using CitySearch.Corpus;
using CitySearch.Corpus.JsonLines;
using CitySearch.Corpus.Markdown;
using CitySearch.Formats;
using CitySearch.Formats.Bibliographies;
using CitySearch.Formats.Docx;
using CitySearch.Formats.Html;
using CitySearch.Formats.Pdf;
using CitySearch.Formats.Text;

namespace CitySearch.Benchmarks;

/// <summary>
/// Reads copies of the files of a folder, a format at a time and on one thread, and prints how fast and in how much
/// memory. The copies are real files, so that opening them is counted.
/// </summary>
internal static class FormatsBenchmark
{
    /// <summary>Runs.</summary>
    /// <param name="folder">The files to copy, of any formats; those that cannot be read are left out.</param>
    /// <param name="copies">How many files of each format to read.</param>
    public static int Run(string folder, int copies)
    {
        var options = new FormatsOptions();
        IArticleReader[] readers =
        [
            new TextArticleReader(options), new HtmlArticleReader(options), new DocxArticleReader(options), new PdfArticleReader(options),
            new MarkdownArticleReader(), new JsonLinesReader(), new BibTeXReader(options), new TaggedReader(options), new CslJsonReader(options),
        ];
        var work = Directory.CreateTempSubdirectory("citysearch-benchmarks-").FullName;
        try
        {
            Console.WriteLine("| format | files | MB | files/s | MB/s | processor ms a file | allocated a file, KB | working set at most, MB |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            foreach (var reader in readers)
            {
                var files = Copy(reader, folder, Path.Combine(work, Path.GetFileName(reader.Version.Split('/')[0])), copies);
                if (files.Count > 0)
                {
                    Measure(reader, files);
                }
            }
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        return 0;
    }

    private static List<CorpusFile> Copy(IArticleReader reader, string folder, string target, int copies)
    {
        var originals = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => reader.Extensions.Contains(Path.GetExtension(path)) && CanRead(reader, path)).Order(StringComparer.Ordinal).ToList();
        Directory.CreateDirectory(target);
        var files = new List<CorpusFile>();
        for (var i = 0; i < copies && originals.Count > 0; i++)
        {
            var original = originals[i % originals.Count];
            var name = $"{i}{Path.GetExtension(original)}";
            File.Copy(original, Path.Combine(target, name));
            files.Add(new CorpusFile(Path.Combine(target, name), name));
        }

        return files;
    }

    // Also warms the reader up.
    private static bool CanRead(IArticleReader reader, string path)
    {
        try
        {
            return reader.Read(new CorpusFile(path, path), CancellationToken.None).ToList().Count > 0;
        }
        catch (ReadingException)
        {
            return false;
        }
    }

    private static void Measure(IArticleReader reader, List<CorpusFile> files)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var peak = 0L;
        var watch = Stopwatch.StartNew();
        foreach (var file in files)
        {
            _ = reader.Read(file, CancellationToken.None).Count();
            peak = Math.Max(peak, Environment.WorkingSet);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        processor = Environment.CpuUsage.TotalTime - processor;
        var bytes = files.Sum(file => new FileInfo(file.FullPath).Length);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {reader.Version} | {files.Count} | {bytes / 1e6:0.0} | {files.Count / seconds:0} | {bytes / 1e6 / seconds:0.0} | {processor.TotalMilliseconds / files.Count:0.0} | {allocated / 1024 / files.Count} | {peak >> 20} |"));
    }
}
