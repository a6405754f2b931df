using Superintel.Prediction.Discovery;
using Superintel.Prediction.Forecasting;
using Superintel.Prediction.Forecasting.PairFeatures;
using Superintel.Prediction.Panel;
using Superintel.Prediction.Signals;

namespace Superintel.Prediction;

/// <summary>All settings of prediction; <see cref="PredictionOptionsCheck"/> says what is wrong with them.</summary>
public sealed record PredictionOptions
{
    /// <summary>Bar lengths that are scored, separated by commas, default 1d. Slices of other lengths pass without effect.</summary>
    public string Intervals { get; init; } = "1d";

    public PanelOptions Panel { get; init; } = new();

    public DiscoveryOptions Discovery { get; init; } = new();

    public PairFeatureOptions Features { get; init; } = new();

    public ModelOptions Models { get; init; } = new();

    public EnsembleOptions Ensemble { get; init; } = new();

    public StanceOptions Stance { get; init; } = new();

    public IReadOnlyList<string> IntervalList =>
        Intervals.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public bool Scores(string interval) => IntervalList.Contains(interval);
}
