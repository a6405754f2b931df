using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>Five seconds of trading.</summary>
public readonly record struct RealTimeBar(
    int RequestId,
    long EpochSeconds,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal Volume,
    decimal WeightedPrice,
    int Trades) : IWireMessage<RealTimeBar>
{
    public static int MessageId => 50;

    public static RealTimeBar Read(ref FieldReader fields)
    {
        fields.Skip();
        return new RealTimeBar(
            fields.Int(),
            fields.Long(),
            fields.Decimal(),
            fields.Decimal(),
            fields.Decimal(),
            fields.Decimal(),
            fields.Decimal(),
            fields.Decimal(),
            fields.Int());
    }

    public void Write(FrameWriter frame) => frame
        .Int(3).Int(RequestId).Long(EpochSeconds).Decimal(Open).Decimal(High)
        .Decimal(Low).Decimal(Close).Decimal(Volume).Decimal(WeightedPrice).Int(Trades);
}
