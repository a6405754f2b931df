using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Stress.Chaos;

/// <summary>The held quantities along one path of prices.</summary>
/// <remarks>Four lanes whatever the machine has, so that sums are rounded alike everywhere.</remarks>
internal sealed class BookWalk
{
    private readonly double[] net;
    private readonly double[] gross;
    private readonly double[] grown;

    public BookWalk(HeldBook book)
    {
        (net, gross, grown) = (new double[book.Stride], new double[book.Stride], new double[book.Stride]);
        for (var i = 0; i < book.Holdings.Length; i++)
        {
            net[i] = NumberBridge.ToDouble(book.Holdings[i].Value);
            gross[i] = NumberBridge.ToDouble(book.Holdings[i].Gross);
        }
    }

    /// <summary>Back to today's prices.</summary>
    public BookPoint Begin()
    {
        Array.Fill(grown, 1);
        return Measure(grown, apply: false);
    }

    public BookPoint Step(ReadOnlySpan<double> growth) => Measure(growth, apply: true);

    private BookPoint Measure(ReadOnlySpan<double> growth, bool apply)
    {
        var (sum, total, largest) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var now = MemoryMarshal.Cast<double, Vector256<double>>(grown.AsSpan());
        var factors = MemoryMarshal.Cast<double, Vector256<double>>(growth);
        var signed = MemoryMarshal.Cast<double, Vector256<double>>(net.AsSpan());
        var absolute = MemoryMarshal.Cast<double, Vector256<double>>(gross.AsSpan());
        for (var i = 0; i < now.Length; i++)
        {
            var price = apply ? now[i] * factors[i] : now[i];
            now[i] = price;
            var value = signed[i] * price;
            sum += value;
            total += absolute[i] * price;
            largest = Vector256.Max(largest, Vector256.Abs(value));
        }

        var most = Math.Max(Math.Max(largest[0], largest[1]), Math.Max(largest[2], largest[3]));
        return new BookPoint(Sum(sum), Sum(total), most);
    }

    private static double Sum(Vector256<double> lanes) => (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}
