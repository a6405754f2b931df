namespace Superintel.Ingestion.MarketData.Gate;

/// <summary>One reason why a bar may not be used.</summary>
/// <param name="Detail">A stable word for the rule, then what was seen.</param>
public sealed record GateFailure(GateCheck Check, string Detail)
{
    /// <summary>As events and the API carry it: <c>completeness: missing close</c>.</summary>
    public override string ToString() => Check switch
    {
        GateCheck.Completeness => "completeness: ",
        GateCheck.Freshness => "freshness: ",
        GateCheck.Validity => "validity: ",
        GateCheck.Consistency => "consistency: ",
        GateCheck.Volume => "volume: ",
        _ => throw new InvalidOperationException($"{Check} is not a check of the gate."),
    } + Detail;
}
