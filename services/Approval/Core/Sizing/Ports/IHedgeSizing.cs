namespace Superintel.Approval.Sizing.Ports;

/// <summary>Asks risk how a hedge would be traded. A gate: what cannot answer says so, and that is a no.</summary>
public interface IHedgeSizing
{
    ValueTask<HedgeAnswer> Size(HedgeQuestion question, CancellationToken ct);
}
