using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>A desk that suddenly trades a lot is a desk that is broken.</summary>
public sealed class OrderRateStage : IStage
{
    public string Name => "order-rate";

    public void Examine(VerdictInput input, Findings findings)
    {
        var (minute, day) = (input.Cleared.WithinMinute + 1, input.Cleared.WithinDay + 1);
        var (rate, count) = (input.Limits.OrderRate, input.Limits.OrderCount);
        findings.Hold(Name, "per-minute", minute, rate, "count", ReasonCode.OrderRate, $"It would be entry {minute} within a minute.");
        findings.Hold(Name, "per-day", day, count, "count", ReasonCode.OrderCount, $"It would be entry {day} of the day.");
    }
}
