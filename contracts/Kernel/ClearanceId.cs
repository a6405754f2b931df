namespace Superintel.Kernel;

/// <summary>Risk's single-use permission to trade one decision.</summary>
public readonly record struct ClearanceId(string Value)
{
    public static ClearanceId For(DecisionId decision) => new("c" + StableId.Of("clearance", decision.Value));

    public override string ToString() => Value;
}
