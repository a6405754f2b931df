using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>Where an order stands. Repeated, and not sent for every change: fills are never booked from it.</summary>
public readonly record struct OrderStatus(
    int OrderId,
    string Status,
    decimal Filled,
    decimal Remaining,
    decimal AverageFillPrice,
    long PermId,
    int ParentId,
    decimal LastFillPrice,
    int ClientId,
    string WhyHeld,
    decimal MarketCapPrice) : IWireMessage<OrderStatus>
{
    public static int MessageId => 3;

    public static OrderStatus Read(ref FieldReader fields) => new(
        fields.Int(),
        fields.Text(),
        fields.Bounded(),
        fields.Bounded(),
        fields.Bounded(),
        fields.Long(),
        fields.Int(),
        fields.Decimal(),
        fields.Int(),
        fields.Text(),
        fields.Decimal());

    public void Write(FrameWriter frame) => frame
        .Int(OrderId).Text(Status).Decimal(Filled).Decimal(Remaining).Decimal(AverageFillPrice)
        .Long(PermId).Int(ParentId).Decimal(LastFillPrice).Int(ClientId).Text(WhyHeld).Decimal(MarketCapPrice);
}
