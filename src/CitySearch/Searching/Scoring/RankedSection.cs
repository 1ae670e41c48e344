namespace CitySearch.Searching.Scoring;

/// <summary>A section, or a reference, with its score and the parts of it.</summary>
internal sealed class RankedSection
{
    public required LeafScores Leaf { get; init; }

    /// <summary>The document's number in its segment.</summary>
    public required int Doc { get; init; }

    /// <summary>The head of the section's article, or the slot of a reference.</summary>
    public int Head => Leaf.Leaf.Heads[Doc];

    /// <summary>Whether this is a reference.</summary>
    public bool IsReference => Head < 0;

    /// <summary>The text score alone.</summary>
    public float Text => Leaf.Text[Doc];

    /// <summary>What ties are broken by: the same for a document in every index of the same corpus.</summary>
    public long Order => Leaf.Leaf.OrderOf(Leaf.Leaf.HitOf(Doc));

    /// <summary>The score.</summary>
    public required double Score { get; init; }

    /// <summary>Best first; ties in the order of <see cref="Order"/>, then of documents.</summary>
    public static int Compare(RankedSection a, RankedSection b)
    {
        var order = b.Score.CompareTo(a.Score);
        order = order != 0 ? order : a.Order.CompareTo(b.Order);
        return order != 0 ? order : a.Doc.CompareTo(b.Doc);
    }
}
