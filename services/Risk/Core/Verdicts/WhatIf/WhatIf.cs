namespace Superintel.Risk.Verdicts.WhatIf;

/// <summary>What the chain would say to a trade now. A question: it changes nothing, and a clearance does not come of it.</summary>
public sealed class WhatIf(GatherEvidence evidence)
{
    public async ValueTask<RiskVerdict> Handle(Proposal proposal, CancellationToken ct) =>
        VerdictChain.Decide(await evidence.For(proposal, ct));
}
