using Superintel.Ingestion.MarketData;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Ibkr;

/// <summary>
/// One instrument's running bar. It is final when the next one begins, and only if nothing was lost while it ran: one with a hole is let
/// go, and the gap that it leaves is asked for.
/// </summary>
internal sealed class GrowingBar
{
    private BarCandidate? running;

    /// <summary>Something may have been lost.</summary>
    public void Doubt() => running = null;

    /// <returns>The bar that ended; null while it runs.</returns>
    public BarCandidate? Next(BarCandidate grown)
    {
        var before = running;
        if (before is not null && grown.ClosedAt < before.ClosedAt) return null; // told again after a reconnection
        running = grown;
        return before is not null && grown.ClosedAt > before.ClosedAt ? before : null;
    }
}
