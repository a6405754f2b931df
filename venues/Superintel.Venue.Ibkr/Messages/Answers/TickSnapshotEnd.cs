using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

public readonly record struct TickSnapshotEnd(int RequestId) : IWireMessage<TickSnapshotEnd>
{
    public static int MessageId => 57;

    public static TickSnapshotEnd Read(ref FieldReader fields)
    {
        fields.Skip();
        return new TickSnapshotEnd(fields.Int());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(RequestId);
}
