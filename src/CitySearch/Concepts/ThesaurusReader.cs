using System.Text;
using CitySearch.Concepts.Yaml;

namespace CitySearch.Concepts;

/// <summary>Makes concepts of the values of a thesaurus file, and says what is wrong with them.</summary>
/// <param name="fileName">The name that errors give.</param>
internal sealed class ThesaurusReader(string fileName)
{
    private const string PreferredKey = "prefLabel";
    private const string AlternativeKey = "altLabel";
    private const string AbbreviationKey = "abbreviation";
    private const string HiddenKey = "hiddenLabel";
    private const string DefinitionKey = "definition";
    private const string ScopeNoteKey = "scopeNote";
    private const string AllKeys =
        $"{PreferredKey}, {AlternativeKey}, {AbbreviationKey}, {HiddenKey}, {DefinitionKey}, {ScopeNoteKey}, broader, narrower, related, exactMatch";

    // Longer ones are sentences; a query never holds them.
    private const int LongestLabel = 200;

    private readonly Dictionary<string, ConceptDraft> _drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlNode> _keys = new(StringComparer.Ordinal); // of the concept being read
    private readonly Dictionary<string, YamlNode> _labels = new(StringComparer.Ordinal); // of the concept being read

    /// <summary>Reads the file's topmost value.</summary>
    /// <exception cref="ThesaurusException">The value is not that of a thesaurus.</exception>
    public Thesaurus Read(YamlNode root)
    {
        if (root.Kind != YamlKind.Mapping)
        {
            throw Problem(root, "a thesaurus is a mapping of ids to concepts; write each concept as ID: and its keys indented below");
        }

        foreach (var entry in root.Entries)
        {
            ReadConcept(entry.Key, entry.Value);
        }

        var thesaurus = new Thesaurus(new ConceptRelations(fileName, _drafts).Complete());
        CheckLabels(thesaurus);
        return thesaurus;
    }

