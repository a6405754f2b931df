using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>A position with its value; the contract's exchange is the primary one.</summary>
public sealed record PortfolioValue(
    Contract Contract,
    decimal Quantity,
    decimal MarketPrice,
    decimal MarketValue,
    decimal AverageCost,
    decimal UnrealizedPnl,
    decimal RealizedPnl,
    string Account) : IWireMessage<PortfolioValue>
{
    public static int MessageId => 7;

    public static PortfolioValue Read(ref FieldReader fields)
    {
        fields.Skip();
        return new PortfolioValue(
            Contract.ReadAnswer(ref fields),
            fields.Decimal(),
            fields.Decimal(),
            fields.Decimal(),
            fields.Decimal(),
            fields.Decimal(),
            fields.Decimal(),
            fields.Text());
    }

    public void Write(FrameWriter frame) => Contract.WriteAnswer(frame.Int(8))
        .Decimal(Quantity).Decimal(MarketPrice).Decimal(MarketValue).Decimal(AverageCost)
        .Decimal(UnrealizedPnl).Decimal(RealizedPnl).Text(Account);
}
