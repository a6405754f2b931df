using System.Globalization;
using Superintel.Benchmarks.Venues.Orders.Measuring;

namespace Superintel.Benchmarks.Venues.Orders;

/// <summary>A desk's orders as text.</summary>
internal static class OrderPathReport
{
    private const double GoalMicroseconds = 50;

    /// <returns>True: the goal was met.</returns>
    public static bool Tell(TextWriter output, string name, int warmed, OrderTiming[] timings)
    {
        var met = At(timings, order => order.Written, 0.99) < GoalMicroseconds;
        output.WriteLine($"  {name,-17}{timings.Length} orders after {warmed}, microseconds      median     p95     p99   p99.9");
        Row(output, "whole path, to the last byte", timings, order => order.Written, $"   goal p99 under {GoalMicroseconds:F0}   "
            + (met ? "met" : "MISSED"));
        Row(output, "until the write begins", timings, order => order.Begun);
        Row(output, "  of it on a processor", [.. timings.Where(order => !double.IsNaN(order.OnCpu))], order => order.OnCpu);
        Row(output, "  allocated, bytes", [.. timings.Where(order => !double.IsNaN(order.Allocated))], order => order.Allocated);
        Row(output, "a bare write of the same bytes", timings, order => order.Bare);
        var (path, bare) = (At(timings, order => order.Written, 0.99), At(timings, order => order.Bare, 0.99));
        output.WriteLine($"    p99 of the path over the bare write's: {path - bare:F0} us more, {path / bare:F1} times");
        Places(output, timings);
        Slow(output, timings);
        return met;
    }

    private static void Row(TextWriter output, string what, OrderTiming[] timings, Func<OrderTiming, double> time, string more = "")
    {
        var shares = new[] { 0.5, 0.95, 0.99, 0.999 }.Select(share => $"{At(timings, time, share),8:F1}");
        output.WriteLine($"    {what,-48}{string.Concat(shares)}{more}");
    }

    // Another process has emptied the caches of the processor that it runs on: the venue's is the last.
    private static void Places(TextWriter output, OrderTiming[] timings)
    {
        foreach (var place in timings.GroupBy(order => order.Processor).OrderBy(group => group.Key))
            Row(output, $"whole path, {place.Count()} orders from processor {place.Key}", [.. place], order => order.Written);
    }

    private static void Slow(TextWriter output, OrderTiming[] timings)
    {
        var slow = timings.Where(order => order.Begun >= GoalMicroseconds).ToArray();
        var causes = slow.GroupBy(order => order.Cause).OrderBy(group => group.Key).Select(group => string.Create(
            CultureInfo.InvariantCulture, $"{group.Key} {group.Count()} (median {At([.. group], order => order.Begun, 0.5):F0} us)"));
        output.WriteLine($"    {slow.Length} began after {GoalMicroseconds:F0} us: {string.Join(", ", causes)}");
    }

    private static double At(OrderTiming[] timings, Func<OrderTiming, double> time, double share)
    {
        if (timings.Length == 0) return double.NaN;
        double[] sorted = [.. timings.Select(time).Order()];
        return sorted[(int)(share * (sorted.Length - 1))];
    }
}
