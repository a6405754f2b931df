using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Market;
using Superintel.Risk.Measures;
using Superintel.Risk.Measures.Tails;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>A priced book and the days it is measured on.</summary>
internal sealed class MeasuredBook
{
    /// <param name="history">Of every instrument of the book.</param>
    /// <param name="least">Fewer days measure nothing.</param>
    public MeasuredBook(BookExposure exposure, MarketSnapshot market, ReturnHistory history, decimal netAssetValue, int least)
    {
        (Exposure, Market, History, NetAssetValue) = (exposure, market, history, netAssetValue);
        Assets = exposure.Assets;
        foreach (var (id, value) in exposure.Pairs.Values.SelectMany(pair => pair.Values))
            Signed[id] = Signed.GetValueOrDefault(id) + value;
        IsMeasured = Assets.Count == 0 || (history.Length >= least && history.Covers(Assets.Keys));
        Results = IsMeasured && Assets.Count > 0 ? history.Results(exposure, netAssetValue) : null;
        Tail = Results is null ? null : new BookTail(Results, 0.95);
    }

    public BookExposure Exposure { get; }

    public MarketSnapshot Market { get; }

    public ReturnHistory History { get; }

    public decimal NetAssetValue { get; }

    /// <summary>What each instrument may come to.</summary>
    public ImmutableSortedDictionary<InstrumentId, AssetExposure> Assets { get; }

    /// <summary>What each carries with every entry at work filled, base currency.</summary>
    public SortedDictionary<InstrumentId, decimal> Signed { get; } = [];

    /// <summary>False with too little history: nothing of the days is known.</summary>
    public bool IsMeasured { get; }

    /// <summary>Daily, fractions of net asset value; null when nothing is held or measured. So is the tail.</summary>
    public double[]? Results { get; }

    /// <summary>Of 95 %.</summary>
    public BookTail? Tail { get; }

    /// <returns>Zero when nothing is held, null when nothing is measured.</returns>
    public double? Of(Func<double[], double> measure) => Results is not null ? measure(Results) : IsMeasured ? 0 : null;
}
