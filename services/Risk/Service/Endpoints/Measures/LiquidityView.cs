using Superintel.Risk.Exposure.DescribeRisk;

namespace Superintel.Risk.Service.Endpoints.Measures;

/// <summary>The book sold evenly. Losses are fractions of net asset value, null while a volume is unknown.</summary>
/// <param name="Participation">Share of the daily volume that is taken.</param>
/// <param name="VolumeDays">Days that volumes are averaged over, at most.</param>
/// <param name="Days">Until the slowest instrument is gone.</param>
/// <param name="Unknown">Instruments whose volume nobody tells, or that were not traded.</param>
public sealed record LiquidityView(
    double Participation,
    int VolumeDays,
    double? Days,
    double? Var95,
    double? Cvar95,
    double? Var99,
    double? Cvar99,
    IReadOnlyList<string> Unknown)
{
    public static LiquidityView Of(BookLiquidity book) => new(
        book.Participation,
        book.VolumeDays,
        book.Days,
        book.Var95,
        book.Cvar95,
        book.Var99,
        book.Cvar99,
        [.. book.Unknown.Select(id => id.ToString())]);
}
