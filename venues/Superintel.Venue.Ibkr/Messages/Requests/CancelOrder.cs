using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

public readonly record struct CancelOrder(int OrderId) : IWireMessage<CancelOrder>
{
    public static int MessageId => 4;

    public static CancelOrder Read(ref FieldReader fields)
    {
        fields.Skip();
        return new CancelOrder(fields.Int());
    }

    // The last field is the time at which a person asked for it.
    public void Write(FrameWriter frame) => frame.Int(1).Int(OrderId).Empty();
}
