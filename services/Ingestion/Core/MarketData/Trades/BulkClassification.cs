namespace Superintel.Ingestion.MarketData.Trades;

/// <summary>
/// How much of a bar's volume buyers took, from how far its close moved: the normal probability of the change in its own standard
/// deviations. For a source that tells what was traded, and not who was the aggressor.
/// </summary>
/// <remarks>Easley, Lopez de Prado and O'Hara (2012), Flow toxicity and liquidity in a high-frequency world, section 1.2 (bulk volume
/// classification). The deviation is of the last <see cref="Window"/> changes about zero, where theirs is of the whole sample.</remarks>
public sealed class BulkClassification
{
    /// <summary>Changes behind the deviation.</summary>
    public const int Window = 100;

    /// <summary>Fewer changes than this say nothing of what is usual.</summary>
    public const int Least = 20;

    private readonly Queue<double> changes = new();
    private double? last;

    /// <param name="close">The bar's close; bars of one length, in order.</param>
    /// <param name="volume">Units traded in it.</param>
    /// <returns>Null: nothing was traded, or it is too early to say.</returns>
    public MarketTrade? Next(double close, decimal volume)
    {
        var change = close - last;
        last = close;
        if (change is not { } moved) return null;
        var deviation = changes.Count >= Least ? Math.Sqrt(changes.Average(c => c * c)) : double.NaN;
        changes.Enqueue(moved);
        if (changes.Count > Window) changes.Dequeue();
        if (double.IsNaN(deviation) || volume <= 0m) return null;
        // Where the price never moved, a move says all and none says nothing.
        var z = deviation > 0 ? moved / deviation : moved == 0 ? 0 : double.CopySign(double.PositiveInfinity, moved);
        return new MarketTrade(volume, Math.Round((decimal)NormalCurve.Below(z), 4));
    }

    /// <summary>Bars are missing: the change over the hole is of another length.</summary>
    public void Interrupt() => last = null;
}
