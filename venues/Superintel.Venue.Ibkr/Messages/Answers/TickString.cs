using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>A text of a quote line; 45 is the time of the last trade, seconds of the epoch.</summary>
public readonly record struct TickString(int RequestId, int TickType, string Value) : IWireMessage<TickString>
{
    public static int MessageId => 46;

    public static TickString Read(ref FieldReader fields)
    {
        fields.Skip();
        return new TickString(fields.Int(), fields.Int(), fields.Text());
    }

    public void Write(FrameWriter frame) => frame.Int(6).Int(RequestId).Int(TickType).Text(Value);
}
