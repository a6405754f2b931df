namespace Superintel.Kernel;

/// <summary>What a person approves: one proposal for one decision.</summary>
public readonly record struct ProposalId(string Value)
{
    public static ProposalId For(DecisionId decision) => new("p" + StableId.Of("proposal", decision.Value));

    public override string ToString() => Value;
}
