using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>A size of a quote line.</summary>
/// <param name="Size">Shares, contracts or units.</param>
public readonly record struct TickSize(int RequestId, int TickType, decimal Size) : IWireMessage<TickSize>
{
    public static int MessageId => 2;

    public static TickSize Read(ref FieldReader fields)
    {
        fields.Skip();
        return new TickSize(fields.Int(), fields.Int(), fields.Decimal());
    }

    public void Write(FrameWriter frame) => frame.Int(6).Int(RequestId).Int(TickType).Decimal(Size);
}
