using CitySearch.Corpus;
using CitySearch.Indexing;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CitySearch.Formats.Tests;

/// <summary>The readers as an application has them.</summary>
public sealed class ServicesTests
{
    [Fact]
    public void Each_format_is_registered_once()
    {
        using var provider = new ServiceCollection().AddCitySearchFormats().AddCitySearchFormats().BuildServiceProvider();
        Assert.Equal([".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".docx", ".docm", ".dotx", ".pdf", ".bib", ".bibtex", ".ris", ".enw", ".net", ".json"], provider.GetServices<IArticleReader>().SelectMany(reader => reader.Extensions));
    }

    [Fact]
    public void Other_limits_are_another_version_so_that_refused_files_are_read_anew()
    {
        using var provider = new ServiceCollection().AddCitySearchFormats(options => options.MaxPages = 10).BuildServiceProvider();
        Assert.All(provider.GetServices<IArticleReader>(), reader => Assert.Matches("^[a-z]+/[0-9]+[(]67108864,536870912,10,512,1000000,20000000[)]$", reader.Version));
        Assert.Equal("pdf/2", new Pdf.PdfArticleReader(new FormatsOptions()).Version);
    }

    [Fact]
    public void A_limit_of_nothing_is_refused()
    {
        using var provider = new ServiceCollection().AddCitySearchFormats(options => options.MaxFileBytes = 0).BuildServiceProvider();
        Assert.Throws<OptionsValidationException>(() => provider.GetServices<IArticleReader>().ToList());
    }

    [Fact]
    public async Task A_folder_of_all_formats_is_indexed_and_searched()
    {
        var folder = Directory.CreateTempSubdirectory("citysearch-formats-").FullName;
        try
        {
            var corpus = Directory.CreateDirectory(Path.Combine(folder, "corpus")).FullName;
            foreach (var file in Directory.EnumerateFiles(Fixture.Folder))
            {
                File.Copy(file, Path.Combine(corpus, Path.GetFileName(file)));
            }

            using var provider = new ServiceCollection()
                .AddCitySearch(options => (options.CorpusPath, options.IndexPath) = (corpus, Path.Combine(folder, "index")))
                .AddCitySearchFormats()
                .BuildServiceProvider();
            var report = await provider.GetRequiredService<IIndexService>().UpdateAsync(false, null, TestContext.Current.CancellationToken);
            Assert.Equal(["no-unicode-map.pdf", "protected.pdf", "renamed-doc.docx", "scanned.pdf"], report.Failed.Select(file => file.Path));
            var hits = (await provider.GetRequiredService<ISearchService>().SearchAsync(new SearchRequest("漏电流会先抬头"), TestContext.Current.CancellationToken)).Hits;
            var hit = Assert.IsType<ArticleHit>(hits[0]);
            Assert.Equal("chromium.pdf", hit.Id);
            Assert.Equal(2, hit.Sections[0].Page);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
