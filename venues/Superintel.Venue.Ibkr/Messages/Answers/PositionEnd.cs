using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

public readonly record struct PositionEnd : IWireMessage<PositionEnd>
{
    public static int MessageId => 62;

    public static PositionEnd Read(ref FieldReader fields) => default;

    public void Write(FrameWriter frame) => frame.Int(1);
}
