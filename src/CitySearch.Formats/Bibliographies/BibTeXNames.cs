namespace CitySearch.Formats.Bibliographies;

/// <summary>Reads the lists of names in BibTeX fields.</summary>
internal static class BibTeXNames
{
    private const string And = "and";

    /// <summary>
    /// The names of a field, without <c>others</c>. They are parted by <c>and</c> outside of braces; a name in braces is that of a body
    /// and kept whole.
    /// </summary>
    /// <param name="field">The field's LaTeX.</param>
    public static IReadOnlyList<string> Read(string field)
    {
        var names = new List<string>();
        var parts = Split(field);
        foreach (var part in parts)
        {
            if (IsBraced(part))
            {
                names.Add(LaTeXText.Decode(part));
                continue;
            }

            var text = LaTeXText.Decode(part);
            // 张三;李四 and 张三, 李四, where nobody wrote «and».
            foreach (var name in parts.Count == 1 ? PersonNames.Split(text) : [text])
            {
                names.Add(PersonNames.Parse(name));
            }
        }

        names.RemoveAll(PersonNames.IsOthers);
        return names;
    }

    // {国家标准化管理委员会}, {{World Health Organization}}: one pair of braces around all of it.
    private static bool IsBraced(string name)
    {
        name = name.Trim();
        if (name is not ['{', .., '}'])
        {
            return false;
        }

        var depth = 0;
        for (var i = 0; i < name.Length - 1; i++)
        {
            depth += name[i] == '{' ? 1 : name[i] == '}' ? -1 : 0;
            i += name[i] == '\\' ? 1 : 0;
            if (depth == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static List<string> Split(string field)
    {
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < field.Length; i++)
        {
            switch (field[i])
            {
                case '\\':
                    i++;
                    break;
                case '{':
                    depth++;
                    break;
                case '}':
                    depth--;
                    break;
                case 'a' or 'A' when depth <= 0 && IsAnd(field, i):
                    parts.Add(field[start..i].Trim());
                    start = i + And.Length;
                    i = start - 1;
                    break;
            }
        }

        parts.Add(field[start..].Trim());
        parts.RemoveAll(part => part.Length == 0);
        return parts;
    }

    private static bool IsAnd(string field, int at) =>
        at > 0 && char.IsWhiteSpace(field[at - 1]) && at + And.Length < field.Length && char.IsWhiteSpace(field[at + And.Length])
        && string.Compare(field, at, And, 0, And.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
