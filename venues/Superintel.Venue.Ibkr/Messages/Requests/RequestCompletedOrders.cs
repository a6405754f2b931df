using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <param name="ApiOnly">Leave out what was placed by hand.</param>
public readonly record struct RequestCompletedOrders(bool ApiOnly) : IWireMessage<RequestCompletedOrders>
{
    public static int MessageId => 99;

    public static RequestCompletedOrders Read(ref FieldReader fields) => new(fields.Flag());

    public void Write(FrameWriter frame) => frame.Flag(ApiOnly);
}
