using CsCheck;

namespace CitySearch.Tests.Analysis;

/// <summary>Random text of all that a page can hold, and of what no page should hold.</summary>
internal static class MixedText
{
    private static readonly string[] Words =
    [
        "城", "市", "大", "脑", "城市大脑", "香港", "國", "際", "論壇", "𨨏", "𠮷", "〇", "々", "恭弘",
        "か", "ガ", "ｶﾞ", "か\u3099", "ｱ", "㍿", "한국", "\u1112\u1161\u11AB",
        "a", "City", "BRAIN", "ﬁ", "ß", "e\u0301", "Ⅳ", "ｃｉｍ", "㎡", "İ", "ǅ", "Ω", "ж",
    ];

    private static readonly string[] Numbers =
    [
        "2019", "２０１９", "1", "二〇一九年", "三十六", "十三五", "第", "次", "号", "〔", "〕", "[", "]", "GB/T", "DB3301/T0273", "-", "—", "①", "令", "20200101", "+", "#",
    ];

    private static readonly string[] Rest =
    [
        " ", "\u3000", "\n", "\r\n", "，", "。", "、", "；", "：", "……", ".", ", ", "“", "”", "《", "》", "(", ")", "\0", "\u200B", "\u00AD", "\uFE0F",
        "\u0301", "\u3099", "\u20E3", "\u302A", "👨‍👩‍👧‍👦", "🧠", "👍🏽", "🇨🇳", "1️⃣", "\ud83d", "\udde0", "\ufffd", "\ue000", "\U000E0061",
    ];

    /// <summary>Any text.</summary>
    public static Gen<string> Any { get; } = Of([.. Words, .. Numbers, .. Rest]);

    /// <summary>Text without digits and numerals.</summary>
    public static Gen<string> WithoutNumbers { get; } = Of([.. Words.Except(["〇", "Ⅳ", "㎡"]), .. Rest.Except(["1️⃣"])]);

    private static Gen<string> Of(string[] parts) =>
        Gen.OneOf(Gen.Int[0, parts.Length - 1].Select(i => parts[i]), Gen.Int[0, parts.Length - 1].Select(i => parts[i] + parts[i / 2]))
            .Array[0, 40].Select(string.Concat);
}
