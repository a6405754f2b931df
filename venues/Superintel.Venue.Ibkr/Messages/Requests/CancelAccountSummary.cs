using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

public readonly record struct CancelAccountSummary(int RequestId) : IWireMessage<CancelAccountSummary>
{
    public static int MessageId => 63;

    public static CancelAccountSummary Read(ref FieldReader fields)
    {
        fields.Skip();
        return new CancelAccountSummary(fields.Int());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(RequestId);
}
