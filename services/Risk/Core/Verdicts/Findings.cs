using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts;

/// <summary>What the stages of the chain saw, in order.</summary>
public sealed class Findings
{
    private readonly ImmutableArray<Reason>.Builder reasons = ImmutableArray.CreateBuilder<Reason>();
    private readonly ImmutableArray<RiskMeasure>.Builder measures = ImmutableArray.CreateBuilder<RiskMeasure>();

    public ImmutableArray<Reason> Reasons => reasons.ToImmutable();

    public ImmutableArray<RiskMeasure> Measures => measures.ToImmutable();

    public bool Stops => reasons.Count > 0;

    public void Veto(ReasonCode code, string detail, double? value = null, double? limit = null) =>
        reasons.Add(new Reason(code, detail, value, limit));

    public void Report(string stage, string name, double value, double? limit, string unit) =>
        measures.Add(new RiskMeasure(stage, name, value, limit, unit));

    /// <summary>Reports a number and vetoes when it is above its limit, or no number at all.</summary>
    public void Hold(string stage, string name, double value, double limit, string unit, ReasonCode code, string detail)
    {
        Report(stage, name, value, limit, unit);
        if (!(value <= limit)) Veto(code, detail, value, limit);
    }
}
