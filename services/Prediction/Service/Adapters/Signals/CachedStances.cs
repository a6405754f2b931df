using Superintel.Kernel;
using Superintel.Prediction.Signals;
using Superintel.Prediction.Signals.Ports;

namespace Superintel.Prediction.Service.Adapters.Signals;

/// <summary>Stances kept at hand for the handlers; only what differs from them is written.</summary>
internal sealed class CachedStances(PostgresStances stored, PredictionCache cache) : IStances
{
    public async ValueTask<StanceBook> Load(string feed, BarInterval interval, CancellationToken ct) =>
        cache.Stances.TryGetValue((feed, interval), out var book)
            ? book
            : cache.Stances[(feed, interval)] = await stored.Load(feed, interval, ct);

    public async ValueTask Save(string feed, BarInterval interval, IReadOnlyList<Stance> changed, CancellationToken ct)
    {
        var book = await Load(feed, interval, ct);
        var differing = changed.Where(stance => Differs(book.Stances.GetValueOrDefault(stance.Pair), stance)).ToArray();
        await stored.Save(feed, interval, differing, ct);
        cache.Stances[(feed, interval)] = book.With(differing);
    }

    private static bool Differs(Stance? known, Stance stance) => known is null ? !stance.IsIdle : known != stance;
}
