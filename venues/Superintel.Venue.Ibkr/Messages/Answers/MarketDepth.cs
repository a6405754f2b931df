using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>A change of one level of the book.</summary>
/// <param name="Position">0 is the best.</param>
/// <param name="Operation">0 insert, 1 update, 2 delete.</param>
/// <param name="Side">0 ask, 1 bid.</param>
public readonly record struct MarketDepth(
    int RequestId,
    int Position,
    int Operation,
    int Side,
    decimal Price,
    decimal Size) : IWireMessage<MarketDepth>
{
    public static int MessageId => 12;

    public static MarketDepth Read(ref FieldReader fields)
    {
        fields.Skip();
        return new MarketDepth(fields.Int(), fields.Int(), fields.Int(), fields.Int(), fields.Decimal(), fields.Decimal());
    }

    public void Write(FrameWriter frame) => frame
        .Int(1).Int(RequestId).Int(Position)
        .Int(Operation).Int(Side).Decimal(Price).Decimal(Size);
}
