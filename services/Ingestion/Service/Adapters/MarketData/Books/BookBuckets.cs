using System.Collections.Concurrent;
using Superintel.Ingestion.MarketData.Ports;
using Superintel.Ingestion.MarketData.Trades;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Books;

/// <summary>The volume bucket of each instrument, from its stored days: looked for until there are some, and again every day.</summary>
internal sealed class BookBuckets(
    IBookSource source, ITransactions transactions, LiveClock clock, ILogger<BookBuckets> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<InstrumentId, (decimal Units, DateOnly Day)> known = new();

    /// <returns>Units; null while no day of it is stored.</returns>
    public decimal? Of(InstrumentId instrument) => known.TryGetValue(instrument, out var bucket) ? bucket.Units : null;

    public async Task Run(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Pause, clock.Wall);
        do
        {
            var today = DateOnly.FromDateTime(clock.Now.UtcDateTime);
            InstrumentId[] due = [.. source.Instruments.Where(id => !known.TryGetValue(id, out var bucket) || bucket.Day < today)];
            if (due.Length > 0) await Learn(due, today, ct);
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    private async Task Learn(InstrumentId[] due, DateOnly today, CancellationToken ct)
    {
        try
        {
            foreach (var instrument in due)
            {
                var days = await transactions.Run(
                    async (scope, inner) => await scope.GetRequiredService<IBars>()
                        .Last(instrument, BarInterval.Day, clock.Now.AddDays(1), VolumeBucket.Days, inner),
                    ct);
                if (VolumeBucket.Of(days) is not { } units) continue;
                if (units != Of(instrument)) log.BucketKnown(instrument, units);
                known[instrument] = (units, today);
            }
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // The store is away: what is known stays, and the next round looks again.
            log.VolumesUnread(failure);
        }
    }
}
