using System.Diagnostics.Metrics;

namespace Superintel.Prediction.Service;

/// <summary>What prediction measures of itself.</summary>
internal sealed class PredictionMeters(IMeterFactory factory)
{
    /// <summary>Time to score one slice, discovery included, seconds.</summary>
    public Histogram<double> Scoring { get; } = factory.Create("Superintel.Prediction").CreateHistogram<double>(
        "superintel.prediction.slice.duration", "s", "Time to score one slice, discovery included.");
}