    /// <summary>A text of the file in quotes, on one line and not too long to be read.</summary>
    internal static string Quote(string text)
    {
        const int Longest = 60;
        var line = new string([.. text.Take(Longest).Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? '?' : c)]);
        return text.Length > Longest ? $"\"{line}…\"" : $"\"{line}\"";
    }

    private void ReadConcept(YamlNode id, YamlNode value)
    {
        var isId = id.Text.Length is > 0 and <= LongestLabel;
        foreach (var rune in id.Text.EnumerateRunes())
        {
            isId &= rune.Value == '-' || Rune.IsLetterOrDigit(rune);
        }

        if (!isId)
        {
            throw Problem(id, $"{Quote(id.Text)} cannot be an id; use letters, digits and hyphens, such as city-brain");
        }

        var draft = new ConceptDraft(id, value);
        if (!_drafts.TryAdd(id.Text, draft))
        {
            throw Problem(id, $"the concept {id.Text} stands on line {_drafts[id.Text].Place.Line} already; merge the two or give this one another id");
        }

        if (value.Kind != YamlKind.Mapping)
        {
            throw Problem(value, $"the concept {id.Text} has no keys; write at least {PreferredKey}: {{zh: …}} indented below it");
        }

        _keys.Clear();
        _labels.Clear();
        foreach (var entry in value.Entries)
        {
            if (!_keys.TryAdd(entry.Key.Text, entry.Key))
            {
                throw Problem(entry.Key, $"the concept {id.Text} has {Quote(entry.Key.Text)} on line {_keys[entry.Key.Text].Line} already; merge the two");
            }

            ReadKey(draft, entry.Key, entry.Value);
        }

        if (!_keys.ContainsKey(PreferredKey))
        {
            throw Problem(id, $"the concept {id.Text} has no {PreferredKey}; add {PreferredKey}: {{zh: …}}");
        }
    }

    private void ReadKey(ConceptDraft draft, YamlNode key, YamlNode content)
    {
        switch (key.Text)
        {
            case PreferredKey:
                draft.Preferred = ReadBilingual(key, content);
                foreach (var label in content.Entries)
                {
                    CheckLabel(label.Value);
                    _labels.TryAdd(label.Value.Text.Trim(), label.Value);
                }

                break;
            case AlternativeKey:
                draft.Alternative = ReadLabels(key, content);
                break;
            case AbbreviationKey:
                draft.Abbreviations = ReadLabels(key, content);
                break;
            case HiddenKey:
                draft.Hidden = ReadLabels(key, content);
                break;
            case DefinitionKey:
                draft.Definition = ReadBilingual(key, content);
                break;
            case ScopeNoteKey:
                draft.ScopeNote = ReadBilingual(key, content);
                break;
            case "broader":
                ReadRelations(draft, RelationKind.Broader, key, content);
                break;
            case "narrower":
                ReadRelations(draft, RelationKind.Narrower, key, content);
                break;
            case "related":
                ReadRelations(draft, RelationKind.Related, key, content);
                break;
            case "exactMatch":
                ReadRelations(draft, RelationKind.ExactMatch, key, content);
                break;
            default:
                throw Problem(key, $"unknown key {Quote(key.Text)} in the concept {draft.Id}; use one of: {AllKeys}");
        }
    }

    private BilingualText ReadBilingual(YamlNode key, YamlNode content)
    {
        if (content.Kind != YamlKind.Mapping || content.Entries.Count == 0)
        {
            throw Problem(content, $"{key.Text} needs its language; write {key.Text}: {{zh: …, en: …}} with one or both of them");
        }

        string? zh = null;
        string? en = null;
        foreach (var entry in content.Entries)
        {
            var (language, text) = (entry.Key, entry.Value);
            if (language.Text is not ("zh" or "en"))
            {
                throw Problem(language, $"unknown language {Quote(language.Text)} in {key.Text}; use zh or en");
            }

            if (string.IsNullOrWhiteSpace(text.Text))
            {
                throw Problem(text, $"{key.Text} {language.Text} is empty or no text; write a text after {language.Text}: or remove it");
            }

            ref var slot = ref language.Text == "zh" ? ref zh : ref en;
            slot = slot is null ? text.Text.Trim() : throw Problem(language, $"{key.Text} has {language.Text} twice; keep one of them");
        }

        return new BilingualText(zh, en);
    }

    private List<string> ReadLabels(YamlNode key, YamlNode content)
    {
        var labels = new List<string>();
        foreach (var label in Texts(key, content))
        {
            CheckLabel(label);
            var text = label.Text.Trim();
            if (!_labels.TryAdd(text, label))
            {
                throw Problem(label, $"the label {Quote(text)} stands on line {_labels[text].Line} already; remove one of the two");
            }

            labels.Add(text);
        }

        return labels;
    }

    private void CheckLabel(YamlNode label)
    {
        var problem =
            string.IsNullOrWhiteSpace(label.Text) ? "is empty or no text; write a label or remove it"
            : label.Text.Length > LongestLabel ? $"is longer than {LongestLabel} characters; shorten it"
            : label.Text.AsSpan().Trim().ContainsAny('\n', '\r') ? "runs over several lines; write it on one"
            : null;
        if (problem is not null)
        {
            throw Problem(label, $"the label {Quote(label.Text)} {problem}");
        }
    }

    private void ReadRelations(ConceptDraft draft, RelationKind kind, YamlNode key, YamlNode content)
    {
        foreach (var target in Texts(key, content))
        {
            draft.Stated.Add(new Relation(kind, draft, target));
        }
    }

    /// <summary>The texts of a list; a text alone is a list of one.</summary>
    private List<YamlNode> Texts(YamlNode key, YamlNode content)
    {
        var items = content.Kind == YamlKind.Sequence ? content.Items : [content];
        foreach (var item in items)
        {
            if (string.IsNullOrWhiteSpace(item.Text))
            {
                throw Problem(item, $"{key.Text} is a list of texts, none of them empty; write {key.Text}: [one, another] or remove it");
            }
        }

        return items;
    }

    /// <summary>Every label names something, and every preferred label one concept only.</summary>
    private void CheckLabels(Thesaurus thesaurus)
    {
        foreach (var label in thesaurus.Unusable)
        {
            var place = Place(label);
            if (!LabelForm.IsName(LabelForm.Key(label.Text)))
            {
                throw Problem(place, $"the label {Quote(label.Text)} has no letter, digit or Chinese character; write a label or remove it");
            }

            var first = thesaurus.Find(label.Text)[0];
            var other = Place(ConceptLabel.Of(first).Find(l => LabelForm.Key(l.Text) == LabelForm.Key(label.Text))!);
            throw Problem(place, $"the {PreferredKey} {Quote(label.Text)} is that of {first.Id} on line {other.Line} too; make it an {AlternativeKey} of one of them, or merge the two");
        }
    }

    /// <summary>Where a label stands in the file.</summary>
    private YamlNode Place(ConceptLabel label)
    {
        var lists = _drafts[label.Concept.Id].Content.Entries.SelectMany(e => e.Value.Items.Append(e.Value).Concat(e.Value.Entries.Select(l => l.Value)));
        return lists.First(n => n.Kind == YamlKind.Scalar && n.Text.Trim() == label.Text);
    }

    private ThesaurusException Problem(YamlNode place, string problem) => new(fileName, place.Line, place.Column, problem);
}
