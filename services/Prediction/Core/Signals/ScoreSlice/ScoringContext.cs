using Superintel.Prediction.Discovery;
using Superintel.Prediction.FeatureStore;
using Superintel.Prediction.Forecasting;
using Superintel.Prediction.Panel;

namespace Superintel.Prediction.Signals.ScoreSlice;

/// <summary>What a signal is composed from.</summary>
internal sealed record ScoringContext(
    PairWindow Window,
    PairFormation Formation,
    Stance Stance,
    FeatureVector Features,
    EnsembleVerdict Verdict,
    string ModelRunId,
    DateTimeOffset At);
