using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

public readonly record struct CancelRealTimeBars(int RequestId) : IWireMessage<CancelRealTimeBars>
{
    public static int MessageId => 51;

    public static CancelRealTimeBars Read(ref FieldReader fields)
    {
        fields.Skip();
        return new CancelRealTimeBars(fields.Int());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(RequestId);
}
