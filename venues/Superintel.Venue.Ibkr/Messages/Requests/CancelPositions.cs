using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Requests;

public readonly record struct CancelPositions : IWireMessage<CancelPositions>
{
    public static int MessageId => 64;

    public static CancelPositions Read(ref FieldReader fields) => default;

    public void Write(FrameWriter frame) => frame.Int(1);
}
