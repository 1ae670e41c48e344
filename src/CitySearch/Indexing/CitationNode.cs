using System.Buffers.Binary;
using CitySearch.Corpus;
using Lucene.Net.Util;

namespace CitySearch.Indexing;

/// <summary>An article's node of the citation graph: the keys it answers to and the keys it names.</summary>
/// <param name="Own">The keys of its title and of its path.</param>
/// <param name="Named">The keys of the titles in 《…》, of the works in its reference list and of its links.</param>
internal sealed record CitationNode(ulong[] Own, ulong[] Named)
{
    /// <summary>The node of an article.</summary>
    public static CitationNode Of(Article article)
    {
        var own = new HashSet<ulong>(TitleKey.OfArticle(article.Title)) { PathKey(article.Path) };
        own.Remove(0);
        var named = new HashSet<ulong>();
        foreach (var section in article.Sections)
        {
            TitleKey.AddNamed(section.Text, named);
        }

        foreach (var cited in article.References)
        {
            TitleKey.AddNamed(cited.Reference.Text, named);
            if (cited.Reference.Title is { } title)
            {
                named.Add(TitleKey.Of(title));
            }
        }

        foreach (var link in article.Links)
        {
            if (Resolve(article.Path, link) is { } path)
            {
                named.Add(PathKey(path));
            }
        }

        named.Remove(0);
        named.ExceptWith(own);
        return new CitationNode([.. own], [.. named]);
    }

    /// <summary>The node as stored: the number of own keys, then all keys, little-endian.</summary>
    public BytesRef ToBytes()
    {
        var bytes = new byte[4 + ((Own.Length + Named.Length) * 8)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Own.Length);
        var at = 4;
        foreach (var key in Own.Concat(Named))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), key);
            at += 8;
        }

        return new BytesRef(bytes);
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static CitationNode FromBytes(BytesRef stored)
    {
        var bytes = stored.Bytes.AsSpan(stored.Offset, stored.Length);
        var keys = new ulong[(bytes.Length - 4) / 8];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(4 + (i * 8))..]);
        }

        var own = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return new CitationNode(keys[..own], keys[own..]);
    }

    /// <summary>A path's key: without its extension, because links to a page may end in .md, .html or nothing.</summary>
    private static ulong PathKey(string path)
    {
        var slash = path.LastIndexOf('/');
        var dot = path.LastIndexOf('.');
        return TitleKey.Of("/path/" + (dot > slash ? path[..dot] : path));
    }

    private static string? Resolve(string from, string link)
    {
        var end = link.AsSpan().IndexOfAny('#', '?');
        var target = end >= 0 ? link[..end] : link;
        if (target.Length == 0 || target.Contains("//", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = target[0] == '/' ? [] : new List<string>(from.Split('/')[..^1]);
        foreach (var part in Uri.UnescapeDataString(target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
