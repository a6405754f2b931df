using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

public readonly record struct CancelMarketDepth(int RequestId, bool Smart) : IWireMessage<CancelMarketDepth>
{
    public static int MessageId => 11;

    public static CancelMarketDepth Read(ref FieldReader fields)
    {
        fields.Skip();
        return new CancelMarketDepth(fields.Int(), fields.Flag());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(RequestId).Flag(Smart);
}
