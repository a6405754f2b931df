using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Market.Ports;

namespace Superintel.Risk.Market.RecordVolumes;

/// <summary>Keeps how much is traded a day, which says how long a position takes to sell.</summary>
public sealed class RecordVolumes(IVolumes volumes) : IHandle<BarClosed>, IHandle<BarsBackfilled>
{
    // Coins trade in hundred-millionths; what is finer than that only fills the store with digits.
    private const int Decimals = 8;

    public Task Handle(BarClosed happened, CancellationToken ct) =>
        Record(happened.Feed, happened.Bars, happened.Interval, happened.OccurredAt, ct);

    public Task Handle(BarsBackfilled happened, CancellationToken ct) =>
        Record(happened.Feed, happened.Bars, happened.Interval, happened.OccurredAt, ct);

    /// <exception cref="InvalidDataException">The event breaks its contract: a volume below zero.</exception>
    private async Task Record(string feed, IReadOnlyList<ClosedBar> bars, string length, DateTimeOffset at, CancellationToken ct)
    {
        var interval = BarInterval.Parse(length);
        // A week's bar does not say what one of its days was.
        if (interval.Length > BarInterval.Day.Length) return;
        var day = DateOnly.FromDateTime(at.UtcDateTime.AddTicks(-1));
        var told = new List<BarVolume>(bars.Count);
        foreach (var bar in bars)
        {
            if (bar.Volume is not { } volume) continue;
            if (volume < 0m) throw new InvalidDataException($"{bar.InstrumentId} has the volume {volume}.");
            told.Add(new BarVolume(InstrumentId.Parse(bar.InstrumentId), feed, day, interval, decimal.Round(volume, Decimals)));
        }

        await volumes.Record(told, ct);
    }
}
