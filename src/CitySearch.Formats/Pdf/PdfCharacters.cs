namespace CitySearch.Formats.Pdf;

/// <summary>
/// Gives back the characters that a writer typed where a PDF names their shapes: its fonts map one shape to several
/// characters, and programs choose among them by accident (⽔ for 水), or name the form set in vertical lines (︒ for 。).
/// </summary>
internal static class PdfCharacters
{
    private const char FirstRadical = '\u2F00';

    // The Kangxi radicals U+2F00 to U+2FD5 by their compatibility mappings in Unicode, but 户 and 青 as they are written now.
    private const string Radicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    // Radicals of the supplement that are characters by themselves (Unicode, EquivalentUnifiedIdeograph), forms of
    // punctuation in vertical lines: each followed by its character.
    private const string Pairs =
        "⺁厂⺎兀⺏尣⺟母⺠民⺩王⺫目⺬示⺹老⺻聿⺼肉⺽臼⻁虎⻃覀⻄西⻅见⻆角⻇角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟" +
        "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰‥︱—︲–︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］";

    private static readonly Dictionary<char, char> Characters = Pairs.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>The characters of a glyph as they were typed.</summary>
    public static string Typed(string text)
    {
        if (text.Length != 1 || text[0] < '\u2E80')
        {
            return text;
        }

        var c = text[0];
        return c is >= FirstRadical and <= '\u2FD5' ? Radicals[c - FirstRadical].ToString()
            : c is >= '\uFB00' and <= '\uFB06' ? Ligatures[c - '\uFB00']
            : Characters.TryGetValue(c, out var typed) ? typed.ToString()
            : text;
    }
}
