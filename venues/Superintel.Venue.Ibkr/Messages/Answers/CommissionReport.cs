using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>What an execution cost. Comes before or after it.</summary>
/// <param name="Commission">Positive is a cost.</param>
public readonly record struct CommissionReport(
    string ExecutionId,
    decimal? Commission,
    string Currency,
    decimal? RealizedPnl,
    decimal? Yield,
    int YieldRedemptionDate) : IWireMessage<CommissionReport>
{
    public static int MessageId => 59;

    public static CommissionReport Read(ref FieldReader fields)
    {
        fields.Skip();
        return new CommissionReport(
            fields.Text(),
            fields.BoundedOrNull(),
            fields.CurrencyCode(mayBeEmpty: true),
            fields.DecimalOrNull(),
            fields.DecimalOrNull(),
            fields.Int());
    }

    public void Write(FrameWriter frame) => frame
        .Int(1).Text(ExecutionId).Decimal(Commission)
        .Text(Currency).Decimal(RealizedPnl).Decimal(Yield).Int(YieldRedemptionDate);
}
