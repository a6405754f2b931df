using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <param name="Type">1 live, 2 frozen, 3 delayed, 4 delayed and frozen.</param>
public readonly record struct RequestMarketDataType(int Type) : IWireMessage<RequestMarketDataType>
{
    public static int MessageId => 59;

    public static RequestMarketDataType Read(ref FieldReader fields)
    {
        fields.Skip();
        return new RequestMarketDataType(fields.Int());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(Type);
}
