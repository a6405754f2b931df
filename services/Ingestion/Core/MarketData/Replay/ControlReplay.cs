using Superintel.Ingestion.MarketData.Replay.Ports;

namespace Superintel.Ingestion.MarketData.Replay;

/// <summary>An operator pauses, resumes or paces the replay. The choice outlives a restart.</summary>
public sealed class ControlReplay(IReplayState state, IngestionOptions options)
{
    /// <summary>Slices per second that may be asked for.</summary>
    public const double Fastest = 10_000;

    /// <param name="slicesPerSecond">Null: unchanged.</param>
    /// <param name="paused">Null: unchanged.</param>
    /// <returns>False when the pace is not a number above 0 and up to <see cref="Fastest"/>; nothing is changed then.</returns>
    public async Task<bool> Handle(double? slicesPerSecond, bool? paused, CancellationToken ct)
    {
        if (slicesPerSecond is { } pace && !(pace > 0 && pace <= Fastest)) return false;
        var progress = await state.Load(options.Feed, ct);
        var changed = progress with
        {
            SlicesPerSecond = slicesPerSecond ?? progress.SlicesPerSecond,
            Paused = paused ?? progress.Paused,
        };
        if (changed != progress) await state.Save(options.Feed, changed, ct);
        return true;
    }
}
