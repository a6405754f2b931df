using Superintel.Approval.Sizing;
using Superintel.Approval.Sizing.Ports;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Approval.Tests;

/// <summary>Risk's side of the question, with an answer that the test sets.</summary>
internal sealed class FixedSizing : ISizing
{
    public SizingAnswer Answer { get; set; } = Sized(80_000m);

    /// <summary>What the last question named as coming first.</summary>
    public IReadOnlyList<DecisionId> Preceding { get; private set; } = [];

    public static SizingAnswer Sized(decimal notional) => new SizingAnswer.Sized(
        [.. Signals.Legs(notional)], Signals.Usd(notional), [new RiskMeasure("sizing", "kelly", 0.4, null, "fraction-of-nav")]);

    public ValueTask<SizingAnswer> Size(SignalGenerated signal, IReadOnlyList<DecisionId> preceding, CancellationToken ct)
    {
        Preceding = preceding;
        return new ValueTask<SizingAnswer>(Answer);
    }
}
