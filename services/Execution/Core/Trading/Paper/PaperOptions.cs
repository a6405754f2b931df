namespace Superintel.Execution.Trading.Paper;

/// <summary>How the paper venue treats an order. Each model is chosen by name; an unknown name stops the service at start.</summary>
public sealed record PaperOptions
{
    /// <summary>none, basis-points or per-unit. Default basis-points.</summary>
    public string Fees { get; init; } = "basis-points";

    /// <summary>Commission of the basis-points model, 1/100 of a percent of the traded amount, 0 to 1000. Default 1.</summary>
    public decimal FeeBps { get; init; } = 1m;

    /// <summary>
    /// Commission of the per-unit model, quote currency per unit, at least 0. Default 0.005 (IBKR's fixed price for US shares).
    /// </summary>
    public decimal FeePerUnit { get; init; } = 0.005m;

    /// <summary>Least commission of the per-unit model per execution, quote currency. Default 1.</summary>
    public decimal FeeMinimum { get; init; } = 1m;

    /// <summary>none, basis-points or range-share. Default basis-points.</summary>
    public string Slippage { get; init; } = "basis-points";

    /// <summary>How much worse than the market, 0 to 1000. Default 2.</summary>
    public decimal SlippageBps { get; init; } = 2m;

    /// <summary>
    /// Of the range-share model: part of the bar's high minus low, or of the quote's spread, by which the price is worse, 0 to 1.
    /// Default 0.1.
    /// </summary>
    public decimal SlippageRangeShare { get; init; } = 0.1m;

    /// <summary>whole, volume-share or random. Default whole.</summary>
    public string Fills { get; init; } = "whole";

    /// <summary>
    /// Of the volume-share model: largest part of a bar's volume, or of the size at the touch, that one order may take, above 0 to 1.
    /// Default 0.1.
    /// </summary>
    public decimal VolumeShare { get; init; } = 0.1m;

    /// <summary>Of the random model: chance per bar or quote that only a part is filled, 0 to 1. Default 0.3.</summary>
    public double PartialFillChance { get; init; } = 0.3;

    /// <summary>none, fixed or random. Default none: the order is in time for the next bar or quote.</summary>
    public string Latency { get; init; } = "none";

    /// <summary>Bars an order misses (fixed) or at most misses (random) before it can fill, 0 to 100. Default 1.</summary>
    public int LatencyBars { get; init; } = 1;

    /// <summary>How long no quote fills an order (fixed), or at most (random), 0 to 60,000 ms. Default 250.</summary>
    public int LatencyMilliseconds { get; init; } = 250;

    /// <summary>Whether an instrument that has quotes is filled by them instead of by its bars. Default true.</summary>
    public bool Quotes { get; init; } = true;

    /// <summary>How old a quote may be that fills, 0.1 seconds to one minute. Default 5 seconds.</summary>
    public TimeSpan QuoteAge { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After so long without a tradable quote an instrument is filled by its bars again, QuoteAge to one hour. Default 30
    /// seconds.</summary>
    public TimeSpan QuoteSilence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Seed of the random models. Draws are functions of seed, order and the time of the bar or quote, so that a restart changes
    /// nothing. Default 1.
    /// </summary>
    public int Seed { get; init; } = 1;
}
