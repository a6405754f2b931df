using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>A number of a quote line.</summary>
public readonly record struct TickGeneric(int RequestId, int TickType, decimal Value) : IWireMessage<TickGeneric>
{
    public static int MessageId => 45;

    public static TickGeneric Read(ref FieldReader fields)
    {
        fields.Skip();
        return new TickGeneric(fields.Int(), fields.Int(), fields.Decimal());
    }

    public void Write(FrameWriter frame) => frame.Int(6).Int(RequestId).Int(TickType).Decimal(Value);
}
