using CitySearch.Text;

namespace CitySearch.Searching.Scoring;

/// <summary>
/// Finds the words of a query that only ask: 什么, 怎样, 有没有. A text that answers a question rarely holds them, and one that
/// holds them is mostly about something else.
/// </summary>
internal static class QuestionWords
{
    // The longest first where one begins like another. Words that also name things (方法, 原因, 时候) are not here.
    private static readonly string[] Words =
    [
        "是什么意思", "什么意思", "为什么", "是什么", "有什么", "什么样", "什么时候", "什么是", "什么", "怎么样", "怎么办", "怎么", "怎样", "如何",
        "哪一些", "哪一个", "哪些", "哪个", "哪里", "哪部", "哪种", "哪年", "是不是", "有没有", "能不能", "会不会", "可不可以", "要不要", "该不该", "是否",
        "多少", "请问", "告诉我", "吗", "呢", "为何", "何时", "何为", "何谓",
    ];

    /// <summary>For each UTF-16 unit of a query, in either script, whether it belongs to such a word; none does in a query of nothing else.</summary>
    public static bool[] Find(string query)
    {
        query = Simplified(query);
        var asks = new bool[query.Length];
        for (var i = 0; i < query.Length; i++)
        {
            foreach (var word in Words)
            {
                if (string.CompareOrdinal(query, i, word, 0, word.Length) == 0)
                {
                    asks.AsSpan(i, word.Length).Fill(true);
                    i += word.Length - 1;
                    break;
                }
            }
        }

        var hasOther = false;
        for (var i = 0; i < query.Length; i++)
        {
            hasOther |= !asks[i] && char.IsLetterOrDigit(query[i]);
        }

        return hasOther ? asks : new bool[query.Length];
    }

    /// <summary>Folded a unit at a time, so that places stay the same.</summary>
    private static string Simplified(string query) => string.Create(query.Length, query, static (folded, text) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            var single = FoldingTable.Current.Single(text[i]);
            folded[i] = single is > 0 and < 0x10000 ? (char)single : text[i];
        }
    });
}
