using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

public readonly record struct CancelHistoricalData(int RequestId) : IWireMessage<CancelHistoricalData>
{
    public static int MessageId => 25;

    public static CancelHistoricalData Read(ref FieldReader fields)
    {
        fields.Skip();
        return new CancelHistoricalData(fields.Int());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(RequestId);
}
