using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>Whether a quote line is live (1), frozen (2), delayed (3) or both (4).</summary>
public readonly record struct MarketDataType(int RequestId, int Type) : IWireMessage<MarketDataType>
{
    public static int MessageId => 58;

    public static MarketDataType Read(ref FieldReader fields)
    {
        fields.Skip();
        return new MarketDataType(fields.Int(), fields.Int());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(RequestId).Int(Type);
}
