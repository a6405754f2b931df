using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Measures;
using Superintel.Risk.Sizing;

namespace Superintel.Risk.Exposure.DescribeRisk;

/// <summary>The book sold evenly, each instrument at a share of its daily volume. Losses are fractions of net asset value, null while a
/// volume is unknown or the history is too short.</summary>
/// <param name="Days">Until the slowest is gone; null while a volume is unknown, 0 when nothing is held.</param>
/// <param name="Unknown">Instruments whose volume nobody tells, or that were not traded.</param>
public sealed record BookLiquidity(
    double Participation,
    int VolumeDays,
    double? Days,
    double? Var95,
    double? Cvar95,
    double? Var99,
    double? Cvar99,
    ImmutableArray<InstrumentId> Unknown)
{
    public static BookLiquidity None { get; } = new(0, 0, null, null, null, null, null, []);

    /// <param name="liquidity">Of every instrument of the book.</param>
    /// <remarks>Every day of the history happens to each instrument times its own scale: they move together as they did, and what takes
    /// longer counts for more.</remarks>
    internal static BookLiquidity Of(
        MeasuredBook measured, ImmutableSortedDictionary<InstrumentId, AssetLiquidity> liquidity, RiskOptions options)
    {
        var assets = measured.Assets.Keys;
        var book = None with
        {
            Participation = options.Participation,
            VolumeDays = options.VolumeDays,
            Unknown = [.. assets.Where(id => liquidity[id].Horizon is null)],
        };
        if (measured.Assets.IsEmpty) return book with { Days = 0, Var95 = 0, Cvar95 = 0, Var99 = 0, Cvar99 = 0 };
        if (book.Unknown.Length > 0) return book;
        book = book with { Days = assets.Max(id => liquidity[id].Horizon!.Value.Days) };
        if (!measured.IsMeasured) return book;
        var results = new double[measured.History.Length];
        foreach (var (id, value) in measured.Signed)
        {
            var weight = NumberBridge.ToDouble(value / measured.NetAssetValue);
            measured.History.Accumulate(id, weight * liquidity[id].Horizon!.Value.RiskScale, results);
        }

        var (var95, cvar95) = TailRisk.Historical(results, 0.95);
        var (var99, cvar99) = TailRisk.Historical(results, 0.99);
        return book with { Var95 = var95, Cvar95 = cvar95, Var99 = var99, Cvar99 = cvar99 };
    }
}
