using Superintel.Execution.Execution.External;

namespace Superintel.Execution.Service.Endpoints.Reconciliation;

/// <summary>Who said that units are not the desk's.</summary>
public sealed record HoldingView(string By, string Reason, DateTimeOffset At)
{
    public static HoldingView? Of(ExternalHolding? holding) => holding is null ? null : new(holding.By, holding.Reason, holding.At);
}
