using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>The terms of a quote line.</summary>
public readonly record struct TickRequestParameters(
    int RequestId,
    decimal MinimumTick,
    string BestExchange,
    int SnapshotPermissions) : IWireMessage<TickRequestParameters>
{
    public static int MessageId => 81;

    public static TickRequestParameters Read(ref FieldReader fields) => new(fields.Int(), fields.Decimal(), fields.Text(), fields.Int());

    public void Write(FrameWriter frame) => frame.Int(RequestId).Decimal(MinimumTick).Text(BestExchange).Int(SnapshotPermissions);
}
