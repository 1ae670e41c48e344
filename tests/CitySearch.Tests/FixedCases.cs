using CsCheck;

namespace CitySearch.Tests;

/// <summary>
/// Property tests over a fixed sequence of cases: every run tries the same ones, so a run fails when the code has changed and never by
/// chance. <c>CITYSEARCH_SEED=7</c> tries another sequence.
/// </summary>
internal static class FixedCases
{
    // How many smaller cases are tried before a failing one is shown.
    private const int ShrinkingTries = 2_000;

    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("CITYSEARCH_SEED"), out var seed) ? seed : 0;

    /// <summary>Checks that something holds of each of a number of cases; of one that fails, the smallest that is found is shown.</summary>
    public static void ForAll<T>(this Gen<T> gen, Action<T> holds, int cases = 100)
    {
        for (var i = 0; i < cases; i++)
        {
            var random = new PCG(0, Mixed((Seed << 32) + (ulong)i));
            var start = random.ToString();
            var value = gen.Generate(random, null!, out _);
            try
            {
                holds(value);
            }
            catch
            {
                gen.Sample(holds, seed: start, iter: ShrinkingTries, threads: 1);
                throw;
            }
        }
    }

    /// <summary>Checks that something holds of each of a number of pairs.</summary>
    public static void ForAll<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> holds, int cases = 100) => gen.ForAll(pair => holds(pair.Item1, pair.Item2), cases);

    /// <summary>Checks that something holds of each of a number of quadruples.</summary>
    public static void ForAll<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Action<T1, T2, T3, T4> holds, int cases = 100) =>
        gen.ForAll(four => holds(four.Item1, four.Item2, four.Item3, four.Item4), cases);

    // SplitMix64's finalizer (Steele, Lea and Flood 2014): neighbouring numbers start unlike sequences.
    private static ulong Mixed(ulong number)
    {
        number += 0x9E3779B97F4A7C15;
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }
}
