using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>A change of one level of the book, with whose it is.</summary>
/// <param name="Operation">0 insert, 1 update, 2 delete.</param>
/// <param name="Side">0 ask, 1 bid.</param>
public readonly record struct MarketDepthL2(
    int RequestId,
    int Position,
    string MarketMaker,
    int Operation,
    int Side,
    decimal Price,
    decimal Size,
    bool Smart) : IWireMessage<MarketDepthL2>
{
    public static int MessageId => 13;

    public static MarketDepthL2 Read(ref FieldReader fields)
    {
        fields.Skip();
        return new MarketDepthL2(
            fields.Int(),
            fields.Int(),
            fields.Text(),
            fields.Int(),
            fields.Int(),
            fields.Decimal(),
            fields.Decimal(),
            fields.Flag());
    }

    public void Write(FrameWriter frame) => frame
        .Int(1).Int(RequestId).Int(Position).Text(MarketMaker)
        .Int(Operation).Int(Side).Decimal(Price).Decimal(Size).Flag(Smart);
}
