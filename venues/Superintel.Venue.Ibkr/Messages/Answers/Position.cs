using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <param name="Quantity">Signed: above zero long.</param>
/// <param name="AverageCost">Per unit times the multiplier, commission included.</param>
public sealed record Position(string Account, Contract Contract, decimal Quantity, decimal AverageCost) : IWireMessage<Position>
{
    public static int MessageId => 61;

    public static Position Read(ref FieldReader fields)
    {
        fields.Skip();
        return new Position(fields.Text(), Contract.ReadAnswer(ref fields), fields.Bounded(), fields.Decimal());
    }

    public void Write(FrameWriter frame) => Contract.WriteAnswer(frame.Int(3).Text(Account)).Decimal(Quantity).Decimal(AverageCost);
}
