using System.Diagnostics.Metrics;

namespace Superintel.Prediction.Service;

/// <summary>What prediction measures of itself.</summary>
internal sealed class PredictionMeters(IMeterFactory factory)
{
    private readonly Meter meter = factory.Create("Superintel.Prediction");
    private Histogram<double>? scoring;

    /// <summary>Time to score one slice, discovery included, seconds.</summary>
    public Histogram<double> Scoring => scoring ??= meter.CreateHistogram<double>(
        "superintel.prediction.slice.duration", "s", "Time to score one slice, discovery included.");
}
