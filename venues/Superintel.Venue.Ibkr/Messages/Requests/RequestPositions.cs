using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

public readonly record struct RequestPositions : IWireMessage<RequestPositions>
{
    public static int MessageId => 61;

    public static RequestPositions Read(ref FieldReader fields) => default;

    public void Write(FrameWriter frame) => frame.Int(1);
}
