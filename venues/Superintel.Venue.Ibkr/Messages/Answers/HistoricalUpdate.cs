using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>A bar that still grows. On the wire the close stands before high and low.</summary>
public readonly record struct HistoricalUpdate(
    int RequestId,
    int Trades,
    string Time,
    decimal Open,
    decimal Close,
    decimal High,
    decimal Low,
    decimal WeightedPrice,
    decimal Volume) : IWireMessage<HistoricalUpdate>
{
    public static int MessageId => 90;

    public static HistoricalUpdate Read(ref FieldReader fields) => new(
        fields.Int(),
        fields.Int(),
        fields.Text(),
        fields.Decimal(),
        fields.Decimal(),
        fields.Decimal(),
        fields.Decimal(),
        fields.Decimal(),
        fields.Decimal());

    public void Write(FrameWriter frame) => frame
        .Int(RequestId).Int(Trades).Text(Time).Decimal(Open)
        .Decimal(Close).Decimal(High).Decimal(Low).Decimal(WeightedPrice).Decimal(Volume);
}
