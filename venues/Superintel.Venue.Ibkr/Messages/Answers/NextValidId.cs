using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>The least order id that was never used.</summary>
public readonly record struct NextValidId(int OrderId) : IWireMessage<NextValidId>
{
    public static int MessageId => 9;

    public static NextValidId Read(ref FieldReader fields)
    {
        fields.Skip();
        return new NextValidId(fields.Int());
    }

    public void Write(FrameWriter frame) => frame.Int(1).Int(OrderId);
}
