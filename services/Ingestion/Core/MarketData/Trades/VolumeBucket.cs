namespace Superintel.Ingestion.MarketData.Trades;

/// <summary>The size of a bucket in volume time: a fiftieth of a usual day.</summary>
/// <remarks>Easley, Lopez de Prado and O'Hara (2012), Flow toxicity and liquidity in a high-frequency world, section 2.</remarks>
public static class VolumeBucket
{
    /// <summary>Days that say what is usual.</summary>
    public const int Days = 20;

    private const int PerDay = 50;

    /// <param name="days">Daily bars, the last ones.</param>
    /// <returns>Units; null when no volume is known.</returns>
    public static decimal? Of(IReadOnlyList<Bar> days)
    {
        decimal[] volumes = [.. days.TakeLast(Days).Select(day => day.Volume ?? 0m).Where(volume => volume > 0m)];
        if (volumes.Length == 0) return null;
        var size = decimal.Round(volumes.Average() / PerDay, 8);
        return size > 0m ? size : null;
    }
}
