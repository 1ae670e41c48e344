using CitySearch.Corpus;
using CitySearch.Formats.Text;

namespace CitySearch.Formats.Bibliographies;

/// <summary>Decodes bibliography files.</summary>
internal static class BibliographyText
{
    /// <summary>The text of a file, its lines parted by line feeds.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="format">What the file should be, in words.</param>
    /// <param name="options">The reading limits.</param>
    /// <exception cref="ReadingException">It is another kind of file, no text, or too long.</exception>
    public static string Decode(byte[] bytes, string format, FormatsOptions options)
    {
        if (FileBytes.KindOf(bytes) is { } kind)
        {
            throw new ReadingException($"The file is {kind}, not {format}: give it the ending of its format, or take it out of the corpus.");
        }

        var text = TextDecoder.Decode(bytes);
        text = text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
        return text.Length <= options.MaxCharacters
            ? text
            : throw new ReadingException($"The text is longer than {options.MaxCharacters} characters: split it, or raise MaxCharacters.");
    }
}
