using Superintel.Kernel;
using Superintel.Risk.Measures;
using Superintel.Risk.Sizing;
using Superintel.Risk.Stress;

namespace Superintel.Risk.Hedging.SizeHedge;

/// <summary>CVaR of one day at 95 % when one holding is changed.</summary>
internal static class HedgedTail
{
    /// <param name="change">Signed value that is added to the instrument's, base currency.</param>
    /// <returns>Fraction of net asset value; zero of a book without a position.</returns>
    public static double Of(HeldBook book, InstrumentId instrument, decimal change)
    {
        if (book.Returns is null) return 0;
        double[] weights =
        [
            .. book.Holdings.Select(one => NumberBridge.ToDouble(
                (one.Value + (one.Instrument.Id == instrument ? change : 0m)) / book.NetAssetValue)),
        ];
        return TailRisk.HistoricalCvar(book.Returns.Portfolio(weights), 0.95);
    }
}
