using System.Text;

namespace Superintel.Execution.Tests.Trading.Binance;

/// <summary>Breaks a message in one of the ways a wire does, and some that an enemy would choose.</summary>
internal static class Mutation
{
    private static readonly byte[][] Evil =
    [
        [.. "null"u8], [.. "-1"u8], [.. "1e999"u8], [.. "99999999999999999999999999"u8], [.. "\"\\ud800\""u8], [.. "[[[["u8], [.. "{}"u8],
        [.. "\"\""u8], [.. "true"u8], [0xff, 0xfe], [0], Encoding.ASCII.GetBytes(new string('[', 80)),
        Encoding.ASCII.GetBytes($"\"{new string('9', 400)}\""),
    ];

    public static byte[] Of(byte[] message, Random random)
    {
        var bytes = message.ToList();
        for (var times = random.Next(1, 5); times > 0; times--) Once(bytes, random);
        return [.. bytes];
    }

    private static void Once(List<byte> bytes, Random random)
    {
        if (bytes.Count == 0) return;
        var at = random.Next(bytes.Count);
        switch (random.Next(6))
        {
            case 0: bytes[at] = (byte)random.Next(256); break;
            case 1: bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 20))); break;
            case 2: bytes.InsertRange(at, Evil[random.Next(Evil.Length)]); break;
            case 3: bytes.RemoveRange(at, bytes.Count - at); break;
            case 4: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 40)))); break;
            default: Replace(bytes, at, random); break;
        }
    }

    // A whole value for another, so that the text stays JSON and its meaning does not.
    private static void Replace(List<byte> bytes, int at, Random random)
    {
        var colon = bytes.IndexOf((byte)':', at);
        if (colon < 0) return;
        var end = colon + 1;
        while (end < bytes.Count && bytes[end] is not ((byte)',' or (byte)'}' or (byte)']')) end++;
        bytes.RemoveRange(colon + 1, end - colon - 1);
        bytes.InsertRange(colon + 1, Evil[random.Next(Evil.Length)]);
    }
}
