using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <summary>Everybody's working orders; order id 0 for those placed by hand.</summary>
public readonly record struct RequestAllOpenOrders : IWireMessage<RequestAllOpenOrders>
{
    public static int MessageId => 16;

    public static RequestAllOpenOrders Read(ref FieldReader fields) => default;

    public void Write(FrameWriter frame) => frame.Int(1);
}
