using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Prediction.Signals.ScoreSlice;

namespace Superintel.Prediction.Service;

/// <summary>Scores a slice and measures how long that takes.</summary>
internal sealed class MeasuredScoring(ScoreSlice scoring, PredictionMeters meters) : IHandle<BarClosed>
{
    public async Task Handle(BarClosed happened, CancellationToken ct)
    {
        var begun = TimeProvider.System.GetTimestamp();
        await scoring.Handle(happened, ct);
        meters.Scoring.Record(
            TimeProvider.System.GetElapsedTime(begun).TotalSeconds,
            new KeyValuePair<string, object?>("feed", happened.Feed),
            new KeyValuePair<string, object?>("interval", happened.Interval));
    }
}
