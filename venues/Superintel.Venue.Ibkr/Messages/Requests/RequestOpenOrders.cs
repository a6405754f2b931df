using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <summary>The working orders of this client id.</summary>
public readonly record struct RequestOpenOrders : IWireMessage<RequestOpenOrders>
{
    public static int MessageId => 5;

    public static RequestOpenOrders Read(ref FieldReader fields) => default;

    public void Write(FrameWriter frame) => frame.Int(1);
}
