using Superintel.Contracts.Events;
using Superintel.Journal.Chain.Ports;
using Superintel.Journal.Reporting.Ports;

namespace Superintel.Journal.Reporting.Record;

/// <summary>Brings a decision's line forward.</summary>
public sealed class FollowDecision(IDecisions decisions, ITraceContext trace) : IHandle<IDecisionEvent>
{
    public async Task Handle(IDecisionEvent happened, CancellationToken ct)
    {
        var known = await decisions.Find(happened.DecisionId, ct) ?? DecisionSummary.Begin(happened, trace.TraceId);
        await decisions.Save(known.Apply(happened), ct);
    }
}
