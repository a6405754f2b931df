using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>A price of a quote line, with the size that belongs to it.</summary>
/// <param name="TickType">1 bid, 2 ask, 4 last, 6 high, 7 low, 9 close, 14 open; 66 and above: delayed.</param>
/// <param name="Price">-1 with size 0: there is no quote now.</param>
/// <param name="Attributes">Bit 0 can execute, 1 beyond a limit, 2 before the opening.</param>
public readonly record struct TickPrice(
    int RequestId,
    int TickType,
    decimal Price,
    decimal Size,
    int Attributes) : IWireMessage<TickPrice>
{
    public static int MessageId => 1;

    public static TickPrice Read(ref FieldReader fields)
    {
        fields.Skip();
        return new TickPrice(fields.Int(), fields.Int(), fields.Decimal(), fields.Decimal(), fields.Int());
    }

    public void Write(FrameWriter frame) => frame.Int(6).Int(RequestId).Int(TickType).Decimal(Price).Decimal(Size).Int(Attributes);
}
