using System.Globalization;
using Superintel.Kernel;

namespace Superintel.Execution.Trading.Paper.Models;

/// <summary>Chance without state: a draw is a function of the seed and of what it is for, so that a restart draws the same again.</summary>
internal static class SeededDraw
{
    /// <returns>In [0, 1).</returns>
    public static double Uniform(int seed, string purpose, string order, string at)
    {
        var bytes = StableId.GuidOf("draw", seed.ToString(CultureInfo.InvariantCulture), purpose, order, at).ToByteArray(bigEndian: true);
        ulong mantissa = 0;
        for (var i = 0; i < 6; i++) mantissa = (mantissa << 8) | bytes[i]; // the first 48 bits carry no version mark
        return mantissa / (double)(1UL << 48);
    }
}
