using System.Buffers.Binary;
using CitySearch.Corpus;
using Lucene.Net.Util;

namespace CitySearch.Indexing;

/// <summary>An article's node of the citation graph: the keys it answers to and the keys it names.</summary>
/// <param name="Own">The keys of its title, of its path and of its published address.</param>
/// <param name="Named">The keys of the titles in 《…》, of the works in its reference list and of its links.</param>
internal sealed record CitationNode(ulong[] Own, ulong[] Named)
{
    // Lucene takes 32,766 bytes of 8 a key. An article that names more than this is a catalogue; its first are kept.
    private const int MostKeys = 4000;

    /// <summary>The node of an article.</summary>
    public static CitationNode Of(Article article)
    {
        var own = new HashSet<ulong>();
        TitleKey.Add(article.Title, own);
        if (article.Id == article.Path)
        {
            own.UnionWith(LinkKey.OfPage(article.Path));
        }

        if (article.Permalink is { } permalink && LinkKey.Of("", permalink) is { } address)
        {
            own.Add(address);
        }

        foreach (var alias in article.Aliases)
        {
            if (!alias.StartsWith('/'))
            {
                TitleKey.Add(alias, own);
            }
            else if (LinkKey.Of("", alias) is { } former)
            {
                own.Add(former);
            }
        }

        var named = new HashSet<ulong>();
        TitleKey.AddNamed(article.Title, named);
        foreach (var section in article.Sections)
        {
            foreach (var heading in section.Headings)
            {
                TitleKey.AddNamed(heading, named);
            }

            TitleKey.AddNamed(section.Text, named);
        }

        foreach (var cited in article.References)
        {
            AddReference(cited.Reference, article.Path, named);
        }

        foreach (var link in article.Links)
        {
            if (LinkKey.Of(article.Path, link) is { } key)
            {
                named.Add(key);
            }
        }

        named.ExceptWith(own);
        return new CitationNode([.. own], [.. named.Take(MostKeys - own.Count)]);
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

    /// <summary>The keys that an article has which is a cited work itself: those of the work's title and of its address.</summary>
    /// <param name="reference">The work.</param>
    /// <param name="from">The path of the article that cites it.</param>
    public static IReadOnlySet<ulong> KeysOf(Reference reference, string from)
    {
        var keys = new HashSet<ulong>();
        if (reference.Title is { } title)
        {
            TitleKey.Add(title, keys);
        }

        if (reference.Url is { } url && LinkKey.Of(from, url) is { } key)
        {
            keys.Add(key);
        }

        return keys;
    }

    private static void AddReference(Reference reference, string from, HashSet<ulong> named)
    {
        TitleKey.AddNamed(reference.Text, named);
        named.UnionWith(KeysOf(reference, from));
    }
}
