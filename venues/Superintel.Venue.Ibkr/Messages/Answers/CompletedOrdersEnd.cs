using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

public readonly record struct CompletedOrdersEnd : IWireMessage<CompletedOrdersEnd>
{
    public static int MessageId => 102;

    public static CompletedOrdersEnd Read(ref FieldReader fields) => default;

    public void Write(FrameWriter frame)
    {
    }
}
