using Superintel.Kernel;

namespace Superintel.Risk.Portfolio;

/// <summary>The last valuation with what must be remembered from one to the next.</summary>
/// <param name="Peak">Highest net asset value so far.</param>
/// <param name="DayOpen">Net asset value that the UTC day began with.</param>
/// <param name="BreakerPeak">Peak since a senior last set trading free: what the drawdown breaker measures from.</param>
/// <param name="BreakerDayOpen">The same for the daily loss.</param>
public sealed record PortfolioMark(
    string Feed,
    string Interval,
    DateTimeOffset At,
    PortfolioValue Value,
    decimal Peak,
    decimal DayOpen,
    decimal BreakerPeak,
    decimal BreakerDayOpen)
{
    /// <summary>Fraction below the peak, 0 to 1; above 1 when the value is below zero.</summary>
    public decimal Drawdown => Peak > 0m ? (Peak - Value.NetAssetValue) / Peak : 0m;

    public decimal BreakerDrawdown => BreakerPeak > 0m ? (BreakerPeak - Value.NetAssetValue) / BreakerPeak : 0m;

    /// <summary>Fraction lost since the day began, 0 when it gained.</summary>
    public decimal BreakerDailyLoss => BreakerDayOpen > 0m ? Math.Max(0m, (BreakerDayOpen - Value.NetAssetValue) / BreakerDayOpen) : 0m;

    public static PortfolioMark First(string feed, string interval, DateTimeOffset at, PortfolioValue value, Money capital)
    {
        var start = capital.Amount;
        var peak = Math.Max(start, value.NetAssetValue);
        return new PortfolioMark(feed, interval, at, value, peak, start, peak, start);
    }

    /// <summary>The next mark. Days turn with the UTC date of the bar's last moment.</summary>
    public PortfolioMark Next(string feed, string interval, DateTimeOffset at, PortfolioValue value)
    {
        var newDay = Day(at) > Day(At);
        return new PortfolioMark(
            feed,
            interval,
            at,
            value,
            Math.Max(Peak, value.NetAssetValue),
            newDay ? Value.NetAssetValue : DayOpen,
            Math.Max(BreakerPeak, value.NetAssetValue),
            newDay ? Value.NetAssetValue : BreakerDayOpen);
    }

    /// <summary>A senior looked and set trading free: losses so far no longer trip the breakers.</summary>
    public PortfolioMark Rearm() => this with { BreakerPeak = Value.NetAssetValue, BreakerDayOpen = Value.NetAssetValue };

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime.AddTicks(-1));
}
