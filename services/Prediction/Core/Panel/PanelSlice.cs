using System.Collections.Immutable;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Prediction.Panel;

/// <summary>The closes of one slice that may become legs of pairs, ordered by instrument.</summary>
/// <param name="At">End of the interval, exclusive, UTC.</param>
public sealed record PanelSlice(string Feed, BarInterval Interval, DateTimeOffset At, ImmutableArray<InstrumentClose> Closes)
{
    /// <summary>Keeps the tradable instruments with a positive close: the logarithm of anything else means nothing.</summary>
    public static PanelSlice Of(
        string feed, BarInterval interval, DateTimeOffset at, IReadOnlyList<ClosedBar> bars, InstrumentBook book)
    {
        var closes = ImmutableArray.CreateBuilder<InstrumentClose>(bars.Count);
        foreach (var bar in bars)
        {
            var id = InstrumentId.Parse(bar.InstrumentId);
            if (bar.Close > 0m && book.IsTradable(id)) closes.Add(new InstrumentClose(id, bar.Close));
        }
        closes.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        return new PanelSlice(feed, interval, at, closes.DrainToImmutable());
    }
}
