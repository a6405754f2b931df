using Superintel.Risk.Breakers.Ports;
using Superintel.Risk.Portfolio.Ports;

namespace Superintel.Risk.Breakers.ResetBreaker;

/// <summary>Closes a breaker and lets it measure from here.</summary>
public sealed class RearmBreakers(IBreakers breakers, IPortfolioMarks marks)
{
    /// <returns>Null when somebody else moved it at the same time.</returns>
    public async ValueTask<Breaker?> One(Breaker open, string reason, string by, DateTimeOffset at, CancellationToken ct)
    {
        var reset = open.Reset(reason, by, at);
        if (!await breakers.TrySave(reset, ct)) return null;
        await breakers.Save((await breakers.Gauges(ct)).Rearm(open.Kind, open.Scope), ct);
        if (await marks.Last(ct) is { } mark)
        {
            if (open.Kind == BreakerKind.DailyLoss) await marks.Save(mark with { BreakerDayOpen = mark.Value.NetAssetValue }, ct);
            if (open.Kind == BreakerKind.Drawdown) await marks.Save(mark with { BreakerPeak = mark.Value.NetAssetValue }, ct);
        }

        return reset;
    }
}
