using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

public readonly record struct OpenOrderEnd : IWireMessage<OpenOrderEnd>
{
    public static int MessageId => 53;

    public static OpenOrderEnd Read(ref FieldReader fields) => default;

    public void Write(FrameWriter frame) => frame.Int(1);
}
