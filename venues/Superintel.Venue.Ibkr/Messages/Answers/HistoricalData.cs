using System.Collections.Immutable;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Venue.Ibkr.Messages.Answers;

/// <summary>All bars of one request in one message.</summary>
public sealed record HistoricalData(int RequestId, string Start, string End, ImmutableArray<HistoricalBar> Bars)
    : IWireMessage<HistoricalData>
{
    private const int MostBars = 200_000;
    private const int FieldsOfABar = 8;

    public static int MessageId => 17;

    public static HistoricalData Read(ref FieldReader fields)
    {
        var (id, start, end) = (fields.Int(), fields.Text(), fields.Text());
        var bars = new HistoricalBar[fields.Count(MostBars, FieldsOfABar)];
        for (var i = 0; i < bars.Length; i++)
        {
            bars[i] = new HistoricalBar(
                fields.Text(),
                fields.Decimal(),
                fields.Decimal(),
                fields.Decimal(),
                fields.Decimal(),
                fields.Decimal(),
                fields.Decimal(),
                fields.Int());
        }
        return new HistoricalData(id, start, end, ImmutableArray.Create(bars));
    }

    public void Write(FrameWriter frame)
    {
        frame.Int(RequestId).Text(Start).Text(End).Int(Bars.Length);
        foreach (var bar in Bars)
        {
            frame.Text(bar.Time).Decimal(bar.Open).Decimal(bar.High).Decimal(bar.Low).Decimal(bar.Close)
                .Decimal(bar.Volume).Decimal(bar.WeightedPrice).Int(bar.Trades);
        }
    }

    public bool Equals(HistoricalData? other) => other is not null && RequestId == other.RequestId
        && Start == other.Start && End == other.End
        && Bars.AsSpan().SequenceEqual(other.Bars.AsSpan());

    public override int GetHashCode() => HashCode.Combine(RequestId, Start, End, Bars.Length);
}
