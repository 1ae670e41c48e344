using System.Text;
using CitySearch.Corpus;
using CitySearch.Tests.Corpus.References;

namespace CitySearch.Formats.Tests.Bibliographies;

/// <summary>Reads bibliography files and prints all that they give.</summary>
internal static class BibliographyPrinter
{
    /// <summary>Reads a file of the fixtures.</summary>
    public static string Print(string name) => Print(Fixture.Bytes("bibliographies/" + name), name);

    /// <summary>Reads text as a file of a name.</summary>
    public static string PrintText(string text, string name) => Print(Encoding.UTF8.GetBytes(text), name);

    /// <summary>The references of a text that is read without a fault.</summary>
    public static IReadOnlyList<CitedReference> References(string text, string name)
    {
        var (articles, error) = Fixture.ReadAll(Encoding.UTF8.GetBytes(text), name);
        Assert.Null(error);
        var bibliography = Assert.Single(articles);
        Assert.True(bibliography.IsBibliography);
        return bibliography.References;
    }

    private static string Print(byte[] bytes, string name)
    {
        var (articles, error) = Fixture.ReadAll(bytes, name);
        var text = new StringBuilder();
        foreach (var article in articles)
        {
            Assert.True(article is { IsBibliography: true, Sections: [] });
            text.Append($"{article.Title}\n");
            foreach (var cited in article.References)
            {
                text.Append($"{cited.Line,3} [{cited.Label}] {cited.Reference.Text}\n      {ReferenceFields.Of(cited.Reference)}\n");
            }
        }

        return text.Append(error is null ? "" : $"failed: {error}\n").ToString();
    }
}
