using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

/// <summary>Asks for the next order id. The count on the wire is ignored by TWS.</summary>
public readonly record struct RequestIds : IWireMessage<RequestIds>
{
    public static int MessageId => 8;

    public static RequestIds Read(ref FieldReader fields) => default;

    public void Write(FrameWriter frame) => frame.Int(1).Int(1);
}
