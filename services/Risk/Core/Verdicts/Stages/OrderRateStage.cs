using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>A desk that suddenly trades a lot is a desk that is broken.</summary>
public sealed class OrderRateStage : IStage
{
    public string Name => "order-rate";

    public void Examine(VerdictInput input, Findings findings)
    {
        var (minute, day) = (input.Cleared.WithinMinute + 1, input.Cleared.WithinDay + 1);
        var detail = $"It would be entry {minute} within a minute.";
        findings.Hold(Name, "per-minute", minute, input.Limits.OrderRate, "count", ReasonCode.OrderRate, detail);
        detail = $"It would be entry {day} of the day.";
        findings.Hold(Name, "per-day", day, input.Limits.OrderCount, "count", ReasonCode.OrderCount, detail);
    }
}
