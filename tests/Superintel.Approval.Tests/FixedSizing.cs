using Superintel.Approval.Sizing;
using Superintel.Approval.Sizing.Ports;
using Superintel.Contracts.Events.V1;

namespace Superintel.Approval.Tests;

/// <summary>Risk's side of the question, with an answer that the test sets.</summary>
internal sealed class FixedSizing : ISizing
{
    public SizingAnswer Answer { get; set; } = Sized(80_000m);

    public static SizingAnswer Sized(decimal notional) => new SizingAnswer.Sized(
        [.. Signals.Legs(notional)], Signals.Usd(notional), [new RiskMeasure("sizing", "kelly", 0.4, null, "fraction-of-nav")]);

    public ValueTask<SizingAnswer> Size(SignalGenerated signal, CancellationToken ct) => new(Answer);
}
