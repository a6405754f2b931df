using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Superintel.Contracts.Events.V1;
using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts;

/// <summary>What the stages of the chain saw, in order.</summary>
public sealed class Findings
{
    private const string Passed = "passed";
    private const string Vetoed = "vetoed";
    private const string NotRun = "not-run";

    private readonly ImmutableArray<Reason>.Builder reasons = ImmutableArray.CreateBuilder<Reason>();
    private readonly ImmutableArray<RiskMeasure>.Builder measures = ImmutableArray.CreateBuilder<RiskMeasure>();
    private readonly ImmutableArray<StageOutcome>.Builder stages = ImmutableArray.CreateBuilder<StageOutcome>();
    private string? note;

    public ImmutableArray<Reason> Reasons => reasons.ToImmutable();

    public ImmutableArray<RiskMeasure> Measures => measures.ToImmutable();

    public ImmutableArray<StageOutcome> Stages => stages.ToImmutable();

    public bool Stops => reasons.Count > 0;

    public void Veto(ReasonCode code, string detail, double? value = null, double? limit = null) =>
        reasons.Add(new Reason(code, detail, value, limit));

    public void Report(string stage, string name, double value, double? limit, string unit) =>
        measures.Add(new RiskMeasure(stage, name, value, limit, unit));

    /// <summary>Why the stage had nothing to look at; its outcome unless it vetoes.</summary>
    public void Note(string outcome) => note = outcome;

    /// <summary>Reports a number and vetoes when it is above its limit, or no number at all.</summary>
    public void Hold(
        string stage,
        string name,
        double value,
        double limit,
        string unit,
        ReasonCode code,
        [InterpolatedStringHandlerArgument(nameof(value), nameof(limit))] ref VetoDetail detail)
    {
        Report(stage, name, value, limit, unit);
        if (detail.Take() is { } text) Veto(code, text, value, limit);
    }

    /// <summary>Lets one stage speak and keeps its outcome.</summary>
    internal void Run(IStage stage, VerdictInput input)
    {
        var (saw, said) = (measures.Count, reasons.Count);
        note = null;
        stage.Examine(input, this);
        var codes = reasons.Count > said ? reasons.Skip(said).Select(reason => reason.Code.Code).ToArray() : [];
        var inputs = measures.Count > saw ? new RiskMeasure[measures.Count - saw] : [];
        for (var i = 0; i < inputs.Length; i++) inputs[i] = measures[saw + i];
        stages.Add(new StageOutcome(stage.Name, codes.Length > 0 ? Vetoed : note ?? Passed, codes, inputs));
    }

    /// <summary>A stage that the trade did not come to.</summary>
    internal void Skip(IStage stage) => stages.Add(new StageOutcome(stage.Name, NotRun, [], []));
}
