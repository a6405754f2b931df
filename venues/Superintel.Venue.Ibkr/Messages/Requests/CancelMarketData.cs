using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

public readonly record struct CancelMarketData(int RequestId) : IWireMessage<CancelMarketData>
{
    public static int MessageId => 2;

    public static CancelMarketData Read(ref FieldReader fields)
    {
        fields.Skip();
        return new CancelMarketData(fields.Int());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(RequestId);
}
