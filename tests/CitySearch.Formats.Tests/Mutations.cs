namespace CitySearch.Formats.Tests;

/// <summary>Makes broken files of good ones.</summary>
internal static class Mutations
{
    /// <summary>Random bytes.</summary>
    public static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(0, 4000)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>The bytes of a file with some of them changed, taken out, doubled, or replaced by parts of its format.</summary>
    public static byte[] Of(Random random, byte[] original, string[] parts)
    {
        var bytes = original.ToList();
        for (var changes = random.Next(1, 12); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 200), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                case 4:
                    bytes.InsertRange(at, Enumerable.Repeat(System.Text.Encoding.UTF8.GetBytes(parts[random.Next(parts.Length)]), random.Next(1, 40)).SelectMany(part => part));
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(8) == 0 ? bytes.Count - at : Math.Min(length, 4));
                    break;
            }
        }

        return [.. bytes];
    }
}
