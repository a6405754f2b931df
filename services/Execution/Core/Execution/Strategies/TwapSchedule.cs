using System.Buffers.Binary;
using System.Globalization;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Strategies;

/// <summary>When how much of a leg should have been sent: equal parts at equal times.</summary>
public static class TwapSchedule
{
    /// <summary>What should have been sent by now, units: whole lots, and in the end all of it. Parts missed while nothing ran are due
    /// together.</summary>
    public static decimal Target(LegPlan plan, DateTimeOffset now)
    {
        var (due, slices) = (Enumerable.Range(0, plan.Terms.Slices).Count(slice => DueAt(plan, slice) <= now), plan.Terms.Slices);
        if (due == slices) return plan.Quantity.Value;
        if (plan.LotSize <= 0m) return plan.Quantity.Value * due / slices;
        // Rounded up, so that the first part is never nothing.
        var lots = Math.Ceiling(Math.Floor(plan.Quantity.Value / plan.LotSize) * due / slices);
        return lots == 0m ? plan.Quantity.Value : lots * plan.LotSize;
    }

    public static DateTimeOffset DueAt(LegPlan plan, int slice) => slice == 0
        ? plan.StartedAt
        : plan.StartedAt + plan.Terms.Every * slice + plan.Terms.Every * (double)plan.Terms.JitterShare * Draw(plan, slice);

    // A function of what it is for, so that a restart draws the same again.
    private static double Draw(LegPlan plan, int slice)
    {
        if (plan.Terms.JitterShare == 0m) return 0;
        Span<byte> drawn = stackalloc byte[16];
        var part = string.Create(CultureInfo.InvariantCulture, $"{plan.Terms.Seed}/{plan.Leg}/{slice}");
        StableId.GuidOf("twap-jitter", plan.ClearanceId.Value, part).TryWriteBytes(drawn);
        return BinaryPrimitives.ReadUInt32LittleEndian(drawn) / ((double)uint.MaxValue + 1);
    }
}
