using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>An order placed by hand now has an id of ours.</summary>
public readonly record struct OrderBound(long PermId, int ClientId, int OrderId) : IWireMessage<OrderBound>
{
    public static int MessageId => 100;

    public static OrderBound Read(ref FieldReader fields) => new(fields.Long(), fields.Int(), fields.Int());

    public void Write(FrameWriter frame) => frame.Long(PermId).Int(ClientId).Int(OrderId);
}
