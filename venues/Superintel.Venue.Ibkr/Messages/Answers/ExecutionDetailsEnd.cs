using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

public readonly record struct ExecutionDetailsEnd(int RequestId) : IWireMessage<ExecutionDetailsEnd>
{
    public static int MessageId => 55;

    public static ExecutionDetailsEnd Read(ref FieldReader fields)
    {
        fields.Skip();
        return new ExecutionDetailsEnd(fields.Int());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(RequestId);
}
