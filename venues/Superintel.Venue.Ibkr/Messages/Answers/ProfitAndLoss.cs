using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

public readonly record struct ProfitAndLoss(
    int RequestId,
    decimal? Daily,
    decimal? Unrealized,
    decimal? Realized) : IWireMessage<ProfitAndLoss>
{
    public static int MessageId => 94;

    public static ProfitAndLoss Read(ref FieldReader fields) => new(
        fields.Int(),
        fields.DecimalOrNull(),
        fields.DecimalOrNull(),
        fields.DecimalOrNull());

    public void Write(FrameWriter frame) => frame.Int(RequestId).Decimal(Daily).Decimal(Unrealized).Decimal(Realized);
}
