using System.Buffers;
using System.Text;
using ICU4N.Text;

namespace CitySearch.Formats.Bibliographies;

/// <summary>Turns the LaTeX of a BibTeX field into the text that it prints.</summary>
internal static class LaTeXText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\{}$~-`'\n\r\t");

    // Accent commands and the combining characters that they put on the letter behind them.
    private static readonly Dictionary<string, char> Accents = new(StringComparer.Ordinal)
    {
        ["`"] = '\u0300', ["'"] = '\u0301', ["^"] = '\u0302', ["~"] = '\u0303', ["="] = '\u0304', ["u"] = '\u0306', ["."] = '\u0307', ["\""] = '\u0308',
        ["r"] = '\u030A', ["H"] = '\u030B', ["v"] = '\u030C', ["d"] = '\u0323', ["c"] = '\u0327', ["k"] = '\u0328', ["b"] = '\u0331',
    };

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["ss"] = "ß", ["SS"] = "ẞ", ["o"] = "ø", ["O"] = "Ø", ["l"] = "ł", ["L"] = "Ł", ["ae"] = "æ", ["AE"] = "Æ", ["oe"] = "œ", ["OE"] = "Œ", ["aa"] = "å", ["AA"] = "Å",
        ["i"] = "ı", ["j"] = "ȷ", ["dh"] = "ð", ["DH"] = "Ð", ["dj"] = "đ", ["DJ"] = "Đ", ["th"] = "þ", ["TH"] = "Þ", ["ng"] = "ŋ", ["NG"] = "Ŋ",
        ["textendash"] = "–", ["textemdash"] = "—", ["textquoteleft"] = "‘", ["textquoteright"] = "’", ["textquotedblleft"] = "“", ["textquotedblright"] = "”", ["textquotesingle"] = "'", ["textquotedbl"] = "\"",
        ["textbackslash"] = "\\", ["textasciitilde"] = "~", ["textasciicircum"] = "^", ["textbar"] = "|", ["textless"] = "<", ["textgreater"] = ">", ["textunderscore"] = "_", ["textbraceleft"] = "{", ["textbraceright"] = "}",
        ["textperiodcentered"] = "·", ["textbullet"] = "•", ["cdot"] = "·", ["times"] = "×", ["textdegree"] = "°", ["degree"] = "°", ["copyright"] = "©", ["textregistered"] = "®", ["texttrademark"] = "™", ["S"] = "§", ["P"] = "¶",
        ["pounds"] = "£", ["texteuro"] = "€", ["euro"] = "€", ["textyen"] = "¥", ["dots"] = "…", ["ldots"] = "…", ["textellipsis"] = "…", ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["lambda"] = "λ", ["mu"] = "μ",
        ["pi"] = "π", ["sigma"] = "σ", ["leq"] = "≤", ["geq"] = "≥", ["pm"] = "±", ["infty"] = "∞", ["rightarrow"] = "→", ["to"] = "→", ["LaTeX"] = "LaTeX", ["TeX"] = "TeX", ["BibTeX"] = "BibTeX", ["quad"] = " ", ["qquad"] = " ", ["space"] = " ",
    };

    // Commands whose first argument is not printed.
    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal) { "href", "textcolor", "color", "fontsize", "label", "cite", "ref", "vspace", "hspace", "selectlanguage", "foreignlanguage" };

    /// <summary>The text, on one line. Braces do not print; unknown commands print their arguments.</summary>
    public static string Decode(string tex)
    {
        if (tex.AsSpan().IndexOfAny(Marks) < 0)
        {
            return tex.Trim();
        }

        var text = new StringBuilder(tex.Length);
        var composed = false;
        var at = 0;
        while (at < tex.Length)
        {
            var c = tex[at++];
            switch (c)
            {
                case '\\':
                    at = Command(tex, at, text, ref composed);
                    break;
                case '{' or '}' or '$':
                    break;
                case '~':
                    text.Append(' ');
                    break;
                case '-' when tex.AsSpan(at).StartsWith("--"):
                    text.Append('—');
                    at += 2;
                    break;
                case '-' when tex.AsSpan(at).StartsWith("-"):
                    text.Append('–');
                    at++;
                    break;
                case '`' when tex.AsSpan(at).StartsWith("`"):
                    text.Append('“');
                    at++;
                    break;
                case '\'' when tex.AsSpan(at).StartsWith("'"):
                    text.Append('”');
                    at++;
                    break;
                default:
                    text.Append(char.IsWhiteSpace(c) ? ' ' : c);
                    break;
            }
        }

        var line = string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return composed ? Normalizer2.NFCInstance.Normalize(line) : line;
    }

    /// <summary>An address: escapes undone, braces and spaces left out, nothing else read as LaTeX.</summary>
    public static string DecodeAddress(string tex)
    {
        var text = new StringBuilder(tex.Length);
        var start = tex.IndexOf("\\url{", StringComparison.Ordinal) is >= 0 and var url ? url + 5 : tex.IndexOf("\\href{", StringComparison.Ordinal) is >= 0 and var href ? href + 6 : 0;
        foreach (var c in tex.AsSpan(start))
        {
            if (c == '}' && start > 0)
            {
                break;
            }

            if (c is not ('\\' or '{' or '}') && !char.IsWhiteSpace(c))
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    // Reads the command behind a backslash; returns the position behind it.
    private static int Command(string tex, int at, StringBuilder text, ref bool composed)
    {
        if (at == tex.Length)
        {
            return at;
        }

        var end = at;
        while (end < tex.Length && char.IsAsciiLetter(tex[end]))
        {
            end++;
        }

        var name = end == at ? tex[at..++end] : tex[at..end];
        if (Accents.TryGetValue(name, out var accent) && Letter(tex, end, out var letter, out var behind))
        {
            text.Append(letter).Append(accent);
            composed = true;
            return behind;
        }

        if (Symbols.TryGetValue(name, out var symbol))
        {
            text.Append(symbol);
        }
        else if (Hidden.Contains(name) && Skip(tex, end) is var skipped)
        {
            return skipped;
        }
        else if (name is "%" or "&" or "#" or "_" or "$" or "{" or "}")
        {
            text.Append(name);
            return end;
        }
        else if (!char.IsAsciiLetter(name[0]))
        {
            // \- parts syllables, \/ italics; \ and a space, \\ and \, are spaces.
            text.Append(name is "-" or "/" or "@" ? "" : name is " " or "\\" or "," or ";" or ":" or "!" or "\n" or "\t" ? " " : name);
            return end;
        }

        // The space behind a command's name only ends it.
        while (end < tex.Length && char.IsAsciiLetter(name[0]) && tex[end] is ' ' or '\t' or '\n' or '\r')
        {
            end++;
        }

        return end;
    }

    // The letter under an accent: a, {a}, \i, {\i}; what follows it in the braces is ordinary text.
    private static bool Letter(string tex, int at, out string letter, out int end)
    {
        (letter, end) = ("", at);
        while (end < tex.Length && tex[end] is ' ' or '{' or '\t')
        {
            end++;
        }

        if (end == tex.Length || tex[end] is '}' or '\n')
        {
            return false;
        }

        if (tex[end] != '\\')
        {
            letter = tex[end].ToString();
            end++;
            return char.IsLetter(letter[0]);
        }

        // The dotless i and j are written under accents alone.
        var isDotless = end + 1 < tex.Length && tex[end + 1] is 'i' or 'j' && (end + 2 == tex.Length || !char.IsAsciiLetter(tex[end + 2]));
        letter = isDotless ? tex[end + 1].ToString() : "";
        end += isDotless ? 2 : 0;
        return isDotless;
    }

    // The position behind the argument at one.
    private static int Skip(string tex, int at)
    {
        if (at == tex.Length || tex[at] != '{')
        {
            return at;
        }

        var close = tex.IndexOf('}', at);
        return close < 0 ? tex.Length : close + 1;
    }
}
