using Superintel.Execution.Trading.Paper.Models;

namespace Superintel.Execution.Trading.Paper;

/// <summary>The reality models of the paper venue.</summary>
public sealed record PaperModels(IFeeModel Fees, ISlippageModel Slippage, IFillModel Fills, ILatencyModel Latency)
{
    /// <exception cref="ArgumentException">An unknown model name or a value out of its bounds.</exception>
    public static PaperModels From(PaperOptions options) => new(
        options.Fees switch
        {
            "none" => new NoFee(),
            "basis-points" => new BasisPointFee(Within(options.FeeBps, 0m, 1000m, nameof(options.FeeBps))),
            "per-unit" => new PerUnitFee(
                Within(options.FeePerUnit, 0m, 1000m, nameof(options.FeePerUnit)),
                Within(options.FeeMinimum, 0m, 1000m, nameof(options.FeeMinimum))),
            _ => throw Unknown(nameof(Fees), options.Fees, "none, basis-points, per-unit"),
        },
        options.Slippage switch
        {
            "none" => new NoSlippage(),
            "basis-points" => new BasisPointSlippage(Within(options.SlippageBps, 0m, 1000m, nameof(options.SlippageBps))),
            "range-share" => new RangeShareSlippage(Within(options.SlippageRangeShare, 0m, 1m, nameof(options.SlippageRangeShare))),
            _ => throw Unknown(nameof(Slippage), options.Slippage, "none, basis-points, range-share"),
        },
        options.Fills switch
        {
            "whole" => new WholeFill(),
            "volume-share" => new VolumeShareFill(Within(options.VolumeShare, 0.000001m, 1m, nameof(options.VolumeShare))),
            "random" => new RandomPartialFill(
                options.Seed, (double)Within((decimal)options.PartialFillChance, 0m, 1m, nameof(options.PartialFillChance))),
            _ => throw Unknown(nameof(Fills), options.Fills, "whole, volume-share, random"),
        },
        options.Latency switch
        {
            "none" => new NoLatency(),
            "fixed" => new FixedLatency(Bars(options), Delay(options)),
            "random" => new RandomLatency(options.Seed, Bars(options), Delay(options)),
            _ => throw Unknown(nameof(Latency), options.Latency, "none, fixed, random"),
        });

    private static int Bars(PaperOptions options) => (int)Within(options.LatencyBars, 0m, 100m, nameof(options.LatencyBars));

    private static TimeSpan Delay(PaperOptions options) => TimeSpan.FromMilliseconds(
        (int)Within(options.LatencyMilliseconds, 0m, 60_000m, nameof(options.LatencyMilliseconds)));

    private static decimal Within(decimal value, decimal minimum, decimal maximum, string name) => value >= minimum && value <= maximum
        ? value
        : throw new ArgumentException($"Paper:{name} is {value}, outside {minimum} to {maximum}.");

    private static ArgumentException Unknown(string setting, string name, string known) =>
        new($"Paper:{setting} '{name}' is unknown; choose one of {known}.");
}
