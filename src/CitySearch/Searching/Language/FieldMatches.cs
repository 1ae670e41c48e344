using CitySearch.Corpus;
using CitySearch.Indexing;
using CitySearch.Searching.Scoring;
using CitySearch.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CitySearch.Searching.Language;

/// <summary>Finds the documents whose field has a value: the same for the fields of a query and for filters.</summary>
internal sealed class FieldMatches(SearchGeneration generation, CancellationToken cancellationToken)
{
    // Keys of numbers looked at for a part of one.
    private const int MostKeys = 200_000;

    private static readonly string[] KeyBeginnings = ["doc:", "std:"];
    private static readonly string[] Texts = [IndexSchema.Text, IndexSchema.Reference, IndexSchema.About];

    private readonly Dictionary<FieldRequirement, int> _bestMatches = new(ReferenceEqualityComparer.Instance);

    /// <summary>The sections, heads and references of a segment that a field's value is true of.</summary>
    public bool[] Documents(FieldRequirement asked, LeafColumns leaf)
    {
        var found = new bool[leaf.MaxDoc];
        switch (asked.Field)
        {
            case QueryField.Title:
                MarkText(asked.Forms!, leaf, [IndexSchema.Title, IndexSchema.ReferenceTitle], found);
                break;
            case QueryField.Heading:
                MarkText(asked.Forms!, leaf, [IndexSchema.Heading], found);
                break;
            case QueryField.Cites:
                MarkText(asked.Forms!, leaf, [IndexSchema.Cites, IndexSchema.ReferenceTitle], found);
                MarkReference(asked.Value, leaf, found);
                break;
            case QueryField.Number:
                MarkNumber(asked, leaf, found);
                break;
            case QueryField.Year or QueryField.Date:
                MarkDates((RangeNode)asked.Value, leaf, found);
                break;
            case QueryField.Path:
                MarkValues(leaf, QueryField.Path, path => ValueMatch.OfPath(path, AsText(asked.Value)), found);
                break;
            default:
                var best = BestMatch(asked);
                MarkValues(leaf, asked.Field, value => best > 0 && ValueMatch.Of(value, asked.Value) >= best, found);
                break;
        }

        return found;
    }

    private static string AsText(QueryNode value) => value switch
    {
        TextNode text => text.Text,
        PhraseNode phrase => phrase.Text,
        PrefixNode prefix => prefix.Text,
        FuzzyNode fuzzy => fuzzy.Text,
        _ => "",
    };

    /// <summary>How well the best value of the whole index matches, for in every segment the same values must.</summary>
    private int BestMatch(FieldRequirement asked)
    {
        if (!_bestMatches.TryGetValue(asked, out var best))
        {
            foreach (var leaf in generation.Leaves)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var value in LeafValues.Of(leaf).Of(asked.Field))
                {
                    best = Math.Max(best, ValueMatch.Of(value, asked.Value));
                }
            }

            _bestMatches.Add(asked, best);
        }

        return best;
    }

    private static void MarkValues(LeafColumns leaf, QueryField field, Func<FieldValue, bool> holds, bool[] found)
    {
        foreach (var value in LeafValues.Of(leaf).Of(field).Where(holds))
        {
            MarkTerm(leaf, value.IndexField, value.Term, found);
        }
    }

    private void MarkText(WordForms forms, LeafColumns leaf, IReadOnlyList<string> fields, bool[] found)
    {
        foreach (var field in fields)
        {
            foreach (var form in forms.Alternatives)
            {
                cancellationToken.ThrowIfCancellationRequested();
                IEnumerable<int>? all = null;
                foreach (var phrase in form)
                {
                    var docs = LeafPostings.Docs(leaf, field, phrase, forms.Slop).Select(p => p.Doc);
                    all = all is null ? docs : all.Intersect(docs);
                }

                foreach (var doc in all ?? [])
                {
                    found[doc] = true;
                }
            }
        }
    }

    /// <summary>The reference of an id, and the articles that cite it.</summary>
    private void MarkReference(QueryNode value, LeafColumns leaf, bool[] found)
    {
        foreach (var each in generation.Leaves)
        {
            var docs = each.Docs(IndexSchema.ReferenceId, AsText(value));
            while (docs is not null && docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                if (each == leaf)
                {
                    found[docs.DocID] = true;
                }

                foreach (var entry in StoredRecords.Read(each.Reader, docs.DocID, IndexSchema.ReferenceRecord, StoredRecords.Entries).Where(e => !e.IsListed))
                {
                    MarkTerm(leaf, IndexSchema.Head, entry.Article, found);
                }
            }
        }
    }

    /// <summary>
    /// A whole number by its key in every spelling; a part of one (the digits, an agency's code, a number without its year) by the keys that
    /// begin or end so.
    /// </summary>
    private void MarkNumber(FieldRequirement asked, LeafColumns leaf, bool[] found)
    {
        var text = AsText(asked.Value);
        if (NumberScanner.Find(text) is [var number] && number.Length == text.Trim().Length)
        {
            if (generation.Analysis.Tokens(text).Any(t => t.Text == number.Keys[0]))
            {
                MarkAll(number.Keys[0]);
            }
            else
            {
                MarkText(asked.Forms!, leaf, Texts, found);
            }

            return;
        }

        var part = string.Concat(TextFolding.Fold(text).Where(c => !char.IsWhiteSpace(c)));
        foreach (var field in Texts)
        {
            foreach (var key in Keys(leaf, field, part))
            {
                MarkTerm(leaf, field, key, found);
            }
        }

        void MarkAll(string key)
        {
            foreach (var field in Texts)
            {
                MarkTerm(leaf, field, key, found);
            }
        }
    }

    private List<string> Keys(LeafColumns leaf, string field, string part)
    {
        var keys = new List<string>();
        foreach (var beginning in KeyBeginnings)
        {
            if (leaf.Reader.GetTerms(field)?.GetEnumerator() is not { } terms || terms.SeekCeil(new Lucene.Net.Util.BytesRef(beginning)) == TermsEnum.SeekStatus.END)
            {
                continue;
            }

            for (var seen = 0; seen < MostKeys && terms.Term.Utf8ToString() is var key && key.StartsWith(beginning, StringComparison.Ordinal); seen++)
            {
                var proper = key.AsSpan(beginning.Length);
                var before = proper.Length - part.Length - 1;
                if (proper.StartsWith(part, StringComparison.Ordinal) || (proper.EndsWith(part, StringComparison.Ordinal) && !(char.IsAsciiDigit(proper[before]) && char.IsAsciiDigit(part[0]))))
                {
                    keys.Add(key);
                }

                cancellationToken.ThrowIfCancellationRequested();
                if (!terms.MoveNext())
                {
                    break;
                }
            }
        }

        return keys;
    }

    private static void MarkDates(RangeNode range, LeafColumns leaf, bool[] found)
    {
        var dates = leaf.Dates;
        var from = PartialDate.Parse(range.From)?.SortKey ?? 1;
        var to = PartialDate.Parse(range.To) is { } last ? FieldValues.LastDay(last) : int.MaxValue;
        for (var doc = 0; doc < found.Length; doc++)
        {
            // A day that is not told is 00: a material of a year stands at the year's beginning.
            found[doc] = dates[doc] is > 0 and var date && date >= from && date <= to;
        }
    }

    private static void MarkTerm(LeafColumns leaf, string field, string term, bool[] found)
    {
        var docs = leaf.Docs(field, term);
        while (docs is not null && docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            found[docs.DocID] = true;
        }
    }
}
